import type { Claim } from '../../fact/claim'
import type { Draft } from '../make-item'

/** A fact as cards: the question with its answer, and from the other side where that makes sense. */
export function flashcards(claim: Claim): Draft[] {
  const { fact, question, reverse } = claim
  const drafts: Draft[] = []
  const key = fact.members.length > 0 ? fact.members : [fact.answer]
  if (question !== null) drafts.push({ type: 'flashcard', claim, stem: question, key })
  if (reverse !== null) drafts.push({ type: 'flashcard', claim, stem: reverse, key: [fact.subject] })
  return drafts
}
