import { type Item, isArranged } from '../item'
import type { Judge } from './finding'
import { contentWords, sharesRoot, wordsOf } from './words'

const LONGER = 1.5
const SHORTER = 0.5

/** R6: nothing but knowledge leads to the key. */
export const judgeCues: Judge = (item) =>
  isArranged(item.type) ? [] : [...keyInStem(item), ...halfSaid(item), ...optionCues(item)]

function keyInStem(item: Item): string[] {
  if (item.type === 'true-false') return []
  const stem = ` ${wordsOf(item.stem).join(' ')} `
  return item.key
    .filter((key) => wordsOf(key).length > 0 && stem.includes(` ${wordsOf(key).join(' ')} `))
    .map((key) => `The question says its own answer: “${key}”.`)
}

const MOST_WORDS = 3

/** A short answer that is half said by the words around it ("the colonies refused … the British _____", "a guitar with …"). */
function halfSaid(item: Item): string[] {
  if (item.key.length !== 1 || item.type === 'true-false' || item.type === 'multiple') return []
  const around = contentWords(item.stem)
  const words = contentWords(item.key[0] ?? '')
  if (words.length > MOST_WORDS) return []
  const said = words.filter((word) => word.length > 3 && around.some((other) => sharesRoot(word, other)))
  // "the international community … against _____ (international terrorism)": an adjective alone gives little away.
  const cue = said.length > words.length / 2 || said.at(-1) === words.at(-1) ? said[0] : undefined
  return cue ? [`“${cue}” stands in the question and in its answer.`] : []
}

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
