import 'server-only'
import { answerPlace } from '../../core/document/answer-place'
import type { Span } from '../../core/document/document'
import { evidenceOf } from '../../core/document/evidence'
import type { DeckId, ItemId } from '../../core/ids'
import type { Card } from '../../core/item/as-card'
import { outlookOf } from '../../core/memory/outlook'
import type { MemoryParameters } from '../../core/memory/parameters'
import type { CardEvidence, StudyCard } from '../../core/memory/study-card'
import type { ReadDocument } from '../decks/read-document'
import type { Revision } from '../decks/revision-of'
import type { Picked } from './candidate'
import type { DeckFact } from './list-deck-facts'

export type CardParts = Picked & {
  readonly deckId: DeckId
  readonly itemId: ItemId
  readonly fact: DeckFact
  readonly revision: Revision
  readonly card: Card
  readonly document: ReadDocument
  readonly parameters: MemoryParameters
}

export function makeCard(parts: CardParts, now: Date): StudyCard {
  const { memory, parameters, fact, itemId, revision, card } = parts
  return {
    deckId: parts.deckId,
    factId: fact.id,
    itemId,
    revisionId: revision.id,
    front: card.front,
    back: card.back,
    accepted: revision.accepted,
    evidence: evidenceFor(parts),
    ...outlookOf(memory, parts.pile, now, parameters, fact.id),
  }
}

function evidenceFor({ revision, card, fact, document }: CardParts): CardEvidence | null {
  const spans: readonly Span[] = revision.evidence.length > 0 ? revision.evidence : fact.spans
  const [first] = spans
  if (!first) return null
  const answerSpan = document.facts.find(({ id }) => id === fact.id)?.answerSpan ?? null
  const spellings = [...card.back, ...(revision.accepted[0] ?? [])]
  // The members of a list stand apart in its proof, so none of them is lit alone.
  const place = card.back.length === 1 ? answerPlace(document.text, { spans, answerSpan }, spellings) : null
  const { caption, sentence, answer } = evidenceOf(document, spans, place)
  return { heading: caption.heading, sentence: caption.sentence, text: sentence, at: first.start, answer }
}
