import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Span } from '../../core/document/document'
import { readingBlocks } from '../../core/document/reading-units'
import type { DeckId, FactId } from '../../core/ids'
import { type ReadDocument, readDocument } from '../decks/read-document'
import { type DeckFact, listDeckFacts, listStudiedDecks } from './list-deck-facts'
import { memoriesByFact } from './memories-by-fact'
import type { Candidate } from './pick-facts'

/** A deck with its text and those of its facts that have cards. */
export type OpenDeck = {
  readonly deckId: DeckId
  readonly document: ReadDocument
  readonly facts: ReadonlyMap<string, DeckFact>
}

/** One deck, or all that the viewer studies; those that the viewer may not see are not among them. */
export async function openDecks(viewer: Viewer | null, deckId: DeckId | undefined): Promise<readonly OpenDeck[]> {
  const deckIds = deckId ? [deckId] : viewer ? await listStudiedDecks(viewer) : []
  const decks: OpenDeck[] = []
  for (const id of deckIds) {
    const document = await readDocument(viewer, id)
    if (!document) continue
    const facts = await listDeckFacts(viewer, id)
    const withCards = facts.filter(({ cardIds }) => cardIds.length > 0)
    decks.push({ deckId: id, document, facts: new Map(withCards.map((fact) => [fact.id, fact])) })
  }
  return decks
}

/** What may be asked, with what the viewer remembers of it; of chosen facts only, where some are. */
export async function listCandidates(
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
    deckId: deck.deckId,
    factId: fact.id,
    memory: memories.get(fact.id) ?? { kind: 'new' },
    siblings: `${fact.documentId} ${siblingsOf(fact.spans, deck.document)}`,
  }))
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
