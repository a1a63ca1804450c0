import type { Caption } from '@/lib/core/document/evidence'

type Translate = (key: `${'caption' | 'plain'}.${'sentence' | 'entry' | 'entries'}`, values: Values) => string
type Values = { heading: string; sentence: number; from: number; to: number }

/** Where a proof stands, in words; the messages are those of common.evidence. */
export function evidenceCaption(t: Translate, { heading, sentence, entries }: Caption): string {
  const place = !entries ? 'sentence' : entries.from === entries.to ? 'entry' : 'entries'
  const { from, to } = entries ?? { from: 0, to: 0 }
  return t(`${heading === '' ? 'plain' : 'caption'}.${place}`, { heading, sentence, from, to })
}
