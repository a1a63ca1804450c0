import type { Claim } from '../../fact/claim'
import { distractorsFor } from '../distractors'
import type { Draft } from '../make-item'
import type { Pool } from '../pool'
import { choiceOf } from './choices'
import { isNumeric } from './questions'

const LONGEST_TYPED = 4

/** The statement with its answer left out: typed, chosen among wrong options, or as a card to complete. One of them is shown. */
export function gaps(claim: Claim, pool: Pool): Draft[] {
  const { gapped: stem, fact } = claim
  if (stem === null) return []
  const { answer } = fact
  const card: Draft = { type: 'flashcard', claim, stem, key: [answer] }
  if (answer.split(/\s+/).length > LONGEST_TYPED) return [card]
  // Nothing in the gap says that a time is wanted: the options do.
  if (/^(?:date|period)$/.test(claim.answerType))
    return choiceOf(claim, stem, answer, () => distractorsFor(claim, pool))
  const chosen = claim.list ? [] : choiceOf(claim, stem, answer, () => distractorsFor(claim, pool))
  if (claim.answerType === 'number' && !isNumeric(claim) && /\d/.test(answer))
    return choiceOf(claim, stem, answer, () => distractorsFor(claim, pool))
  return [{ ...card, type: isNumeric(claim) ? 'numeric' : 'cloze' }, ...chosen, card]
}
