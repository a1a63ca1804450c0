import type { WrittenItem } from '../item/item'
import { wordsOf } from '../language/english/content-words'
import { numberValue } from '../language/english/numbers'
import { isArrangement, isStatement } from '../question-types/registry'
import { memoize } from '../shared/memoize'
import { areListed, listedWith } from './check-meaning-kept'
import { type CheckFunction, type Finding, finding } from './check-result'
import { isSameRoot, meaningfulWords, shareIn, splitSentences } from './words-of-languages'

// Documents that are judged at the same time.
const TEXTS = 2

const OPTIONS = { leastWrong: 2, mostWrong: 5 } as const

/** Wrong options are few, of the kind of the key, none of them right by the document. */
export const checkOptions: CheckFunction = (item, context) => {
  if (item.options.length === 0 || isStatement(item.type) || isArrangement(item.type)) return []
  const wrong = item.options.filter((option) => !item.key.includes(option))
  return [...countOf(wrong), ...firstFault(wrong, item, context.text)]
}

function firstFault(wrong: readonly string[], item: WrittenItem, text: string): readonly Finding[] {
  // What reads the text is asked last.
  for (const option of wrong)
    for (const judge of [kindOf, sameAsKey, alsoSaid]) {
      const found = judge(option, item, text)
      if (found.length > 0) return found.slice(0, 1)
    }
  return []
}

function countOf({ length }: readonly string[]): Finding[] {
  return length < OPTIONS.leastWrong || length > OPTIONS.mostWrong
    ? [finding('number-of-options', { least: OPTIONS.leastWrong, most: OPTIONS.mostWrong })]
    : []
}

/** A figure among words, a sentence among terms, another alphabet. */
function kindOf(option: string, { key }: WrittenItem): Finding[] {
  const differs = (is: (text: string) => boolean) => key.every((entry) => is(entry) !== is(option))
  return differs(isFigure) ||
    differs((text) => /[.!?]$/.test(text)) ||
    differs((text) => /\p{Script=Cyrillic}/u.test(text))
    ? [finding('option-of-other-kind', { option })]
    : []
}

const isFigure = (text: string): boolean =>
  /(?<![\p{L}-])\d/u.test(text) ||
  /\b(?:half|quarter)\b/i.test(text) ||
  wordsOf(text).some((word) => numberValue(word) !== null && !AMBIGUOUS.has(word))
// "one another", "a second later"
const AMBIGUOUS = new Set(['one', 'second'])

/** The key in other words: another spelling of it, or the same with a word more. */
function sameAsKey(option: string, { key, accepted }: WrittenItem): Finding[] {
  const spellings = key.flatMap((entry, at) => [entry, ...(accepted[at] ?? [])])
  const same = (left: string, right: string) => {
    if (wordsOf(left).join(' ') === wordsOf(right).join(' ')) return true
    const [a, b] = [meaningfulWords(left), meaningfulWords(right)]
    return a.length > 0 && a.length === b.length && a.every((word) => b.includes(word))
  }
  if (spellings.some((spelling) => same(spelling, option) || sameNumber(spelling, option)))
    return [finding('equal-options')]
  const within = key.some((entry) => isWithin(entry, option) || isWithin(option, entry))
  return within ? [finding('option-overlaps-key', { option })] : []
}

const sameNumber = (left: string, right: string): boolean => {
  const [a, b] = [numberValue(left), numberValue(right)]
  return a !== null && a === b
}

const isWithin = (part: string, whole: string): boolean => {
  const [some, all] = [wordsOf(part).join(' '), wordsOf(whole).join(' ')]
  return some !== '' && some !== all && ` ${all} `.includes(` ${some} `)
}

/** The text lists it with the key, or says it in a sentence about what is asked. */
function alsoSaid(option: string, item: WrittenItem, text: string): Finding[] {
  const quote = item.evidence[0]?.quote ?? ''
  const words = meaningfulWords(option)
  if (words.length === 0) return []
  const isIn = (member: string) =>
    shareIn(words, meaningfulWords(member)) === 1 && shareIn(meaningfulWords(member), words) === 1
  if (item.key.some((key) => areListed(key, option, quote) || listedWith(key, quote).some(isIn)))
    return [finding('option-listed-with-key', { option })]
  const asked = meaningfulWords(item.stem)
  if (asked.length < 2) return []
  const plain = wordsOf(option).join(' ')
  if (!wordsOfText(text).includes(` ${plain} `)) return []
  const says = sentencesOf(text).some(({ sentence, words }) => {
    if (!words.includes(` ${plain} `) || sentence.includes(quote)) return false
    const said = meaningfulWords(sentence)
    return asked.filter((word) => said.some((twin) => isSameRoot(word, twin))).length >= ALMOST * asked.length
  })
  return says ? [finding('option-said-of-subject', { option })] : []
}
const ALMOST = 0.8

/** The options of a deck are looked for in the same text one after the other. */
const sentencesOf = memoize(
  (text) => splitSentences(text).map((sentence) => ({ sentence, words: ` ${wordsOf(sentence).join(' ')} ` })),
  TEXTS,
)
const wordsOfText = memoize(
  (text) =>
    sentencesOf(text)
      .map(({ words }) => words)
      .join('\n'),
  TEXTS,
)
