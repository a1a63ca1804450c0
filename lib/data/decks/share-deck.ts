import 'server-only'
import { randomBytes } from 'node:crypto'
import { ShareSecret } from '../../core/access/share-secret'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId } from '../../core/ids'
import { db } from '../../db'
import { decksEditableBy } from './decks-visible-to'

const SECRET_BYTES = 16

export type Shared =
  | { readonly kind: 'shared'; readonly secret: ShareSecret }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** A link to the viewer's own deck. Asked again it is the same link; after it was taken back it is a new one. */
export async function shareDeck(viewer: Viewer, deckId: DeckId, now: Date): Promise<Shared> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksEditableBy(viewer)] },
    select: { id: true },
  })
  if (!deck) return { kind: 'rejected', reason: 'not-found' }
  const fresh = { deckId: deck.id, secret: randomBytes(SECRET_BYTES).toString('base64url'), createdAt: now }
  const { secret } = await db().deckShare.upsert({ where: { deckId: deck.id }, create: fresh, update: {} })
  return { kind: 'shared', secret: ShareSecret.parse(secret) }
}

/**
 * Takes the link back: from now on whoever came by it sees the deck no more. What they remember of it stays in their log,
 * and who they are stays known: a new link that they open brings both together again.
 */
export async function takeBackShare(viewer: Viewer, deckId: DeckId): Promise<void> {
  await db().deckShare.deleteMany({ where: { deck: { AND: [{ id: deckId }, decksEditableBy(viewer)] } } })
}
