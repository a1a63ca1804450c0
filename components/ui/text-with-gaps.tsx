import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { splitAtGaps } from '@/lib/core/item/fill-gaps'

// Text and not a box, so that a comma after the gap never begins a line.
const BLANK = '\u00a0'.repeat(14)

/** Words with gaps: drawn, and said as "gap"; where as many answers are given, they stand in them. */
export function TextWithGaps({ text, fills = [] }: { text: string; fills?: readonly string[] }) {
  const { parts, inGaps } = splitAtGaps(text, fills)
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
    <Fragment key={at}>
      {at > 0 ? <Gap fill={inGaps[at - 1]} /> : null}
      {part}
    </Fragment>
  ))
}

function Gap({ fill }: { fill: string | undefined }) {
  const t = useTranslations('common')
  if (fill) return <b className="border-b-2 border-ink font-[650]">{fill}</b>
  return (
    <>
      <span className="sr-only">{t('gap')}</span>
      <span aria-hidden="true" className="whitespace-nowrap border-b-2 border-ink">
        {BLANK}
      </span>
    </>
  )
}
