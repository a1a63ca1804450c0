import 'server-only'
import type { DeckId } from '../../core/ids'
import { masteryOf } from '../../core/memory/scheduling/mastery'
import { activeReviews, groupByFact, replay } from '../../core/memory/scheduling/replay'
import { beginOfStudyDay } from '../../core/memory/scheduling/study-day'
import type { Change } from '../../core/memory/session/study-card'
import type { Viewer } from '../../core/people/viewer'
import { db, prepared } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'
import { loggedReviews } from './rebuild-memories'

/** What changed on this study day, in one deck or in all of the viewer's, in the order in which the facts were met. */
export async function studiedToday(
  viewer: Viewer | null,
  deckId: DeckId | null,
  now: Date,
): Promise<readonly Change[]> {
  if (!viewer) return []
  const { learnerId, timeZone, dayStartHour } = viewer
  const begin = beginOfStudyDay(now, timeZone, dayStartHour)
  const visible = { decks: { some: { AND: [deckId ? { id: deckId } : {}, decksVisibleTo(viewer)] } } }
  const today = await db().review.findMany({ where: { learnerId, at: { gte: begin } }, select: { factId: true } })
  const facts = await db().fact.findMany({
    where: { id: { in: [...new Set(today.map(({ factId }) => factId))] }, document: visible },
    select: { id: true, statement: true, reviews: { where: { learnerId } } },
  })
  const rows = facts.flatMap(({ reviews }) => reviews)
  const logs = groupByFact(await loggedReviews(prepared().run, learnerId, rows))
  const changes = facts.flatMap(({ id, statement }) => {
    const log = activeReviews(logs.get(id) ?? [])
    // What was answered with a hint alone has changed nothing.
    const first = log.find(({ at, assisted }) => at >= begin && !assisted)
    if (!first) return []
    const before = replay(log.filter(({ at }) => at < begin)).memory
    const change: Change = {
      factId: id,
      label: statement,
      before: masteryOf(before, now),
      after: masteryOf(replay(log).memory, now),
      fate: before.kind === 'new' ? 'met' : first.rating === 'again' ? 'lapsed' : 'kept',
    }
    return [{ at: first.at.getTime(), change }]
  })
  return changes.sort((a, b) => a.at - b.at).map(({ change }) => change)
}
