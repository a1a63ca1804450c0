import { lowerAt, tagAt } from '../../../language/english/at'
import { MONTHS } from '../../../language/english/months'
import { numberValue } from '../../../language/english/number-words'
import { nounPhraseEnd } from '../../../language/english/phrases'
import type { Token } from '../../../language/english/tagger'
import type { Candidate } from './gap-candidates'

/** "4 to 18 perforations": half of a range is no answer. */
const isRange = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:to|or|and)$/.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.tag === 'NUM') ||
  (/^(?:to|or|and)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.tag === 'NUM')

/** "two systems—A and B": what follows gives the number away. */
const listedLater = (tokens: readonly Token[], at: number): boolean =>
  (lowerAt(tokens, at) === 'two' && (namesPair(tokens.slice(at)) || tokens.some(({ lower }) => lower === 'both'))) ||
  tokens.slice(at).some(({ text }) => /^(?:[:—–]|--)$/.test(text)) ||
  isListed(tokens, nounPhraseEnd(tokens, at))

/** "two types, known as A and B". */
const namesPair = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lower }, n) =>
      lower === 'and' && [tokens[n - 1], tokens[n + 1]].every((side) => /^[\p{Lu}“"]/u.test(side?.text ?? '')),
  )

/** "two minerals, A and B": the members follow. */
function isListed(tokens: readonly Token[], comma: number): boolean {
  if (lowerAt(tokens, comma) !== ',') return false
  const end = nounPhraseEnd(tokens, comma + 1)
  return end > comma + 1 && /^(?:and|,)$/.test(lowerAt(tokens, end))
}

/** "67 percent men and 33 percent women": the one follows from the other. */
const completes = (tokens: readonly Token[], at: number): boolean =>
  tokens.some(({ tag, text }, n) => n !== at && tag === 'NUM' && Number(text) + Number(tokens[at]?.text) === 100) ||
  isSpanOf(tokens, at)

/** "for 40 years, from 1938 to 1978". */
function isSpanOf(tokens: readonly Token[], at: number): boolean {
  const years = tokens.flatMap(({ text }) => (/^[12]\d{3}$/.test(text) ? [Number(text)] : []))
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  return last - first > 0 && last - first === numberValue(tokens[at]?.lower ?? '')
}

const isCount = ({ tag, text, lower }: Token): boolean =>
  tag === 'NUM' &&
  !/^\p{Lu}/u.test(text) &&
  !/^(?:one|1|hundred|thousand|million|billion|dozen)$|^\d{4}$|century/.test(lower)

/** "375 million": one number. */
const isScaled = (tokens: readonly Token[], at: number): boolean =>
  /^\d/.test(lowerAt(tokens, at)) && /^(?:thousand|million|billion|trillion)$/.test(lowerAt(tokens, at + 1))

/** No part of a longer number, of a label ("stage 2") or of a name ("the Thirty Years' War"). */
const standsFree = (tokens: readonly Token[], at: number, last: number): boolean =>
  tokens[last + 1]?.tag !== 'NUM' &&
  !MONTHS.includes(tokens[last + 1]?.text ?? '') &&
  !(/^\p{Lu}/u.test(tokens[last + 1]?.text ?? '') && tagAt(tokens, last + 1) === 'PROPN') &&
  !/^(?:NUM|NOUN|PROPN)$/.test(tokens[at - 1]?.tag ?? '') &&
  !/^[^\p{L}\p{N}\s,("“'’]/u.test(tokens[at - 1]?.text ?? '') &&
  !/^(?:all|the|these|those|both|other|top|first|last|next|every|each|another|only)$/.test(tokens[at - 1]?.lower ?? '')

/** "a population of 14,736": says enough without what it counts. */
const isFigure = (tokens: readonly Token[], at: number): boolean =>
  /^\d[\d,]*[.,]\d+$/.test(tokens[at]?.text ?? '') &&
  lowerAt(tokens, at - 1) === 'of' &&
  tagAt(tokens, at - 2) === 'NOUN'

const counts = (tokens: readonly Token[], at: number): boolean =>
  // Half of what is counted is two: anyone's guess.
  lowerAt(tokens, at) !== 'two' &&
  !/^(?:thirds|quarters|fifths|halves|tenths)$/.test(lowerAt(tokens, at + 1)) &&
  (/^(?:NOUN|ADJ|PROPN)$/.test(tagAt(tokens, at + 1)) || /^(?:%|percent)$/.test(tokens[at + 1]?.text ?? ''))

/** Counts with what they count; "one" is more often a pronoun. */
export function numbers(tokens: readonly Token[]): Candidate[] {
  return tokens.flatMap((token, at): Candidate[] => {
    const last = isScaled(tokens, at) ? at + 1 : at
    if (
      !isCount(token) ||
      completes(tokens, at) ||
      !standsFree(tokens, at, last) ||
      isRange(tokens, at) ||
      listedLater(tokens, at)
    )
      return []
    return isFigure(tokens, at) || counts(tokens, last) ? [{ from: at, to: last + 1, kind: 'number', score: 5 }] : []
  })
}
