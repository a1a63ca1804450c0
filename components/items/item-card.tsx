'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type MouseEvent, memo, type ReactNode } from 'react'
import type { CheckFinding } from '@/lib/core/check/check-result'
import type { ItemStatus } from '@/lib/core/item/filter-items'
import { write } from '@/lib/core/question-types/registry'
import { wordsAroundGaps } from '@/lib/core/shared/gap-placeholder'
import { itemComponents } from '../question-types/registry'
import { Badge, type BadgeKind } from '../ui/badge'
import { Button, buttonClass } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { FindingLines, useFindingLines } from './finding-lines'
import { itemsAddress, queryOf } from './items-query'
import type { Decision, ItemsScreenProps, JustDecided, ListedItem } from './items-types'
import { useReasonText } from './reason-text'

type ItemProps = Pick<ItemsScreenProps, 'deckId' | 'view' | 'mayEdit'> & { item: ListedItem }

type ItemCardProps = ItemProps & {
  actions: ItemsScreenProps['actions']
  done: JustDecided | null
  menu: ReactNode
  /** In place of the item's words while it is edited. */
  editor: ReactNode
  /** A new item is being written: on a phone its form needs the foot of the screen. */
  isWriting: boolean
  /** What only the server found in it when it was saved. */
  findings: readonly CheckFinding[]
  /** An edit of it waits unsaved. */
  hasDraft: boolean
  onDecide: (item: ListedItem, kind: Decision) => void
  onEdit: (itemId: string) => void
}

/** The item in focus: its words, why it needs a check, and what can be done. */
export function ItemCard({ item, menu, editor, findings, hasDraft, ...props }: ItemCardProps) {
  const lines = useFindingLines(findings)
  const hasFindings = lines.length > 0 && !editor
  return (
    <article
      id={`item-${item.id}`}
      tabIndex={-1}
      aria-label={useItemName(item, true)}
      // It has the focus once it is saved.
      aria-describedby={hasFindings ? `found-${item.id}` : undefined}
      className="relative -mx-4 scroll-mt-[40dvh] rounded-control bg-surface p-4 wrap-anywhere shadow-[0_0_0_2px_var(--ink)] focus:outline-0 max-sm:-mx-2 max-sm:p-3 wide:scroll-mt-16"
    >
      <div className="mb-1 flex items-start justify-between gap-3">
        <ItemKind item={item} mayEdit={props.mayEdit} hasDraft={hasDraft && !editor} />
        {menu}
      </div>
      {editor ?? (
        <>
          <h2 className="text-lead leading-[1.35]!">
            <Stem stem={item.stem} />
          </h2>
          <div className="mt-1 leading-[1.45]">
            <ItemAnswer item={item} />
          </div>
          {props.mayEdit ? <WhyCheck item={item} /> : null}
          {hasFindings ? (
            <div className="mt-3 border-t pt-3">
              <FindingLines id={`found-${item.id}`} lines={lines} />
            </div>
          ) : null}
          {props.mayEdit ? <CardActions item={item} {...props} /> : null}
        </>
      )}
    </article>
  )
}

/** An item that is not in focus. */
export const ItemRow = memo(function ItemRow({
  item,
  deckId,
  view,
  mayEdit,
  hasDraft,
  onOpen,
}: ItemProps & { hasDraft: boolean; onOpen: (itemId: string) => void }) {
  const t = useTranslations('items.row')
  const reasons = useReasonText()
  const [doubt] = item.status === 'unreviewed' ? item.doubts : []
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    onOpen(item.id)
  }
  return (
    <article
      id={`item-${item.id}`}
      aria-label={useItemName(item, false)}
      className="border-t wrap-anywhere first:border-t-0"
    >
      <Link
        href={itemsAddress(deckId, view, { item: item.id })}
        prefetch={false}
        scroll={false}
        onClick={open}
        className="group block py-3 leading-[1.45] no-underline focus-visible:-outline-offset-3"
      >
        <span
          className={clsx(
            'block group-hover:underline group-hover:decoration-1 group-hover:underline-offset-[0.22em]',
            item.status === 'rejected' && 'text-ink-muted',
          )}
        >
          <Stem stem={item.stem} />{' '}
          {item.answer ? (
            <b className={clsx(item.status === 'rejected' && 'line-through')}>{write(item.answer).key.join('; ')}</b>
          ) : null}
        </span>
        {/* The tab says already that these need a check. */}
        <ItemKind {...{ item, mayEdit, hasDraft }} hasBadge={mayEdit && view.show !== 'to-check'} />
        {doubt ? (
          <span className="block text-caption text-ink-muted">
            {t('whyCheck')} {reasons.sentence(doubt.code, doubt.values)}
          </span>
        ) : null}
      </Link>
    </article>
  )
})

function useItemName({ number, type, status }: ListedItem, isInFocus: boolean): string {
  const t = useTranslations('items')
  const name = t('row.name', { number, type: t(`type.${type}`), status: t(`status.${status}`) })
  return isInFocus ? t('row.inFocus', { name }) : name
}

const BADGES: Partial<Record<ItemStatus, BadgeKind>> = { unreviewed: 'flag', accepted: 'correct', rejected: 'wrong' }

type ItemKindProps = { item: ListedItem; mayEdit: boolean; hasDraft: boolean; hasBadge?: boolean }

/** Its state, type and finder in one line. Only what is unusual has a badge. */
function ItemKind({ item, mayEdit, hasDraft, hasBadge = mayEdit }: ItemKindProps) {
  const t = useTranslations('items')
  const badge = hasBadge ? BADGES[item.status] : undefined
  const notes = mayEdit ? notesOn(item) : []
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-caption leading-[1.45] text-ink-muted [&_svg]:size-[0.9375rem] **:text-caption">
      {badge ? <Badge kind={badge}>{t(`status.${item.status}`)}</Badge> : null}
      <span>{t(`type.${item.type}`)}</span>
      <span>{t(`finder.${finderOf(item)}`)}</span>
      {notes.map((note) => (
        <span key={note}>{t(`row.${note}`)}</span>
      ))}
      {hasDraft && mayEdit ? <b className="font-semibold text-ink">{t('row.unsaved')}</b> : null}
    </span>
  )
}

function finderOf({ finder, replaces }: ListedItem) {
  if (finder === 'author' && replaces) return 'changed'
  return finder.startsWith('model:') ? 'model' : (finder as 'rules' | 'pasted' | 'author')
}

function notesOn({ edited, finder, held }: ListedItem) {
  const isEdited = edited && finder !== 'author'
  return [isEdited ? ('edited' as const) : null, held ? ('held' as const) : null].filter((note) => note !== null)
}

/** Screen readers say "blank" for a gap, not five underscores. */
function Stem({ stem }: { stem: string }) {
  const t = useTranslations('items.row')
  const [first, ...rest] = wordsAroundGaps(stem)
  return (
    <>
      {first}
      {rest.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the gaps of one stem, in their order.
        <span key={at}>
          <span aria-hidden="true">____</span>
          <span className="sr-only">{t('blank')}</span>
          {part}
        </span>
      ))}
    </>
  )
}

/** The key and the wrong options; for learners only what may be seen before answering. */
function ItemAnswer({ item: { answer, options, status } }: { item: ListedItem }) {
  const t = useTranslations('items.row')
  if (!answer) {
    const offered = options.length > 0 ? t('options', { options: options.join('; ') }) : t('hidden')
    return <p className="text-label text-ink-muted">{offered}</p>
  }
  const { Key } = itemComponents(answer.type)
  return <Key written={write(answer)} isRejected={status === 'rejected'} />
}

function WhyCheck({ item: { status, doubts, finder } }: { item: ListedItem }) {
  const t = useTranslations('items.row')
  const reasons = useReasonText()
  if (status !== 'unreviewed') return null
  const sentences = [...new Set(doubts.map(({ code, values }) => reasons.withAdvice(code, values)))]
  return (
    <p className="mt-3 border-t pt-3 text-label leading-[1.5]">
      <b>{t('whyCheck')}</b> {sentences.join(' ') || t(finder === 'rules' ? 'unsure' : 'unread')}
    </p>
  )
}

/** Reject, edit and accept, at the foot of a phone; each works without scripts. */
function CardActions({
  item,
  deckId,
  view,
  done,
  actions,
  ...on
}: Omit<ItemCardProps, 'menu' | 'editor' | 'findings' | 'hasDraft'>) {
  const t = useTranslations('items')
  const decide = (kind: Decision) => (event: MouseEvent) => {
    event.preventDefault()
    on.onDecide(item, kind)
  }
  const isAccepted = item.status === 'accepted' || item.status === 'ready'
  const flex = 'max-sm:flex-1 max-sm:px-2!'
  return (
    <form
      action={actions.chooseByForm}
      data-foot={on.isWriting ? undefined : ''}
      className={clsx(
        'mt-4 flex items-center gap-2',
        on.isWriting
          ? 'max-sm:hidden'
          : 'max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-20 max-sm:border-t max-sm:bg-paper max-sm:px-(--gutter) max-sm:pt-2 max-sm:pb-[calc(0.5rem+env(safe-area-inset-bottom))]',
      )}
    >
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="revisionId" value={item.revisionId} />
      <input type="hidden" name="view" value={queryOf(view)} />
      {item.status === 'rejected' ? null : (
        <Button type="submit" size="slim" name="choice" value="rejected" onClick={decide('rejected')} className={flex}>
          {t('row.reject')} <Kbd>X</Kbd>
        </Button>
      )}
      <Link
        href={itemsAddress(deckId, view, { item: item.id, more: { edit: item.id } })}
        prefetch={false}
        scroll={false}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          on.onEdit(item.id)
        }}
        className={clsx(buttonClass('secondary', 'slim'), flex)}
      >
        {t('row.edit')} <Kbd>E</Kbd>
      </Link>
      {/* Without scripts there is no toast. */}
      {done?.itemId === item.id ? (
        <Button type="submit" variant="bare" size="slim" name="choice" value={done.was}>
          {t('told.undo')}
        </Button>
      ) : null}
      {item.status === 'accepted' ? null : (
        <Button
          type="submit"
          variant={isAccepted ? 'secondary' : 'primary'}
          size="slim"
          name="choice"
          value="accepted"
          onClick={decide('accepted')}
          className={clsx(flex, 'sm:ms-auto sm:min-w-36')}
        >
          {t('row.accept')} <Kbd>A</Kbd>
        </Button>
      )}
    </form>
  )
}
