import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { splitAtGaps } from '@/lib/core/item/fill-gaps'

// Text instead of a box, so that a comma after the gap never starts a line.
const BLANK = '\u00a0'.repeat(14)

/** A text with gaps, which screen readers read as "gap". With `fills`, the gaps contain the answers. */
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
