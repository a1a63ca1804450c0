import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { isPaired, pairsOf } from '@/lib/core/item/pairs'
import type { ReviewItem } from './review-types'

/** The key and what is offered beside it; for whoever answers later, only what may be seen before. */
export function ItemAnswer({ item }: { item: ReviewItem }) {
  const t = useTranslations('items.row')
  const { answer, options } = item
  if (!answer) {
    const offered = options.length > 0 ? t('options', { options: options.join('; ') }) : t('hidden')
    return <p className="text-label text-ink-muted">{offered}</p>
  }
  return (
    <>
      <Key item={item} entries={answer.key} />
      {answer.wrong.length > 0 && item.type !== 'true-false' ? (
        <Wrong options={answer.wrong} reasons={answer.distractorReasons} />
      ) : null}
    </>
  )
}

function Key({ item, entries }: { item: ReviewItem; entries: readonly string[] }) {
  const { type, status } = item
  const look = clsx('font-semibold', status === 'rejected' && 'line-through')
  if (type === 'ordering') {
    return (
      <ol className={clsx(look, 'mt-1 grid list-decimal gap-1 ps-6')}>
        {entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ol>
    )
  }
  if (!isPaired(type)) return <p className={look}>{entries.join('; ')}</p>
  return (
    <ul className={clsx('mt-1 grid gap-1', status === 'rejected' && 'line-through')}>
      {pairsOf({ key: entries, options: item.options }).map(({ left, right }) => (
        <li key={`${left} ${right}`} className="ps-5 -indent-5">
          {left} <span className="text-ink-muted">→</span> <b className="font-semibold">{right}</b>
        </li>
      ))}
    </ul>
  )
}

type WrongProps = { options: readonly string[]; reasons: Readonly<Record<string, string>> }

/** Each wrong option has a reason; the author may read them, and is not made to. */
function Wrong({ options, reasons }: WrongProps) {
  const t = useTranslations('items.row')
  const told = options.filter((option) => reasons[option])
  const line = t('wrong', { options: options.join('; ') })
  if (told.length === 0) return <p className="text-label text-ink-muted">{line}</p>
  return (
    <details className="group text-label text-ink-muted">
      <summary className="min-h-8 hover:text-ink">
        {line} <span className="whitespace-nowrap underline decoration-edge underline-offset-4">{t('why')}</span>
      </summary>
      <ul className="grid gap-1 pb-1">
        {told.map((option) => (
          <li key={option}>{reasons[option]}</li>
        ))}
      </ul>
    </details>
  )
}
