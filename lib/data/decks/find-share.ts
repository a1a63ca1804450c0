import 'server-only'
import { ShareSecret } from '../../core/access/share-secret'
import type { Viewer } from '../../core/access/viewer'
import { DeckId } from '../../core/ids'
import { db } from '../../db'
import { decksEditableBy, decksSharedWith } from './decks-visible-to'

export type Share = {
  readonly secret: ShareSecret
  /** Learners who opened the deck by a link of it. */
  readonly readers: number
}

/** The link to the viewer's own deck; null when there is none, or when the deck is not theirs. */
export async function findShare(viewer: Viewer, deckId: DeckId): Promise<Share | null> {
  const share = await db().deckShare.findFirst({
    where: { deck: { AND: [{ id: deckId }, decksEditableBy(viewer)] } },
    select: { secret: true, deck: { select: { _count: { select: { readers: true } } } } },
  })
  return share && { secret: ShareSecret.parse(share.secret), readers: share.deck._count.readers }
}

export type Sharing = 'by-you' | 'with-you'

/** Those of the viewer's decks that have a link, and those that they came by a link to. */
export async function listSharing(viewer: Viewer | null): Promise<ReadonlyMap<DeckId, Sharing>> {
  if (!viewer) return new Map()
  const { learnerId } = viewer
  // Each by its own index: asked with an OR, every deck that there is would be looked at.
  const [own, others] = await Promise.all([
    db().deck.findMany({ where: { ownerId: learnerId, share: { isNot: null } }, select: { id: true } }),
    db().deckReader.findMany({ where: { learnerId, deck: decksSharedWith(viewer) }, select: { deckId: true } }),
  ])
  return new Map([
    ...others.map(({ deckId }): [DeckId, Sharing] => [DeckId.parse(deckId), 'with-you']),
    ...own.map(({ id }): [DeckId, Sharing] => [DeckId.parse(id), 'by-you']),
  ])
}
