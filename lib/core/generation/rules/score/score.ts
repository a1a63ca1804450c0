import type { CheckId } from '../../../check/check-result'
import data from './feature-weights.json'

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(data.weights))

/** How likely a strict reader takes an item with these features, 0 to 1: a logistic model of readers' verdicts (bench/engine/fit-feature-weights.ts). */
export function scoreOfFeatures(features: readonly string[]): number {
  const sum = features.reduce((all, feature) => all + (WEIGHTS.get(feature) ?? 0), data.bias)
  return 1 / (1 + Math.exp(-sum))
}

/**
 * The score from which on an item is shown. On documents that the rules were not written for, two readers accepted three in
 * four items above 0.8 and six in ten below. They accepted dates, figures, definitions and options at nearly every score, and
 * relations, lists and plain what-questions at hardly any.
 */
export const thresholdOf = (features: readonly string[]): number =>
  THRESHOLDS.find(([needed]) => needed.every((feature) => features.includes(feature)))?.[1] ?? DEFAULT_THRESHOLD

const DEFAULT_THRESHOLD = 0.8

// The first line whose features all hold.
const THRESHOLDS: readonly (readonly [readonly string[], number])[] = [
  [['kind=number', 'type=true-false'], 0.85],
  // A single common word left out ("deer", "particles") can be guessed, a rare one ("sporophyte") cannot.
  [['answer-alone=0'], 0.95],
  [['answer-alone=1'], 0.95],
  [['answer-alone=2'], 0.95],
  [['answer-alone=3'], 0.9],
  [['type=choice'], 0.8],
  [['kind=date'], 0.5],
  [['kind=number'], 0.5],
  [['kind=definition'], 0.5],
  [['kind=alias', 'labelled'], 0.5],
  [['type=multiple'], 0.5],
  [['type=numeric'], 0.5],
  [['kind=relation', 'type=flashcard'], 0.88],
  [['kind=list'], 0.85],
  [['how=asks'], 0.88],
  [['how=asks-subject'], 0.88],
]

/** From this score on an item is kept for its author to review. */
export const REVIEW_THRESHOLD = 0.45

/** Of an item with too low a score, the check that lowers it most. */
export function worstCheck(features: readonly string[]): CheckId {
  const sums = new Map<CheckId, number>()
  for (const feature of features) {
    const check = checkOf(feature)
    sums.set(check, (sums.get(check) ?? 0) + (WEIGHTS.get(feature) ?? 0))
  }
  const [worst] = [...sums].sort(([, a], [, b]) => a - b)
  return worst?.[0] ?? 'R11'
}

const checkOf = (feature: string): CheckId =>
  /^(?:answer|members|empty|type-words)/.test(feature)
    ? 'R10'
    : /^(?:stem|unsure)/.test(feature)
      ? 'R7'
      : /^evidence/.test(feature)
        ? 'R9'
        : /^(?:how|gap|view|exact|open)/.test(feature)
          ? 'R3'
          : 'R11'
