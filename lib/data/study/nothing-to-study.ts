import 'server-only'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { dailyLimits } from './daily-limits'
import { nextDue } from './find-due-facts'
import { newFactsToday } from './new-facts'
import { type StudyScope, studyScope } from './study-scope'

export type NothingToStudy = {
  /** How many facts with a card the decks have that there are to study. */
  readonly cards: number
  /** When the next fact falls due that is not to be done now. */
  readonly nextDue: Date | null
  /** There are facts that were never met, and the learner has met as many today as they take. */
  readonly holdsBackNew: boolean
}

/** For a screen with nothing to study: whether there is anything at all, and when it comes back. */
export async function explainNothingToStudy(
  viewer: Viewer | null,
  deckId: DeckId | null,
  now: Date,
): Promise<NothingToStudy> {
  const scope = await studyScope(viewer, deckId ?? undefined)
  if (!scope) return { cards: 0, nextDue: null, holdsBackNew: false }
  const [found] = await db().$queryRaw<{ cards: number }[]>`
    SELECT coalesce(sum("cards"), 0)::int AS "cards" FROM "Deck"
    WHERE "id" IN (${scope.deckIds})`
  return {
    cards: found?.cards ?? 0,
    nextDue: viewer ? await nextDue(scope, now) : null,
    holdsBackNew: await holdsBackNew(viewer, scope, now),
  }
}

async function holdsBackNew(viewer: Viewer | null, scope: StudyScope, now: Date): Promise<boolean> {
  const limits = await dailyLimits(viewer, now)
  return limits.new === 0 && (await newFactsToday(scope, limits, now)).isLimited
}
