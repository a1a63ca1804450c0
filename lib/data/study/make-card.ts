import 'server-only'
import { answerPlace } from '../../core/document/answer-place'
import type { Span } from '../../core/document/document'
import { evidenceOf } from '../../core/document/evidence'
import type { DeckId, ItemId } from '../../core/ids'
import type { Card } from '../../core/item/as-card'
import { isScheduling, studyDaysBetween } from '../../core/memory/counts'
import { intervalOf } from '../../core/memory/interval'
import { masteryOf } from '../../core/memory/mastery'
import { type Memory, RATINGS } from '../../core/memory/memory'
import type { MemoryParameters } from '../../core/memory/parameters'
import { futures } from '../../core/memory/schedule-memory'
import type { CardEvidence, Intervals, StudyCard } from '../../core/memory/study-card'
import type { ReadDocument } from '../decks/read-document'
import type { Revision } from '../decks/revision-of'
import type { DeckFact } from './list-deck-facts'
import type { Picked } from './pick-facts'

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
    pile: parts.pile,
    mastery: masteryOf(memory, now),
    lastSeenDays: memory.kind === 'new' ? null : studyDaysBetween(memory.lastReview, now, parameters),
    intervals: intervalsOf(memory, now, parameters, fact.id),
    stepped: steppedOf(memory, now, parameters, fact.id),
    counts: isScheduling(memory, 'card', now, parameters),
  }
}

/** What the four buttons say. A rating that is only logged leaves the fact due when it was. */
export function intervalsOf(memory: Memory, now: Date, parameters: MemoryParameters, factId: string): Intervals {
  const counts = isScheduling(memory, 'card', now, parameters)
  const next = futures(memory, now, parameters, factId)
  const entries = RATINGS.map((rating) => {
    const after = counts || memory.kind === 'new' ? next[rating] : memory
    return [rating, intervalOf(after, now, parameters)] as const
  })
  return Object.fromEntries(entries) as Intervals
}

function steppedOf(memory: Memory, now: Date, parameters: MemoryParameters, factId: string): StudyCard['stepped'] {
  if (!isScheduling(memory, 'card', now, parameters)) return {}
  const next = futures(memory, now, parameters, factId)
  const steps = RATINGS.filter((rating) => next[rating].state !== 'review')
  return Object.fromEntries(
    steps.map((rating) => [rating, intervalsOf(next[rating], next[rating].due, parameters, factId)]),
  )
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
