'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type DraftFields, dropDraft, readDraft, writeDraft } from './drafts'
import { useAnnounce } from './live-region'
import { notify } from './toaster'

/**
 * Keeps what is written in a form and not saved in this tab, under its `draftName`, until it is saved or given up: it
 * survives Escape, another page and a reload. A form that is opened again begins with it.
 */
export function useDraft(
  name: string,
  form: RefObject<HTMLFormElement | null>,
  { onClose, onFilled }: { onClose: () => void; onFilled?: (form: HTMLFormElement) => void },
) {
  const t = useTranslations('common.draft')
  const announce = useAnnounce()
  const opened = useRef<DraftFields>({})
  const filled = useRef(onFilled)
  const [isDraft, setDraft] = useState(false)
  useEffect(() => {
    if (!form.current) return
    opened.current = fieldsOf(form.current)
    const kept = readDraft(name)
    if (!kept || isSame(kept, opened.current)) return
    fill(form.current, kept)
    setDraft(true)
    filled.current?.(form.current)
  }, [name, form])
  const isChanged = () => form.current !== null && !isSame(fieldsOf(form.current), opened.current)
  return {
    /** Whether the form began with words that were kept. */
    isDraft,
    /** To be called at every change. */
    keep: () => {
      if (form.current && isChanged()) writeDraft(name, fieldsOf(form.current))
      else dropDraft(name)
    },
    drop: () => dropDraft(name),
    /** Closes the form and keeps what is written. */
    leave: () => {
      if (isChanged()) {
        announce(t('kept'))
        notify(t('kept'))
      }
      onClose()
    },
    giveUp: () => {
      dropDraft(name)
      onClose()
    },
    startOver: () => {
      dropDraft(name)
      setDraft(false)
      if (!form.current) return
      fill(form.current, opened.current)
      filled.current?.(form.current)
    },
  }
}

/** Of hidden fields the server knows. */
function fieldsOf(form: HTMLFormElement): DraftFields {
  const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name }) => name))
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (hidden.has(name) ? [] : [[name, String(value)]])),
  )
}

function fill(form: HTMLFormElement, fields: DraftFields): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name)
    if (field && 'value' in field) field.value = value
  }
}

const isSame = (one: DraftFields, other: DraftFields): boolean =>
  Object.entries(one).every(([name, value]) => other[name] === undefined || other[name] === value)
