'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { FormState } from './form-state'

/** Moves to the first field that could not be read, once the form's answer is there. */
export function useFocusOnError(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.fields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])
  return form
}
