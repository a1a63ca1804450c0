import { z } from 'zod'
import { DeckId, FactId, ReviewId } from '@/lib/core/ids'
import { WrittenSelection } from '@/lib/core/memory/session/selection'
import { TYPED_ANSWER_CHARACTERS } from '@/lib/core/shared/input-limits'

const MOST_FACTS = 500

/** `facts=a,b`: those and no others; `facts=none`: all of them are done. Absent: whatever is due. */
export const FactIds = z
  .string()
  .optional()
  .transform((written) =>
    written === undefined
      ? undefined
      : written
          .split(',')
          .slice(0, MOST_FACTS)
          .flatMap((id) => FactId.safeParse(id).data ?? []),
  )

/** More than one learner has. */
const MOST_BEFORE = 1_000_000

/** How many facts of the selection came before. */
export const From = z.coerce.number().int().min(0).max(MOST_BEFORE).catch(0)

/** The address of Study. What cannot be read is left out: an old link still leads to studying. */
export const StudyParams = z.object({
  deck: DeckId.optional().catch(undefined),
  facts: FactIds.catch(undefined),
  only: WrittenSelection,
  cram: z.literal('1').optional().catch(undefined),
  from: From,
  card: FactId.optional().catch(undefined),
  show: z.literal('1').optional().catch(undefined),
  typed: z.string().max(TYPED_ANSWER_CHARACTERS).optional().catch(undefined),
  /** Letters of the answer that were asked for: with one the rating moves nothing, also after a reload. */
  hints: z.coerce.number().int().min(0).max(200).catch(0),
  last: ReviewId.optional().catch(undefined),
})
export type StudyParams = z.infer<typeof StudyParams>
