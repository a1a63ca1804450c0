import type { Claim } from '../../fact/claim'
import type { Draft } from '../make-item'

const LONGEST_TYPED = 4

/** The statement with its answers left out: typed where they are short, else a card to complete. */
export function clozes({ cloze, ...claim }: Claim): Draft[] {
  if (cloze === null) return []
  const typed = cloze.gaps.every((gap) => gap.split(/\s+/).length <= LONGEST_TYPED)
  if (!typed && claim.question !== null) return []
  const { gapped: stem, gaps: key, factIds } = cloze
  return [{ type: typed ? 'cloze' : 'flashcard', claim: { ...claim, cloze }, stem, key, factIds }]
}

/** The same as a card, for a fact that has none: what cannot be asked by a question is still to be studied. */
export function cardToComplete(claim: Claim): Draft[] {
  const isStudied = claim.question !== null || claim.reverse !== null
  return isStudied ? [] : clozes(claim).map((draft) => ({ ...draft, type: 'flashcard' }))
}
