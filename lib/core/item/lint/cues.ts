import type { Item } from '../item'
import type { Judge } from './finding'
import { contentWords, wordsOf } from './words'

const LONGER = 1.5
const SHORTER = 0.5

/** R6: nothing but knowledge leads to the key. */
export const judgeCues: Judge = (item) => [...keyInStem(item), ...gapCues(item), ...optionCues(item)]

function keyInStem(item: Item): string[] {
  if (item.type === 'true-false') return []
  const stem = ` ${wordsOf(item.stem).join(' ')} `
  return item.key
    .filter((key) => wordsOf(key).length > 0 && stem.includes(` ${wordsOf(key).join(' ')} `))
    .map((key) => `The question says its own answer: “${key}”.`)
}

const MOST_GAP_WORDS = 3
/** Words that begin alike are forms of one word: colony, colonial. */
const SAME_BEGINNING = 6

/** A gap whose short answer is half said by the words around it ("the colonies refused … the British _____"). */
function gapCues(item: Item): string[] {
  if (!/_{3,}/.test(item.stem)) return []
  const around = contentWords(item.stem).map(beginning)
  const cue = item.key
    .map(contentWords)
    .filter((words) => words.length > 0 && words.length <= MOST_GAP_WORDS)
    .flatMap((words) => words.find((word) => word.length > 3 && around.includes(beginning(word))) ?? [])[0]
  return cue ? [`“${cue}” stands in the sentence and in what fills its gap.`] : []
}

const beginning = (word: string): string => word.slice(0, SAME_BEGINNING)

function optionCues(item: Item): string[] {
  if (item.options.length < 3 || item.type === 'true-false') return []
  const found: string[] = []
  const wrong = item.options.filter((option) => !item.key.includes(option))
  if (wrong.length === 0) return ['Every option is right.']
  if (new Set(item.options.map((option) => option.toLowerCase())).size < item.options.length)
    found.push('Two options are the same.')
  if (item.options.some((option) => /\b(?:all|none|both) of the (?:above|below|these)\b/i.test(option)))
    found.push('“All of the above” tests nothing.')
  if (/\b(?:a|an)\s*_*\s*[.?:]?$/i.test(item.stem))
    found.push('“a” or “an” at the end of the question gives the answer away.')
  return [...found, ...lengthCue(item, wrong), ...wordCue(item, wrong)]
}

function lengthCue(item: Item, wrong: readonly string[]): string[] {
  const longest = Math.max(...wrong.map(({ length }) => length))
  const shortest = Math.min(...wrong.map(({ length }) => length))
  const long = item.key.some(({ length }) => length > Math.max(LONGER * longest, longest + 5))
  const short = item.key.some(({ length }) => length < SHORTER * shortest && shortest - length > 5)
  return long || short ? [`The right answer is much ${long ? 'longer' : 'shorter'} than the others.`] : []
}

/** A word of the stem that only the key repeats. */
function wordCue(item: Item, wrong: readonly string[]): string[] {
  const stem = new Set(contentWords(item.stem))
  const elsewhere = new Set(wrong.flatMap(contentWords))
  const cue = item.key.flatMap(contentWords).find((word) => word.length > 3 && stem.has(word) && !elsewhere.has(word))
  return cue ? [`“${cue}” stands in the question and only in the right answer.`] : []
}
