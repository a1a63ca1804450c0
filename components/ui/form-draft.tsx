'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from './button'
import { useAnnounce } from './live-region'
import { notify } from './toaster'

/**
 * Stores the unsaved texts of a form in this tab under its `draftName` until they are saved or discarded. They survive
 * Escape, another page and a reload; a form that is opened again starts with them. While a form is open, it may get
 * another name, and keeps its texts under that.
 */
export function useDraft(
  name: string,
  form: RefObject<HTMLFormElement | null>,
  { onClose, onFilled }: { onClose: () => void; onFilled?: (form: HTMLFormElement) => void },
) {
  const t = useTranslations('common.draft')
  const opened = useRef<DraftFields>({})
  const named = useRef<string | null>(null)
  const filled = useRef(onFilled)
  // Fields that the form has only with what the others say.
  const waiting = useRef<DraftFields>({})
  const [isDraft, setDraft] = useState(false)
  useEffect(() => {
    if (!form.current) return
    const before = named.current
    named.current = name
    if (before !== null && before !== name) return moveDraft(before, name)
    opened.current = fieldsOf(form.current)
    const kept = readDraft(name)
    if (!kept || isSame(kept, opened.current)) return
    waiting.current = fill(form.current, kept)
    setDraft(true)
    filled.current?.(form.current)
  }, [name, form])
  useEffect(() => {
    if (form.current) waiting.current = fill(form.current, waiting.current)
  })
  const forget = () => {
    waiting.current = {}
    dropDraft(name)
  }
  const isChanged = () => form.current !== null && !isSame(fieldsOf(form.current), opened.current)
  return {
    /** Whether the form started with a stored draft. */
    isDraft,
    /** Call at every change. */
    keep: () => {
      if (form.current && isChanged()) writeDraft(name, { ...waiting.current, ...fieldsOf(form.current) })
      else dropDraft(name)
    },
    /** After saving. Returns how to keep the texts again, should the saving be undone. */
    drop: () => {
      const kept = readDraft(name)
      forget()
      return () => {
        if (kept) writeDraft(name, kept)
      }
    },
    /** Closes the form and keeps the draft. */
    leave: () => {
      if (isChanged()) notify(t('kept'))
      onClose()
    },
    giveUp: () => {
      forget()
      onClose()
    },
    startOver: () => {
      forget()
      setDraft(false)
      if (!form.current) return
      fill(form.current, opened.current)
      filled.current?.(form.current)
    },
  }
}

/** Without hidden fields, which the server sets. */
function fieldsOf(form: HTMLFormElement): DraftFields {
  const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name }) => name))
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (hidden.has(name) ? [] : [[name, String(value)]])),
  )
}

/** Returns those that the form does not have. */
function fill(form: HTMLFormElement, fields: DraftFields): DraftFields {
  const missing: Record<string, string> = {}
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name)
    if (field && 'value' in field) field.value = value
    else missing[name] = value
  }
  return missing
}

const isSame = (draft: DraftFields, fields: DraftFields): boolean =>
  Object.entries(draft).every(([name, value]) => fields[name] === undefined || fields[name] === value)

/** Shown above a form that started with a draft. */
export function DraftNote({ onStartOver }: { onStartOver: () => void }) {
  const t = useTranslations('common.draft')
  const announce = useAnnounce()
  // Few screen readers read a status that appears together with its text; the app's live region exists before.
  useEffect(() => announce(t('note')), [announce, t])
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-label text-ink-muted">
      {t('note')}
      <Button variant="bare" size="slim" className="-ms-2" onClick={onStartOver}>
        {t('startOver')}
      </Button>
    </p>
  )
}

/** Unsaved texts of a form by field. */
type DraftFields = Readonly<Record<string, string>>

const PREFIX = 'bilim draft '

const prefixOf = (owner: string | null) => `${PREFIX}${owner ?? 'stranger'} `

/** Two decks may contain the same item, and two learners may use one device: each has their own draft. */
export function draftName(owner: string | null, deckId: string, itemId: string): string {
  return `${prefixOf(owner)}${deckId} ${itemId}`
}

const readDraft = (name: string): DraftFields | null =>
  inTab((storage) => {
    const fields: unknown = JSON.parse(storage.getItem(name) ?? 'null')
    return fields && typeof fields === 'object' ? (fields as DraftFields) : null
  })

const writeDraft = (name: string, fields: DraftFields): void =>
  change((storage) => storage.setItem(name, JSON.stringify(fields)))

function moveDraft(from: string, to: string): void {
  const kept = readDraft(from)
  if (!kept) return
  writeDraft(to, kept)
  dropDraft(from)
}

const dropDraft = (name: string): void => change((storage) => storage.removeItem(name))

/** Names, as `draftName` takes them last, of what was written in this deck and waits in this tab. */
export function useWaitingDrafts(owner: string | null, deckId: string): readonly string[] {
  const names = useSyncExternalStore(
    subscribe,
    () => waitingDrafts(draftName(owner, deckId, '')),
    () => '',
  )
  return useMemo(() => (names === '' ? [] : names.split('\n')), [names])
}

/** In one string, so that the same names are equal. */
const waitingDrafts = (prefix: string): string =>
  inTab((storage) => {
    const names = Object.keys(storage).filter((name) => name.startsWith(prefix))
    return names.map((name) => name.slice(prefix.length)).join('\n')
  }) ?? ''

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(work: (storage: Storage) => void): void {
  inTab(work)
  for (const listener of listeners) listener()
}

/** After signing out or deleting the account, no draft may stay readable in this tab. */
export const dropDraftsOfOthers = (owner: string | null): void =>
  change((storage) => {
    const others = Object.keys(storage).filter((name) => name.startsWith(PREFIX) && !name.startsWith(prefixOf(owner)))
    for (const name of others) storage.removeItem(name)
  })

/** Null if the browser refuses storage. */
function inTab<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage)
  } catch {
    return null
  }
}
