import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Span } from '../../core/document/document'
import { readingBlocks } from '../../core/document/reading-units'
import type { DeckId, FactId } from '../../core/ids'
import { spreadSiblings } from '../../core/memory/order-session'
import { DEFAULT_PARAMETERS, parametersOf } from '../../core/memory/parameters'
import type { Pile, StudyCard } from '../../core/memory/study-card'
import { listShownRevisions, type ShownRevision } from '../decks/list-shown-revisions'
import { type ReadDocument, readDocument } from '../decks/read-document'
import { type DeckFact, listDeckFacts, listStudiedDecks } from './list-deck-facts'
import { makeCard } from './make-card'
import { memoriesByFact } from './memories-by-fact'
import { newFactsLeft } from './new-facts-left'
import { type Candidate, type Picked, pickFacts, takeFacts } from './pick-facts'

export type NextCards = {
  /** Of the cards below. */
  readonly counts: Readonly<Record<Pile, number>>
  readonly cards: readonly StudyCard[]
  /** Facts that would follow today, were the session longer. */
  readonly more: number
}

const DUE_PER_DAY_OF_A_STRANGER = 200

/**
 * The cards of one session, one per fact. Of one deck, or without `deckId` of all that the viewer studies; with `factIds`
 * those facts whether they are due or not. A stranger gets cards of what is shipped.
 */
export async function nextCards(
  viewer: Viewer | null,
  wanted: { deckId?: DeckId; factIds?: readonly FactId[]; limit: number },
  now: Date,
): Promise<NextCards> {
  const parameters = viewer ? parametersOf(viewer) : DEFAULT_PARAMETERS
  const decks = await openDecks(viewer, wanted.deckId)
  const candidates = await listCandidates(viewer, decks, wanted.factIds)
  const all = wanted.factIds
    ? takeFacts(candidates, now, parameters)
    : pickFacts(candidates, await limitsOf(viewer, now), now, parameters)
  const picked = spreadSiblings(all.slice(0, wanted.limit), ({ siblings }) => siblings)
  const revisions = await listRevisions(viewer, decks, picked)
  const cards = picked.flatMap((pick) => {
    const deck = decks.find(({ facts }) => facts.has(pick.factId))
    const fact = deck?.facts.get(pick.factId)
    const shown = revisions.get(pick.factId) ?? []
    const revision = shown[pick.memory.kind === 'new' ? 0 : pick.memory.reviews % shown.length]
    return deck && fact && revision
      ? [makeCard({ ...pick, deckId: deck.deckId, fact, revision, document: deck.document, parameters }, now)]
      : []
  })
  return { counts: countPiles(cards), cards, more: all.length - picked.length }
}

type OpenDeck = {
  readonly deckId: DeckId
  readonly document: ReadDocument
  readonly facts: ReadonlyMap<string, DeckFact>
}

async function openDecks(viewer: Viewer | null, deckId: DeckId | undefined): Promise<readonly OpenDeck[]> {
  const deckIds = deckId ? [deckId] : viewer ? await listStudiedDecks(viewer) : []
  const decks: OpenDeck[] = []
  for (const id of deckIds) {
    const document = await readDocument(viewer, id)
    if (!document) continue
    const facts = await listDeckFacts(viewer, id)
    decks.push({ deckId: id, document, facts: new Map(facts.filter(({ hasCard }) => hasCard).map((f) => [f.id, f])) })
  }
  return decks
}

async function listCandidates(
  viewer: Viewer | null,
  decks: readonly OpenDeck[],
  factIds: readonly FactId[] | undefined,
): Promise<readonly Candidate[]> {
  const wanted = factIds ? new Set<string>(factIds) : null
  // Two decks of one document share its facts: each is asked once.
  const facts = new Map(
    decks.flatMap((deck) => [...deck.facts.values()].map((fact) => [fact.id, { deck, fact }] as const)),
  )
  const chosen = [...facts.values()].filter(({ fact }) => !wanted || wanted.has(fact.id))
  const memories = await memoriesByFact(
    viewer,
    chosen.map(({ fact }) => fact.id),
  )
  return chosen.map(({ deck, fact }) => ({
    factId: fact.id,
    memory: memories.get(fact.id) ?? { kind: 'new' },
    siblings: `${fact.documentId} ${siblingsOf(fact.spans, deck.document)}`,
  }))
}

async function limitsOf(viewer: Viewer | null, now: Date) {
  return { new: await newFactsLeft(viewer, now), due: viewer?.duePerDay ?? DUE_PER_DAY_OF_A_STRANGER }
}

async function listRevisions(viewer: Viewer | null, decks: readonly OpenDeck[], picked: readonly Picked[]) {
  const byFact = new Map<string, ShownRevision[]>()
  for (const { deckId, facts } of decks) {
    const factIds = picked.flatMap(({ factId }) => facts.get(factId)?.id ?? []).filter((id) => !byFact.has(id))
    if (factIds.length === 0) continue
    for (const shown of await listShownRevisions(viewer, deckId, { types: ['flashcard'], factIds })) {
      const main = shown.factIds[0]
      if (main) byFact.set(main, [...(byFact.get(main) ?? []), shown])
    }
  }
  return byFact
}

/** Where the list or the sentence begins that a fact stands in. */
function siblingsOf(spans: readonly Span[], { blocks, text, language }: ReadDocument): number {
  const proof = spans[0]?.start ?? 0
  const has = (span: Span | null) => span !== null && span.start <= proof && proof < span.end
  const list = blocks.find((block) => block.kind === 'list' && (has(block.span) || has(block.intro)))
  if (list) return list.span.start
  const around = blocks.filter(({ span }) => has(span))
  const units = readingBlocks({ text, language, blocks: around }, spans).flatMap((block) =>
    block.kind === 'paragraph' ? block.units : [],
  )
  return units.find(has)?.start ?? proof
}

function countPiles(cards: readonly StudyCard[]): Record<Pile, number> {
  const of = (pile: Pile) => cards.filter((card) => card.pile === pile).length
  return { new: of('new'), learning: of('learning'), due: of('due') }
}
