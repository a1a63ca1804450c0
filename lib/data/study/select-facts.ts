import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { FactId } from '../../core/ids'
import { AHEAD, inOrderAsked } from '../../core/memory/session/select-facts'
import type { Chosen } from '../../core/memory/session/selection'
import { db } from '../../db'
import type { Candidate } from './candidate'
import { examFacts } from './exam-plan'
import { lapsesByFact } from './lapses-by-fact'
import { everyFact, namedFacts } from './named-facts'
import { newFacts } from './new-facts'
import type { StudyScope } from './study-scope'
import { taggedFacts } from './tagged-facts'

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
  const chosen = only.kind === 'exam' ? await examFacts(viewer, scope.deckId, now) : await factsOf(viewer, only, now)
  const found = await namedFacts(scope, chosen, { setAside: now })
  return only.kind === 'exam' ? inOrderAsked(found, chosen) : found
}

async function factsOf(
  viewer: Viewer,
  only: Exclude<Chosen, { kind: 'all' | 'new' | 'exam' }>,
  now: Date,
): Promise<readonly FactId[]> {
  if (only.kind === 'tag') return taggedFacts(viewer, only.name)
  if (only.kind === 'forgotten') return [...(await lapsesByFact(viewer, now)).keys()]
  const where = { learnerId: viewer.learnerId, starred: true }
  const rows = await db().factFlag.findMany({ where, select: { factId: true } })
  return rows.map(({ factId }) => FactId.parse(factId))
}
