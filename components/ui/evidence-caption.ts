import type { Caption } from '@/lib/core/document/evidence'

type Place = 'sentence' | 'entry' | 'range' | 'entries'
type Translate = (key: `${'caption' | 'plain'}.${Place}`, values: Values) => string
type Values = { heading: string; sentence: number; from: number; to: number; entries: string }

/** Where evidence stands, in words; the messages are those of common.evidence. */
export function evidenceCaption(t: Translate, { heading, sentence, entries = [] }: Caption): string {
  const [from, to] = [entries[0] ?? 0, entries.at(-1) ?? 0]
  const values = { heading, sentence, from, to, entries: entries.join(', ') }
  return t(`${heading === '' ? 'plain' : 'caption'}.${placeOf(entries.length, to - from)}`, values)
}

function placeOf(count: number, distance: number): Place {
  if (count < 2) return count === 0 ? 'sentence' : 'entry'
  return distance === count - 1 ? 'range' : 'entries'
}
