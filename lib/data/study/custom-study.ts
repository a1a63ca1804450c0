import 'server-only'
import { type DeckId, FactId } from '../../core/ids'
import type { Lapse } from '../../core/memory/offline-pack/deck-pack'
import { groupByFact } from '../../core/memory/scheduling/replay'
import { AHEAD, forgottenSince, inOrderAsked } from '../../core/memory/session/custom-study'
import type { Chosen } from '../../core/memory/session/selection'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'
import { taggedFacts } from '../tags/tags'
import { examFacts } from './exam-plan'
import { everyFact, factsById } from './facts-by-id'
import { newFacts } from './new-facts'
import { type Candidate, isActiveReview, moment, type StudyScope } from './study-scope'

/**
 * What was chosen to be studied apart from the day's work, in an order that rating does not change, so that a session goes
 * on where the one before it ended: after `from` facts. Of very many those that far and some more. The daily limits do not
 * hold here; what is set aside stays so.
 */
export async function customStudyFacts(
  scope: StudyScope,
  only: Chosen,
  { from, now }: { from: number; now: Date },
): Promise<readonly Candidate[]> {
  if (only.kind === 'all') return everyFact(scope, from + AHEAD, now)
  if (only.kind === 'new') return newFacts(scope, from + AHEAD, now)
  const { viewer } = scope
  if (!viewer) return []
  const chosen = only.kind === 'exam' ? await examFacts(viewer, scope.deckId, now) : await factsOf(viewer, only, now)
  const found = await factsById(scope, chosen, { setAside: now })
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

/** The viewer's facts that count as forgotten, each with its ratings of Again that stand, in the order of time. */
export async function lapsesByFact(viewer: Viewer | null, now: Date): Promise<ReadonlyMap<FactId, readonly Lapse[]>> {
  if (!viewer) return new Map()
  const rows = await db().$queryRaw<{ id: string; factId: string; at: Date }[]>`
    SELECT r."id", r."factId", r."at" FROM "Review" r
    WHERE r."learnerId" = ${viewer.learnerId}::uuid AND r."at" >= ${moment(forgottenSince(now, viewer))}
      AND r."rating" = 'again' AND ${isActiveReview}
    ORDER BY r."at", r."id"`
  const lapses = [...groupByFact(rows)].map(([factId, rated]) => {
    return [FactId.parse(factId), rated.map(({ id, at }) => ({ id, at: at.getTime() }))] as const
  })
  return new Map(lapses)
}

/** What a session of one deck can be made of beside the day's work: always these four, and the viewer's exam and tags. */
export async function customStudyChoices(viewer: Viewer, deckId: DeckId): Promise<readonly Chosen[]> {
  const { learnerId } = viewer
  const deck = { AND: [{ id: deckId }, decksVisibleTo(viewer)] }
  const exam = await db().exam.count({ where: { learnerId, deck } })
  const tags = await db().factTag.findMany({
    where: { learnerId, fact: { document: { decks: { some: deck } } } },
    distinct: ['name'],
    orderBy: { name: 'asc' },
    select: { name: true },
  })
  return [
    ...(['forgotten', 'new', 'starred'] as const).map((kind) => ({ kind })),
    ...(exam > 0 ? [{ kind: 'exam' } as const] : []),
    ...tags.map(({ name }) => ({ kind: 'tag', name }) as const),
    { kind: 'all' },
  ]
}
