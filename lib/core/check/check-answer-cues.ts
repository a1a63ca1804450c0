import type { WrittenItem } from '../item/item'
import { contentWords, isFormOf, sharesRoot, wordsOf } from '../language/english/content-words'
import { isArrangement, isStatement } from '../question-types/registry'
import { type CheckFunction, type Finding, finding } from './check-result'

const LONGER = 1.5
const SHORTER = 0.5

/** R6: nothing but knowledge leads to the key. */
export const checkCues: CheckFunction = (item) =>
  isArrangement(item.type) ? [] : [...keyInStem(item), ...halfSaid(item), ...optionCues(item)]

function keyInStem(item: WrittenItem): Finding[] {
  if (isStatement(item.type)) return []
  const stem = ` ${wordsOf(item.stem).join(' ')} `
  return item.key
    .filter((key) => wordsOf(key).length > 0 && stem.includes(` ${wordsOf(key).join(' ')} `))
    .map((key) => finding('key-in-stem', { key }))
}

const MOST_WORDS = 3
const ASKS_TERM = /\b(?:called|named?|known as|term(?:ed)?)\b/i
const ASKED_KIND = /\b(?:which|what|whose)((?: [\p{L}\p{N}’'-]+){1,6})/iu

/** "from one thousand to _____ (four thousand)": a unit gives no number away. */
const OF_NUMBERS = /^(?:hundred|thousand|million|billion|percent)s?$/

/** The stem asks what something is called, or which one of a kind it is, and says the word only so. */
const asksFor = (said: readonly string[], stem: string): boolean =>
  ASKS_TERM.test(stem) ||
  said.every((word) => contentWords(ASKED_KIND.exec(stem)?.[1] ?? '').some((asked) => sharesRoot(word, asked)))

/** A short answer that is half said by the words around it ("the colonies refused … the British _____", "a guitar with …"). */
function halfSaid(item: WrittenItem): Finding[] {
  const [key = '', ...more] = item.key
  // "How many grams …?": the unit tells nothing of the figure.
  const isFigure = /\p{N}/u.test(key)
  if (more.length > 0 || isFigure || isStatement(item.type) || item.type === 'multiple') return []
  const around = contentWords(item.stem)
  const words = contentWords(key)
  if (words.length > MOST_WORDS) return []
  const wrong = item.options.filter((option) => !item.key.includes(option)).map(contentWords)
  const isInEachOption = (word: string) => wrong.length > 0 && wrong.every((option) => option.includes(word))
  const said = words.filter(
    (word) =>
      word.length > 3 &&
      !OF_NUMBERS.test(word) &&
      around.some((stemWord) => isFormOf(word, stemWord)) &&
      !isInEachOption(word),
  )
  // "the international community … against _____ (international terrorism)": an adjective alone gives little away. Nor does the
  // kind of thing that is asked for: "Which tides come at full moon? (spring tides)".
  const isHeadSaid = said.at(-1) === words.at(-1) && !(said.length < words.length && asksFor(said, item.stem))
  const cue = said.length > words.length / 2 || isHeadSaid ? said[0] : undefined
  return cue ? [finding('key-word-in-stem', { word: cue })] : []
}

function optionCues(item: WrittenItem): Finding[] {
  if (item.options.length < 3 || isStatement(item.type)) return []
  const found: Finding[] = []
  const wrong = item.options.filter((option) => !item.key.includes(option))
  if (wrong.length === 0) return [finding('no-distractor')]
  if (new Set(item.options.map((option) => option.toLowerCase())).size < item.options.length)
    found.push(finding('equal-options'))
  if (item.options.some((option) => /\b(?:all|none|both) of the (?:above|below|these)\b/i.test(option)))
    found.push(finding('all-of-the-above'))
  if (/\b(?:a|an)\s*_*\s*[.?:]?$/i.test(item.stem)) found.push(finding('article-cue'))
  return [...found, ...lengthCue(item, wrong), ...wordCue(item, wrong)]
}

function lengthCue(item: WrittenItem, wrong: readonly string[]): Finding[] {
  const longest = Math.max(...wrong.map(({ length }) => length))
  const shortest = Math.min(...wrong.map(({ length }) => length))
  // Of several right options each must stick out.
  const long = item.key.every(({ length }) => length > Math.max(LONGER * longest, longest + 5))
  const short = item.key.every(({ length }) => length < SHORTER * shortest && shortest - length > 5)
  return long || short ? [finding(long ? 'key-longer' : 'key-shorter')] : []
}

/** A word of the stem that only the key repeats. */
function wordCue(item: WrittenItem, wrong: readonly string[]): Finding[] {
  const stem = new Set(contentWords(item.stem))
  const elsewhere = new Set(wrong.flatMap(contentWords))
  const cue = item.key.flatMap(contentWords).find((word) => word.length > 3 && stem.has(word) && !elsewhere.has(word))
  return cue ? [finding('word-cue', { word: cue })] : []
}
