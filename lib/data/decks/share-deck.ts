import 'server-only'
import { randomBytes } from 'node:crypto'
import { CARDS_FORMAT } from '../../core/document/document'
import { DeckId, ShareSecret } from '../../core/ids'
import { cardSides } from '../../core/item/card'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { guess } from '../rate-limits'
import { decksEditableBy, decksSharedWith } from './deck-access'
import { revisionOf } from './item-revisions'

export type SharedDeck = {
  readonly deckId: DeckId
  readonly title: string
  /** Without a document: its cards are written by hand. */
  readonly isByHand: boolean
  /** Facts that the deck asks. */
  readonly facts: number
  /** A few flashcards, both sides: what a card carries goes to the browser, what a question carries does not. */
  readonly cards: readonly { readonly front: string; readonly back: readonly string[] }[]
  /** The viewer keeps it, has opened it before, or neither. */
  readonly place: 'own' | 'opened' | 'new'
}

type Asking = { readonly secret: string; readonly address: string }

const CARDS_SHOWN = 3

/** What a link leads to; null when it leads nowhere, or when too many wrong ones were tried from this address. */
export async function findSharedDeck(viewer: Viewer | null, asking: Asking): Promise<SharedDeck | null> {
  const deck = await findBySecret(asking)
  if (!deck) return null
  const { id, title, ownerId, facts, document } = deck
  const deckId = DeckId.parse(id)
  const [readings, items] = await Promise.all([
    viewer ? db().deckReader.count({ where: { deckId, learnerId: viewer.learnerId } }) : 0,
    db().deckItem.findMany({
      where: { deckId, isShown: true, item: { type: 'flashcard' } },
      orderBy: { item: { position: 'asc' } },
      take: CARDS_SHOWN,
      select: { revision: true },
    }),
  ])
  const cards = items.flatMap(({ revision }) => (revision ? [cardSides(revisionOf(revision))] : []))
  const place = viewer && ownerId === viewer.learnerId ? 'own' : readings > 0 ? 'opened' : 'new'
  return { deckId, title, isByHand: document.format === CARDS_FORMAT, facts, cards, place }
}

/** From now on the deck is among the viewer's, for as long as the link stands. Its owner has it already. */
export async function openSharedDeck(viewer: Viewer, asking: Asking, now: Date): Promise<DeckId | null> {
  const deck = await findBySecret(asking)
  if (!deck) return null
  const { learnerId } = viewer
  if (deck.ownerId !== learnerId) {
    await db().deckReader.createMany({ data: [{ learnerId, deckId: deck.id, since: now }], skipDuplicates: true })
  }
  return DeckId.parse(deck.id)
}

/** The deck leaves the viewer's list; what they remember of it stays. */
export async function leaveSharedDeck(viewer: Viewer, deckId: DeckId): Promise<void> {
  await db().deckReader.deleteMany({ where: { learnerId: viewer.learnerId, deckId } })
}

async function findBySecret({ secret, address }: Asking) {
  return guess(address, 'shared-link', async () => {
    const parsed = ShareSecret.safeParse(secret).data
    const share =
      parsed &&
      (await db().deckShare.findUnique({
        where: { secret: parsed },
        include: { deck: { include: { document: { select: { format: true } } } } },
      }))
    return { found: share?.deck ?? null, isRight: Boolean(share) }
  })
}

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
 * Takes the link back: who opened the deck by it no longer sees it. Their reviews and their rows as readers stay, so that a
 * new link that they open gives both back.
 */
export async function takeBackShare(viewer: Viewer, deckId: DeckId): Promise<void> {
  await db().deckShare.deleteMany({ where: { deck: { AND: [{ id: deckId }, decksEditableBy(viewer)] } } })
}

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

/** Those of the viewer's decks that have a link, and those that they opened by one. */
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
