import 'server-only'
import type { Viewer } from '../../core/people/viewer'
import { minutesFor } from '../../core/statistics/review-time'
import { dailyLimits } from '../study/daily-limits'
import { countDue, factsOnSteps, nextDue } from '../study/find-due-facts'
import { newFacts } from '../study/new-facts'
import { studyPace } from '../study/study-pace'
import { studyScope } from '../study/study-scope'
import { type DeckPage, listDecks } from './list-decks'

export type Today = {
  readonly toReview: number
  readonly new: number
  readonly minutes: number
  /** The first of the viewer's decks and of those shipped, as `listDecks` orders them. */
  readonly decks: DeckPage
  /** False: nothing reviewed yet; show how to begin. */
  readonly begun: boolean
  /** When the next fact falls due; asked only when there is nothing to do. */
  readonly nextDue: Date | null
}

/** As many as fit on a screen or two; the rest is on the page of all decks. */
const DECKS_SHOWN = 8

/** What there is to do today and how long it will take. Nothing is counted beyond the daily limits. */
export async function today(viewer: Viewer, now: Date): Promise<Today> {
  const scope = await studyScope(viewer, undefined)
  if (!scope) throw new Error('Who is signed in studies something.')
  const [decks, limits, onSteps, pace] = await Promise.all([
    listDecks(viewer, { from: 0, size: DECKS_SHOWN }, now),
    dailyLimits(viewer, now),
    factsOnSteps(scope, now),
    studyPace(viewer),
  ])
  const [due, { length: fresh }] = await Promise.all([
    countDue(scope, limits.due, now),
    newFacts(scope, limits.new, now),
  ])
  const toReview = onSteps.length + due
  return {
    toReview,
    new: fresh,
    minutes: minutesFor({ toReview, new: fresh }, pace),
    decks,
    begun: decks.decks.some(({ lastStudied }) => lastStudied !== null),
    nextDue: toReview + fresh === 0 ? await nextDue(scope, now) : null,
  }
}
