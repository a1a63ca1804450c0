import 'server-only'
import { ShareSecret } from '../../core/access/share-secret'
import type { Viewer } from '../../core/access/viewer'
import { DeckId } from '../../core/ids'
import { asCard } from '../../core/item/as-card'
import { db } from '../../db'
import { guess } from '../classes/limit-guesses'
import { chosenRevision } from './revision-of'
import { shownItems } from './shown-items'

export type SharedDeck = {
  readonly deckId: DeckId
  readonly title: string
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
  const { id, title, ownerId, facts } = deck
  const deckId = DeckId.parse(id)
  const [readings, items] = await Promise.all([
    viewer ? db().deckReader.count({ where: { deckId, learnerId: viewer.learnerId } }) : 0,
    db().item.findMany({
      where: { AND: [shownItems(deckId), { type: 'flashcard' }] },
      orderBy: { position: 'asc' },
      take: CARDS_SHOWN,
      include: {
        choices: { where: { deckId } },
        revisions: { where: { OR: [{ authorId: null }, { choices: { some: { deckId } } }] } },
      },
    }),
  ])
  const cards = items.flatMap(({ revisions, choices }) => {
    const revision = chosenRevision(revisions, choices[0]?.revisionId)
    return (revision && asCard({ type: 'flashcard', stem: revision.stem, key: revision.key })) ?? []
  })
  const place = viewer && ownerId === viewer.learnerId ? 'own' : readings > 0 ? 'opened' : 'new'
  return { deckId, title, facts, cards, place }
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
    const share = parsed && (await db().deckShare.findUnique({ where: { secret: parsed }, include: { deck: true } }))
    return { found: share?.deck ?? null, isRight: Boolean(share) }
  })
}
