import { lowerAt, tagAt } from './at'
import { fullPhraseEnd } from './phrases'
import type { Token } from './tagger'
import { verbGroupAt } from './verbs'

const always = () => true

/** A noun phrase with what belongs to it, or a lone "this": its claims are refused, what it confirms is not. */
export function subjectEnd(tokens: readonly Token[], from: number): number {
  const end = factEnd(tokens, from) ?? fullPhraseEnd(tokens, from, always)
  if (end === from) return /^(?:this|that|it)$/.test(lowerAt(tokens, from)) ? from + 1 : end
  return relativeEnd(tokens, end) ?? end
}

/** "the fact that a gland is a part of the brain": the clause belongs to the noun. */
function factEnd(tokens: readonly Token[], from: number): number | null {
  if (lowerAt(tokens, from + 1) !== 'fact' || lowerAt(tokens, from + 2) !== 'that') return null
  const group = verbGroupAt(tokens, fullPhraseEnd(tokens, from + 3, always))
  return group && fullPhraseEnd(tokens, group.to, always)
}

/** "people who saw the pictures | recognised …": a plain clause that says which, with the main verb right after it. */
function relativeEnd(tokens: readonly Token[], end: number): number | null {
  if (!/^(?:that|who|which)$/.test(lowerAt(tokens, end))) return null
  const group = verbGroupAt(tokens, end + 1)
  if (!group) return null
  let at = fullPhraseEnd(tokens, group.to, always)
  while (tagAt(tokens, at) === 'ADP') {
    const next = fullPhraseEnd(tokens, at + 1, always)
    if (next === at + 1) return null
    at = next
  }
  return verbGroupAt(tokens, at) ? at : null
}

/** Past ", the second son of …,", ", also called …,", ", which lies in …," or ", like other states,": an aside between subject and verb. */
export function afterAside(tokens: readonly Token[], at: number): number {
  if (lowerAt(tokens, at) !== ',') return at
  if (/^(?:which|who|whose|shown)$/.test(lowerAt(tokens, at + 1))) return afterClause(tokens, at)
  const open = afterNaming(tokens, at + 1)
  const end = fullPhraseEnd(tokens, open, always)
  return end > open && lowerAt(tokens, end) === ',' ? end + 1 : at
}

const LONGEST_ASIDE = 18

function afterClause(tokens: readonly Token[], comma: number): number {
  const close = tokens.findIndex(({ text }, n) => n > comma + 1 && n < comma + LONGEST_ASIDE && text === ',')
  return close > 0 && verbGroupAt(tokens, close + 1) ? close + 1 : comma
}

/** Past "like", "also called", "formerly known as". */
function afterNaming(tokens: readonly Token[], from: number): number {
  let at = lowerAt(tokens, from + 1) !== '' && tagAt(tokens, from) === 'ADV' ? from + 1 : from
  if (NAMED.test(lowerAt(tokens, at))) at += 1
  else if (at > from) return from
  return tagAt(tokens, at) === 'ADP' || lowerAt(tokens, at) === 'as' ? at + 1 : at
}

const NAMED = /^(?:called|known|named|termed|dubbed|abbreviated|nicknamed)$/
