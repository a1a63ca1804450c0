import { z } from 'zod'
import { DeckId, FactId, ReviewId } from '@/lib/core/ids'
import { WrittenSelection } from '@/lib/core/memory/session/parse-selection'
import { TYPED_ANSWER_CHARACTERS } from '@/lib/core/shared/input-limits'

const MAX_FACTS = 500

/** `facts=a,b`: those and no others; `facts=none`: all of them are done. Absent: whatever is due. */
export const FactIds = z
  .string()
  .optional()
  .transform((written) =>
    written === undefined
      ? undefined
      : written
          .split(',')
          .slice(0, MAX_FACTS)
          .flatMap((id) => FactId.safeParse(id).data ?? []),
  )

/** A limit that no learner reaches. */
const MAX_OFFSET = 1_000_000

/** How many facts of the selection came before. */
export const From = z.coerce.number().int().min(0).max(MAX_OFFSET).catch(0)

const StudyParams = z.object({
  deck: DeckId.optional().catch(undefined),
  facts: FactIds.catch(undefined),
  only: WrittenSelection,
  cram: z.literal('1').optional().catch(undefined),
  from: From,
  card: FactId.optional().catch(undefined),
  show: z.literal('1').optional().catch(undefined),
  typed: z.string().max(TYPED_ANSWER_CHARACTERS).optional().catch(undefined),
  /** How many letters of the answer were shown as a hint. With a hint the rating changes no date, also after a reload. */
  hints: z.coerce.number().int().min(0).max(200).catch(0),
  last: ReviewId.optional().catch(undefined),
})

/** What an address of Study asks for. */
export type StudyRequest = ReturnType<typeof parseStudyRequest>

/** Parses what `studyAddress` writes. Invalid parameters are ignored, so that old links still work. */
export function parseStudyRequest(params: unknown) {
  const { deck, facts, last, only, cram, from, card, show, typed, hints } = StudyParams.parse(params)
  return {
    deckId: deck ?? null,
    /** Null: whatever is due. */
    factIds: facts ?? null,
    lastReviewId: last ?? null,
    only,
    from,
    cram: cram === '1',
    card: card ?? null,
    shown: show === '1',
    typed: typed ?? '',
    hints,
  }
}
