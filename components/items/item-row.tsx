'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { Badge } from '../ui/badge'
import { BULK_FORM } from './bulk-selection'
import type { FactSectionProps } from './fact-section'
import { ItemActs, JustDone } from './item-acts'
import { ItemAnswer } from './item-answer'
import { ItemEditor } from './item-editor'
import type { ReviewItem } from './review-types'

export type ItemRowProps = Omit<FactSectionProps, 'fact' | 'titled' | 'repeated' | 'items'> & { item: ReviewItem }

export function ItemRow({ item, ...props }: ItemRowProps) {
  const t = useTranslations('items')
  const { current, editing, onCurrent } = props
  const isCurrent = current === item.id
  const type = t(`type.${item.type}`)
  return (
    <article
      id={`item-${item.id}`}
      tabIndex={-1}
      aria-label={t('row.name', { number: item.number, type, status: t(`status.${item.status}`) })}
      onFocus={() => onCurrent(item.id)}
      onMouseDown={() => onCurrent(item.id)}
      className={clsx(
        'scroll-mt-4 border-t py-3 first-of-type:border-t-0 max-wide:scroll-mt-[40dvh]',
        isCurrent
          ? 'relative -mx-4 rounded-control border-transparent bg-surface px-4 shadow-[0_0_0_2px_var(--ink)] max-sm:-mx-2 max-sm:px-2'
          : 'focus:outline-0',
      )}
    >
      <p className="mb-1 flex flex-wrap items-center gap-x-3 text-caption text-ink-muted">
        {props.mayLay ? <SelectBox item={item} {...props} /> : null}
        <span className="tabular-nums">{item.number}</span>
        <span>{type}</span>
        {props.mayEdit ? <Marks item={item} /> : null}
      </p>
      {editing === item.id && item.answer && props.mayEdit ? (
        <ItemEditor item={item} {...props} />
      ) : (
        <ItemWords item={item} {...props} />
      )}
    </article>
  )
}

/** With the shift key, all from the last one on. It belongs to the form of the bar, which works without scripts. */
function SelectBox({ item, selected, onSelect }: ItemRowProps) {
  const t = useTranslations('items.bulk')
  return (
    <label className="-my-3 -ms-3.5 grid size-11 cursor-pointer place-items-center">
      <input
        type="checkbox"
        form={BULK_FORM}
        name="item"
        value={`${item.id} ${item.revisionId}`}
        aria-label={t('item', { number: item.number })}
        checked={selected.has(item.id)}
        onClick={(event) => onSelect(item.id, event.shiftKey)}
        // The click says whether the shift key was held.
        onChange={() => undefined}
        className="size-4.5 accent-(--ink)"
      />
    </label>
  )
}

/** How sure the engine is, and what has become of the item. */
function Marks({ item: { tier, status, edited, held } }: { item: ReviewItem }) {
  const t = useTranslations('items')
  const kind = { ready: 'quiet', waiting: 'flag', accepted: 'correct', rejected: 'wrong' } as const
  return (
    <>
      <span>{t(`row.tier.${tier}`)}</span>
      <span className="[&_*]:text-caption [&_svg]:size-[0.9375rem]">
        <Badge kind={kind[status]}>{t(`status.${status}`)}</Badge>
      </span>
      {edited ? <span>{t('row.edited')}</span> : null}
      {held ? <span>{t('row.held')}</span> : null}
    </>
  )
}

function ItemWords({ item, ...props }: ItemRowProps) {
  return (
    <div className="grid items-start gap-x-4 gap-y-1 sm:grid-cols-[1fr_auto]">
      <div className={clsx('min-w-0 leading-[1.45]', item.status === 'rejected' && 'text-ink-muted')}>
        <Stem stem={item.stem} />
        <ItemAnswer item={item} />
        <JustDone item={item} {...props} />
      </div>
      {props.mayEdit ? <ItemActs item={item} {...props} /> : null}
    </div>
  )
}

/** Gaps are read as gaps, not as five underscores. */
function Stem({ stem }: { stem: string }) {
  const t = useTranslations('items.row')
  const [first, ...rest] = stem.split(/_{3,}/)
  return (
    <p>
      {first}
      {rest.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the gaps of one stem, in their order.
        <span key={at}>
          <span aria-hidden="true">____</span>
          <span className="sr-only">{t('blank')}</span>
          {part}
        </span>
      ))}
    </p>
  )
}
