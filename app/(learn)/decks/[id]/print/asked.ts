import { z } from 'zod'
import { CARD_LAYOUTS, PAPERS } from '@/lib/core/item/printed'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'
import type { AskedPrint } from '@/lib/data/decks/print-deck'

const KINDS = ['cards', 'quiz', 'facts'] as const
export const COUNTS = [5, 10, 20, 30, QUESTIONS_PER_QUIZ]
export const VERSIONS = 6
const USUAL_COUNT = 10
const MOST_PARTS = 1_000

/** What is printed and how, as the address says it; what it does not say or says wrong is the usual. */
const Asked = z.object({
  what: z.enum(KINDS).catch('cards'),
  layout: z.enum(CARD_LAYOUTS).catch('fold'),
  paper: z.enum(PAPERS).catch('a4'),
  part: z.coerce.number().int().min(1).max(MOST_PARTS).catch(1),
  count: z.coerce.number().int().min(1).max(QUESTIONS_PER_QUIZ).catch(USUAL_COUNT),
  version: z.coerce.number().int().min(1).max(VERSIONS).catch(1),
})

export type Asked = z.infer<typeof Asked>

export function readAsked(query: Readonly<Record<string, string | string[] | undefined>>): Asked {
  return Asked.parse(query)
}

export function askedPrint({ what, layout, part, count, version }: Asked): AskedPrint {
  switch (what) {
    case 'cards':
      return { kind: what, layout, part }
    case 'facts':
      return { kind: what, part }
    case 'quiz':
      return { kind: what, count, version }
  }
}
