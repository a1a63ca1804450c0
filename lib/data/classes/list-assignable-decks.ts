import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { DeckId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'

/** Narrower than what the viewer may see: a deck that another teacher assigned to them is not theirs to pass on. */
export function decksAssignableBy(viewer: Viewer) {
  return { OR: [{ ownerId: viewer.learnerId }, { ownerId: null }] } satisfies Prisma.DeckWhereInput
}

/** Own decks first, newest first, then those that ship with the app. */
export async function listAssignableDecks(viewer: Viewer): Promise<{ id: DeckId; title: string }[]> {
  const decks = await db().deck.findMany({
    where: decksAssignableBy(viewer),
    orderBy: [{ ownerId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }, { title: 'asc' }],
    select: { id: true, title: true },
  })
  return decks.map((deck) => ({ id: DeckId.parse(deck.id), title: deck.title }))
}
