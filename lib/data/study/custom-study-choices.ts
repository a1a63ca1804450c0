import 'server-only'
import type { DeckId } from '../../core/ids'
import type { Chosen } from '../../core/memory/session/selection'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'

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
