import 'server-only'
import type { DeckId, FactId } from '../../core/ids'
import { parametersOf } from '../../core/memory/scheduling/parameters'
import { takeSession } from '../../core/memory/session/custom-study'
import type { DueStatus } from '../../core/memory/session/due-rule'
import { spreadSiblings } from '../../core/memory/session/order-facts'
import type { Selection } from '../../core/memory/session/selection'
import type { StudyCard } from '../../core/memory/session/study-card'
import { todaysFacts, withDueStatus } from '../../core/memory/session/todays-facts'
import type { Viewer } from '../../core/people/viewer'
import { cardExtras } from './card-extras'
import { customStudyFacts } from './custom-study'
import { dailyLimits } from './daily-limits'
import { factsById } from './facts-by-id'
import { dueFacts, factsOnSteps } from './find-due-facts'
import { makeCard } from './make-card'
import { newFactsToday } from './new-facts'
import { readCards } from './read-cards'
import type { Picked } from './study-scope'
import { type StudyScope, studyScope } from './study-scope'

export type NextCards = {
  /** Of the cards below. */
  readonly counts: Readonly<Record<DueStatus, number>>
  readonly cards: readonly StudyCard[]
  /** Facts that would follow today, were the session longer. */
  readonly more: number
  /** Nothing follows today, although there are facts never met: more than the learner takes on a day. */
  readonly holdsBackNew: boolean
}

type Wanted = {
  readonly deckId?: DeckId
  readonly factIds?: readonly FactId[]
  readonly only?: Selection
  /** So many facts of the selection came before. */
  readonly from?: number
  readonly limit: number
}

/**
 * The cards of one session, one per fact. Of one deck, or without `deckId` of all that the viewer studies. `only` says
 * which facts, with `factIds` those whether they are due or not; otherwise the day's work. What is suspended or buried
 * comes only where its fact is named. A stranger gets cards of what is shipped.
 */
export async function nextCards(viewer: Viewer | null, wanted: Wanted, now: Date): Promise<NextCards> {
  const parameters = parametersOf(viewer)
  const scope = await studyScope(viewer, wanted.deckId)
  const { from = 0, factIds, only = { kind: 'today' } } = wanted
  const { picked: chosen, holdsBackNew } = scope ? await choose(scope, wanted, now) : NOTHING
  const { taken, more } = takeSession(chosen, { only, from: factIds ? 0 : from, limit: wanted.limit }, now)
  const read = await readCards(taken)
  const extras = await cardExtras(viewer, read)
  const made = read.map((parts) => makeCard({ ...parts, parameters, extras: extras.get(parts.fact.id) }, now))
  const cards = spreadSiblings(made, ({ siblings }) => siblings)
  return { counts: countByDueStatus(cards), cards, more, holdsBackNew: holdsBackNew && more === 0 }
}

/** How many facts of a selection follow a session of it whose own facts are named by now. */
export async function countMore(viewer: Viewer | null, wanted: Omit<Wanted, 'factIds'>, now: Date): Promise<number> {
  const scope = await studyScope(viewer, wanted.deckId)
  if (!scope) return 0
  const { from = 0, only = { kind: 'today' }, limit } = wanted
  return takeSession((await choose(scope, wanted, now)).picked, { only, from, limit }, now).more
}

type Choice = { readonly picked: readonly Picked[]; readonly holdsBackNew: boolean }
const NOTHING: Choice = { picked: [], holdsBackNew: false }

/** What the session is made of and what would follow, up to the daily limits: not all that there is. */
async function choose(
  scope: StudyScope,
  { factIds, only = { kind: 'today' }, from = 0 }: Wanted,
  now: Date,
): Promise<Choice> {
  const parameters = parametersOf(scope.viewer)
  if (factIds) return { ...NOTHING, picked: withDueStatus(await factsById(scope, factIds), now, parameters) }
  if (only.kind !== 'today') {
    return { ...NOTHING, picked: withDueStatus(await customStudyFacts(scope, only, { from, now }), now, parameters) }
  }
  const limits = await dailyLimits(scope.viewer, now)
  const [onSteps, due, fresh] = await Promise.all([
    factsOnSteps(scope, now),
    dueFacts(scope, limits.due, now),
    newFactsToday(scope, limits, now),
  ])
  const picked = todaysFacts([...onSteps, ...due, ...fresh.facts], limits, now, parameters)
  return { picked, holdsBackNew: fresh.isLimited }
}

function countByDueStatus(cards: readonly StudyCard[]): Record<DueStatus, number> {
  const count = (dueStatus: DueStatus) => cards.filter((card) => card.dueStatus === dueStatus).length
  return { new: count('new'), learning: count('learning'), due: count('due'), ahead: count('ahead') }
}
