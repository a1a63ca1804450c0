import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { FactId } from '../../core/ids'
import { recall } from '../../core/memory/schedule-memory'
import type { Selection } from '../../core/memory/selection'
import { startOfStudyDay, studyDay } from '../../core/memory/study-day'
import { db } from '../../db'
import type { Candidate } from './candidate'
import { examFacts } from './exam-facts'
import { everyFact, namedFacts } from './named-facts'
import { newFacts } from './new-facts'
import { isStanding, moment, type StudyScope } from './study-scope'
import { taggedFacts } from './tagged-facts'

export type Chosen = Exclude<Selection, { kind: 'today' }>

/** A fact is forgotten that was rated Again in this many study days, today among them. */
const FORGOTTEN_DAYS = 7
/** What lies behind a session, to be told of: more than anybody studies in a day. */
const AHEAD = 500

/**
 * What was chosen to be studied apart from the day's work, in an order that rating does not change, so that a session goes
 * on where the one before it ended: after `from` facts. Of very many those that far and some more. The daily limits do not
 * hold here; what is set aside stays so.
 */
export async function selectFacts(
  scope: StudyScope,
  only: Chosen,
  { from, now }: { from: number; now: Date },
): Promise<readonly Candidate[]> {
  if (only.kind === 'all') return everyFact(scope, from + AHEAD, now)
  if (only.kind === 'new') return newFacts(scope, from + AHEAD, now)
  const { viewer } = scope
  if (!viewer) return []
  if (only.kind === 'exam') return forExams(scope, now)
  return namedFacts(scope, await factsOf(viewer, only, now), { setAside: now })
}

async function factsOf(
  viewer: Viewer,
  only: Exclude<Chosen, { kind: 'all' | 'new' | 'exam' }>,
  now: Date,
): Promise<readonly FactId[]> {
  const { learnerId, timeZone, dayStartHour } = viewer
  if (only.kind === 'starred') {
    return idsOf(await db().factMark.findMany({ where: { learnerId, starred: true }, select: { factId: true } }))
  }
  if (only.kind === 'tag') return taggedFacts(viewer, only.name)
  const first = studyDay(now, timeZone, dayStartHour) - FORGOTTEN_DAYS + 1
  return idsOf(
    await db().$queryRaw<{ factId: string }[]>`
      SELECT DISTINCT r."factId" FROM "Review" r
      WHERE r."learnerId" = ${learnerId}::uuid AND r."at" >= ${moment(startOfStudyDay(first, timeZone, dayStartHour))}
        AND r."rating" = 'again' AND ${isStanding}`,
  )
}

/** What the exams ask for today, in the order in which they ask it. */
async function forExams(scope: StudyScope, now: Date): Promise<readonly Candidate[]> {
  const asked = await examFacts(scope.viewer, scope.deckId, now)
  const found = await namedFacts(scope, asked, { setAside: now })
  const byFact = new Map(found.map((candidate) => [candidate.factId, candidate]))
  return asked.flatMap((factId) => byFact.get(factId) ?? [])
}

export function weakestFirst<T extends Pick<Candidate, 'memory'>>(candidates: readonly T[], now: Date): readonly T[] {
  return [...candidates].sort((one, other) => recall(one.memory, now) - recall(other.memory, now))
}

const idsOf = (rows: readonly { factId: string }[]) => rows.map(({ factId }) => FactId.parse(factId))
