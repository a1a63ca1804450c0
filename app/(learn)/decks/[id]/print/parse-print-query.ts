import { z } from 'zod'
import { DEFAULT_QUESTION_COUNT } from '@/components/quiz/question-counts'
import { CARD_LAYOUTS, PAPERS } from '@/lib/core/item/printed-items'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'
import type { AskedPrint } from '@/lib/data/decks/print-deck'

const KINDS = ['cards', 'quiz', 'facts'] as const
export const VERSIONS = 6
const MAX_PARTS = 1_000

// A parameter that is missing or cannot be read has its default.
const PrintQuery = z.object({
  what: z.enum(KINDS).catch('cards'),
  layout: z.enum(CARD_LAYOUTS).catch('fold'),
  paper: z.enum(PAPERS).catch('a4'),
  part: z.coerce.number().int().min(1).max(MAX_PARTS).catch(1),
  count: z.coerce.number().int().min(1).max(QUESTIONS_PER_QUIZ).catch(DEFAULT_QUESTION_COUNT),
  version: z.coerce.number().int().min(1).max(VERSIONS).catch(1),
})

export type PrintQuery = z.infer<typeof PrintQuery>

export function parsePrintQuery(query: Readonly<Record<string, string | string[] | undefined>>): PrintQuery {
  return PrintQuery.parse(query)
}

/** What the data layer loads for it. */
export function printRequest({ what, layout, part, count, version }: PrintQuery): AskedPrint {
  switch (what) {
    case 'cards':
      return { kind: what, layout, part }
    case 'facts':
      return { kind: what, part }
    case 'quiz':
      return { kind: what, count, version }
  }
}
