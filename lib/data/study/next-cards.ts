import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId, FactId, ItemId } from '../../core/ids'
import { asCard } from '../../core/item/as-card'
import { spreadSiblings } from '../../core/memory/order-session'
import { DEFAULT_PARAMETERS, parametersOf } from '../../core/memory/parameters'
import type { Selection } from '../../core/memory/selection'
import type { Pile, StudyCard } from '../../core/memory/study-card'
import { type CardRevision, cardRevisions } from './card-revisions'
import { dailyLimits } from './daily-limits'
import { type CardParts, makeCard } from './make-card'
import { listCandidates, type OpenDeck, openDecks } from './open-decks'
import { type Candidate, type Picked, pickFacts, takeFacts } from './pick-facts'
import { selectFacts, setAside } from './select-facts'

export type NextCards = {
  /** Of the cards below. */
  readonly counts: Readonly<Record<Pile, number>>
  readonly cards: readonly StudyCard[]
  /** Facts that would follow today, were the session longer. */
  readonly more: number
}

type Wanted = { deckId?: DeckId; factIds?: readonly FactId[]; only?: Selection; limit: number }

/**
 * The cards of one session, one per fact. Of one deck, or without `deckId` of all that the viewer studies. `only` says
 * which facts, with `factIds` those whether they are due or not; otherwise the day's work. What is suspended or buried
 * comes only where its fact is named. A stranger gets cards of what is shipped.
 */
export async function nextCards(viewer: Viewer | null, wanted: Wanted, now: Date): Promise<NextCards> {
  const parameters = viewer ? parametersOf(viewer) : DEFAULT_PARAMETERS
  const decks = await openDecks(viewer, wanted.deckId)
  const candidates = await listCandidates(viewer, decks, wanted.factIds)
  const all = await choose(viewer, candidates, wanted, now)
  const picked = spreadSiblings(all.slice(0, wanted.limit), ({ siblings }) => siblings)
  const parts = await withWords(picked.flatMap((pick) => partsOf(pick, decks)))
  const cards = parts.map((part) => makeCard({ ...part, parameters }, now))
  return { counts: countPiles(cards), cards, more: all.length - picked.length }
}

async function choose(
  viewer: Viewer | null,
  candidates: readonly Candidate[],
  { factIds, only = { kind: 'today' }, deckId }: Wanted,
  now: Date,
): Promise<readonly Picked[]> {
  const parameters = viewer ? parametersOf(viewer) : DEFAULT_PARAMETERS
  if (factIds) return takeFacts(candidates, now, parameters)
  const aside = await setAside(viewer, now)
  const there = candidates.filter(({ factId }) => !aside.has(factId))
  if (only.kind === 'today') return pickFacts(there, await dailyLimits(viewer, now), now, parameters)
  return takeFacts(await selectFacts(viewer, there, only, deckId, now), now, parameters)
}

type Chosen = Omit<CardParts, 'card' | 'revision' | 'parameters'> & { readonly itemId: ItemId }

/** A fact with several flashcards shows them in turn. */
function partsOf(pick: Picked, decks: readonly OpenDeck[]): readonly Chosen[] {
  const deck = decks.find(({ facts }) => facts.has(pick.factId))
  const fact = deck?.facts.get(pick.factId)
  const turn = pick.memory.kind === 'new' ? 0 : pick.memory.reviews
  const itemId = fact?.cardIds[turn % fact.cardIds.length]
  return deck && fact && itemId ? [{ ...pick, deckId: deck.deckId, document: deck.document, fact, itemId }] : []
}

async function withWords(chosen: readonly Chosen[]): Promise<readonly Omit<CardParts, 'parameters'>[]> {
  const words = new Map<ItemId, CardRevision>()
  for (const deckId of new Set(chosen.map((part) => part.deckId))) {
    const itemIds = chosen.filter((part) => part.deckId === deckId).map(({ itemId }) => itemId)
    for (const [itemId, revision] of await cardRevisions(deckId, itemIds)) words.set(itemId, revision)
  }
  return chosen.flatMap((part) => {
    const revision = words.get(part.itemId)
    const card = revision && asCard(revision)
    return card ? [{ ...part, revision, card }] : []
  })
}

function countPiles(cards: readonly StudyCard[]): Record<Pile, number> {
  const of = (pile: Pile) => cards.filter((card) => card.pile === pile).length
  return { new: of('new'), learning: of('learning'), due: of('due') }
}
