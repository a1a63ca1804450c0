import type { Check } from '../lint/finding'
import data from './weights.json'

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(data.weights))

/** How likely a strict reader takes an item with these marks, 0 to 1: a logistic model of readers' verdicts (bench/engine/train.ts). */
export function confidenceOf(marks: readonly string[]): number {
  const sum = marks.reduce((all, mark) => all + (WEIGHTS.get(mark) ?? 0), data.bias)
  return 1 / (1 + Math.exp(-sum))
}

/**
 * From where on an item is shown: where readers took at least 85 in 100 of its kind on documents that the weights were not
 * learned from. Figures and options were taken at nearly every confidence; of a name's initials they said that they tell it.
 */
export const surenessOf = (marks: readonly string[]): number =>
  SURE.find(([kind]) => marks.some((mark) => kind.test(mark)))?.[1] ?? MOST_SURE

const MOST_SURE = 0.9

// By what `marksOf` says of how a claim is asked, and by which type of item; the first that holds.
const SURE: readonly (readonly [RegExp, number])[] = [
  [/^asks=in what year$/, 0.5],
  [/^type=(?:choice|multiple|numeric)$/, 0.5],
  [/^how-type=leaves-figure-flashcard$/, 0.5],
  [/^how-type=reverse-flashcard$/, 0.6],
  [/^asks=(?:how|why)$/, 0.7],
  [/^how-type=(?:leaves|leaves-name)-flashcard$/, 0.76],
  [/^how-type=leaves-term-cloze$/, 0.77],
  [/^how-type=(?:leaves-term-flashcard|statement-true-false)$/, 0.8],
  [/^how-type=(?:leaves.*|asks-sharply)-(?:cloze|flashcard)$/, 0.85],
]

/** From here on an author may nod at it. */
export const DOUBTFUL = 0.45

/** Of what is too doubtful, the check that speaks against it most. */
export function doubtOf(marks: readonly string[]): Check {
  const sums = new Map<Check, number>()
  for (const mark of marks) {
    const check = checkOf(mark)
    sums.set(check, (sums.get(check) ?? 0) + (WEIGHTS.get(mark) ?? 0))
  }
  const [worst] = [...sums].sort(([, a], [, b]) => a - b)
  return worst?.[0] ?? 'R11'
}

const checkOf = (mark: string): Check =>
  /^(?:answer|members|empty|type-words)/.test(mark)
    ? 'R10'
    : /^(?:stem|unsure)/.test(mark)
      ? 'R7'
      : /^proof/.test(mark)
        ? 'R9'
        : /^(?:how|gap|view|exact|open)/.test(mark)
          ? 'R3'
          : 'R11'
