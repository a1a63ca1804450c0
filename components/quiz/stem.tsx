import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { ItemType } from '@/lib/core/item/item'

const GAP = /_{3,}/
// Text and not a box, so that a comma after the gap never begins a line.
const BLANK = '\u00a0'.repeat(14)

/** The question's words. Gaps are drawn, and said as "gap"; after the answer the key stands in them. */
export function Stem({ type, text, fills = [] }: { type: ItemType; text: string; fills?: readonly string[] }) {
  const t = useTranslations('quiz.attempt')
  const parts = text.split(GAP)
  const inGaps = parts.length - 1 === fills.length ? fills : []
  return (
    <>
      {type === 'true-false' ? `${t('trueFalse')} ` : null}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
        <Fragment key={at}>
          {at > 0 ? <Gap fill={inGaps[at - 1]} name={t('gap')} /> : null}
          {part}
        </Fragment>
      ))}
    </>
  )
}

function Gap({ fill, name }: { fill: string | undefined; name: string }) {
  if (fill) return <b className="border-b-2 border-ink font-[650]">{fill}</b>
  return (
    <>
      <span className="sr-only">{name}</span>
      <span aria-hidden="true" className="whitespace-nowrap border-b-2 border-ink">
        {BLANK}
      </span>
    </>
  )
}
