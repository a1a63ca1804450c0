import { timeOf, withHint } from '../../../item/hint'
import { STEM_WORDS } from '../../../item/label'
import { nounKind } from '../../../language/english/lexicon'
import type { Claim } from '../claims/claim'
import { distractorsFor } from '../distractors/distractors'
import type { Pool } from '../distractors/pool'
import { choiceOf } from './choices'
import type { Draft } from './make-item'
import { isNumeric } from './questions'

const LONGEST_TYPED = 4

/** The statement with its answer left out, as a card to complete. */
export const gapCards = (claim: Claim): Draft[] =>
  claim.gapped === null ? [] : [{ type: 'flashcard', claim, stem: claim.gapped, key: [claim.fact.answer] }]

/** The statement with its answer left out: typed by its letters, chosen among wrong options, or as a card to complete. One of them is shown. */
export function gaps(claim: Claim, pool: Pool): Draft[] {
  const { gapped: stem, fact } = claim
  if (stem === null) return []
  const { answer } = fact
  const [card] = gapCards(claim) as [Draft]
  if (answer.split(/\s+/).length > LONGEST_TYPED) return [card]
  const chosen =
    claim.list || isNamedThing(claim) ? [] : choiceOf(claim, stem, answer, () => distractorsFor(claim, pool))
  if (isNumeric(claim)) return [{ ...card, type: 'numeric' }, ...chosen, card]
  // Nothing in the gap says that a figure or such a time is wanted: the options do.
  if (timeOf(answer) === null && (/\d/.test(answer) || /^(?:date|period)$/.test(claim.answerType)))
    return [...chosen, card]
  // "the SA node": whoever writes it out has it right as well.
  if (/\p{Lu}{2}/u.test(answer)) return [...chosen, card]
  const hinted = withHint(stem, answer)
  if (hinted.split(/\s+/).length > STEM_WORDS.most) return [...chosen, card]
  return [{ ...card, type: 'cloze', stem: hinted }, ...chosen, card]
}

/** "the play _____": a name that stands for a thing has no persons beside it. */
function isNamedThing({ answerType, gapped }: Claim): boolean {
  const before = /(\p{Ll}+) _/u.exec(gapped ?? '')?.[1] ?? ''
  const kind = nounKind(before)
  return answerType === 'person' && kind !== null && kind !== 'person'
}
