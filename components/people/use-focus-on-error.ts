'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { FormState } from './form-state'

/** Focuses the first invalid field when the response of the form arrives. */
export function useFocusOnError(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.fields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])
  return form
}
