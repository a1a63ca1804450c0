import type { ItemType } from '../item'
import type { Check } from '../lint/finding'
import data from './weights.json'

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(data.weights))

/** How likely a strict reader takes an item with these marks, 0 to 1: a logistic model of readers' verdicts (bench/engine/train.ts). */
export function confidenceOf(marks: readonly string[]): number {
  const sum = marks.reduce((all, mark) => all + (WEIGHTS.get(mark) ?? 0), data.bias)
  return 1 / (1 + Math.exp(-sum))
}

/**
 * From where on an item is shown: where readers took at least about four in five of its type on documents that the weights were
 * not learned from. Options and figures were taken more often at every confidence.
 */
export const surenessOf = (type: ItemType): number => SURE[type] ?? 0.76

const SURE: Partial<Record<ItemType, number>> = {
  choice: 0.5,
  multiple: 0.5,
  numeric: 0.5,
  'true-false': 0.7,
  flashcard: 0.75,
  cloze: 0.76,
}

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
