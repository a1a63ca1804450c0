'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { readTagName } from '@/lib/core/people/names'
import { TAG_CHARACTERS } from '@/lib/core/shared/input-limits'
import type { Annotation, Annotations } from '@/lib/data/tags/flag-and-tag-facts'

type ItemMenuProps = {
  /** What an author can do with the item beside accepting, rejecting and editing; what is not possible is null. */
  onAskAnother: (() => void) | null
  onMerge: (() => void) | null
  onSplit: (() => void) | null
  onMoveUp: (() => void) | null
  onMoveDown: (() => void) | null
  /** The learner's own tags and flags on the fact that the item asks; null for a stranger. */
  own: { readonly annotations: Annotations; readonly tags: readonly string[] } | null
  onAnnotate: (annotation: Annotation) => void
}

const ENTRY = 'flex min-h-11 w-full items-center rounded-mark px-3 text-start text-label leading-[1.3] hover:bg-sunk'

/** The rare actions on an item, in a native disclosure that floats. None of them works without scripts. */
export function ItemMenu({ onAskAnother, onMerge, onSplit, onMoveUp, onMoveDown, own, onAnnotate }: ItemMenuProps) {
  const t = useTranslations('items.menu')
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => {
    menu.current?.removeAttribute('open')
    menu.current?.querySelector('summary')?.focus()
  }
  const entries = [
    { name: t('askAnother'), act: onAskAnother },
    { name: t('merge'), act: onMerge },
    { name: t('split'), act: onSplit },
    { name: t('moveUp'), act: onMoveUp },
    { name: t('moveDown'), act: onMoveDown },
    ...(own ? annotationEntries(own.annotations, t).map(({ name, to }) => ({ name, act: () => onAnnotate(to) })) : []),
  ].filter(({ act }) => act !== null)
  if (entries.length === 0) return null
  return (
    <details
      ref={menu}
      className="relative -mt-2.5 -me-2 flex-none noscript:hidden"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) menu.current?.removeAttribute('open')
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && menu.current?.open) close()
      }}
    >
      <summary aria-label={t('name')} className="grid size-11 place-items-center rounded-control hover:bg-sunk">
        <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </summary>
      <ul className="absolute end-0 top-full z-20 mt-1 min-w-60 rounded-control border bg-surface p-2 shadow-float">
        {entries.map(({ name, act }) => (
          <li key={name}>
            <button
              type="button"
              className={ENTRY}
              onClick={() => {
                close()
                act?.()
              }}
            >
              {name}
            </button>
          </li>
        ))}
        {own ? (
          <li className="mt-2 border-t pt-2">
            <TagForm
              tags={own.tags}
              onTag={(name) => {
                close()
                onAnnotate({ kind: 'tag', name, on: true })
              }}
            />
          </li>
        ) : null}
      </ul>
    </details>
  )
}

type MenuWords = ReturnType<typeof useTranslations<'items.menu'>>

/** Star, suspend, and the tags that can be taken off. */
function annotationEntries({ starred, suspended, tags }: Annotations, t: MenuWords) {
  const entries: { name: string; to: Annotation }[] = [
    { name: t(starred ? 'starOff' : 'star'), to: { kind: 'star', on: !starred } },
    { name: t(suspended ? 'suspendOff' : 'suspend'), to: { kind: 'suspend', on: !suspended } },
  ]
  return [
    ...entries,
    ...tags.map((name) => ({ name: t('tagOff', { name }), to: { kind: 'tag', name, on: false } as const })),
  ]
}

function TagForm({ tags, onTag }: { tags: readonly string[]; onTag: (name: string) => void }) {
  const t = useTranslations('items.menu')
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = readTagName(String(new FormData(event.currentTarget).get('name') ?? ''))
    if (name === null) return
    event.currentTarget.reset()
    onTag(name)
  }
  return (
    <form onSubmit={send} className="flex gap-2 px-1">
      <input
        name="name"
        list="tag-suggestions"
        aria-label={t('tagName')}
        placeholder={t('tagName')}
        maxLength={TAG_CHARACTERS}
        autoComplete="off"
        className="min-h-11 w-32 flex-1 rounded-control border border-edge bg-paper px-3 text-label placeholder:text-ink-muted"
      />
      <datalist id="tag-suggestions">
        {tags.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" className="min-h-11 flex-none rounded-control px-3 text-label font-[500] hover:bg-sunk">
        {t('tag')}
      </button>
    </form>
  )
}
