import { lowerAt, tagAt } from '../../../language/english/at'
import { nounPhraseEnd } from '../../../language/english/phrases'
import type { Token } from '../../../language/english/tagger'

/** "the capital of …", "the right to …", "the people who …". */
export const hasComplement = (tokens: readonly Token[], end: number, to: number): boolean =>
  end < to &&
  (isReduced(tokens, end) ||
    isNamedAct(tokens, end) ||
    (COMPLEMENT.test(lowerAt(tokens, pastPair(tokens, end))) && !isHowLong(tokens, end) && !isGiven(tokens, end)) ||
    (lowerAt(tokens, end) === 'from' && /^\d/.test(lowerAt(tokens, end + 1))) ||
    (lowerAt(tokens, end) === ',' && /^(?:which|whose|who|called|known)$/.test(lowerAt(tokens, end + 1))) ||
    (lowerAt(tokens, end) === ',' &&
      lowerAt(tokens, end + 1) === 'as' &&
      /^(?:described|defined)$/.test(lowerAt(tokens, end + 2))))

/** "the heat required for boiling": a participle with what it needs says which. */
const isReduced = (tokens: readonly Token[], at: number): boolean =>
  tagAt(tokens, at) === 'VERB' &&
  /(?:ed|made|built|held|found|known|taken|given|written)$/.test(lowerAt(tokens, at)) &&
  /^(?:for|by|in|from|as|with|on|to|at)$/.test(lowerAt(tokens, at + 1)) &&
  hasOtherVerb(tokens, at)

/** Of "when the salt reacted with lime, …" the verb is no participle: its clause has no other. */
function hasOtherVerb(tokens: readonly Token[], at: number): boolean {
  const isMark = ({ text }: Token) => /^[,;:—–]$/.test(text)
  const before = tokens.findLastIndex((token, n) => n < at && isMark(token))
  const after = tokens.findIndex((token, n) => n > at && isMark(token))
  return tokens
    .slice(before + 1, after < 0 ? tokens.length : after)
    .some(({ tag, lower }, n) => before + 1 + n !== at && (tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing'))))
}

/** "When a bone is set without surgery, the procedure is called …": the clause before says which. */
const isNamedAct = (tokens: readonly Token[], at: number): boolean =>
  /^(?:when|if|where)$/.test(lowerAt(tokens, 0)) &&
  /^(?:procedure|process|condition|result|state|technique|method|phenomenon|area|point)$/.test(
    lowerAt(tokens, at - 1),
  ) &&
  /^(?:called|known|termed|named)$/.test(lowerAt(tokens, at + 1))

/** "the union for over 120 years" is not told which by that. */
const isHowLong = (tokens: readonly Token[], at: number): boolean =>
  lowerAt(tokens, at) === 'for' &&
  (tagAt(tokens, at + 1) === 'NUM' ||
    /^(?:over|about|more|nearly|almost|many|several|some|the)$/.test(lowerAt(tokens, at + 1)))

/** "decolonised the territory to Morocco": to whom, not which; "the right to vote", "the access to the sea" are told. */
const isGiven = (tokens: readonly Token[], at: number): boolean =>
  lowerAt(tokens, at) === 'to' &&
  tagAt(tokens, at + 1) !== 'VERB' &&
  !/^(?:right|access|key|answer|response|solution|approach|way|road|route|entrance|exit|door|ability|resistance|heir|successor|damage|threat|alternative|contribution|commitment|exposure|attention|relation|relations)s?$/.test(
    lowerAt(tokens, at - 1),
  )

/** "the onset | and progression | of …". */
const pastPair = (tokens: readonly Token[], end: number): number =>
  lowerAt(tokens, end) === 'and' ? nounPhraseEnd(tokens, end + 1) : end

const COMPLEMENT = /^(?:of|to|for|between|that|which|who|whose|where|associated|called|known|responsible)$/
