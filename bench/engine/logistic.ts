/** An item that a reader judged: what is true of it, and the verdict. */
export type Judged = { readonly document: string; readonly features: readonly string[]; readonly good: boolean }

export type Model = { readonly bias: number; readonly weights: ReadonlyMap<string, number> }

const FEWEST = 4
const PENALTY = 20
const STEPS = 600
const RATE = 0.5

/** Logistic regression with an L2 penalty, by full gradients with steps that shrink as in AdaGrad; deterministic. */
export function learn(rows: readonly Judged[]): Model {
  const names = featuresToWeigh(rows)
  const at = new Map(names.map((name, n) => [name, n]))
  const held = rows.map(({ features }) => features.flatMap((feature) => at.get(feature) ?? []))
  const weights = new Float64Array(names.length + 1)
  const squares = new Float64Array(names.length + 1).fill(1e-6)
  for (let step = 0; step < STEPS; step++) descend(rows, held, weights, squares)
  return {
    bias: weights[names.length] ?? 0,
    weights: new Map(names.map((name, n) => [name, weights[n] ?? 0])),
  }
}

/** What nearly always or hardly ever holds tells nothing. */
function featuresToWeigh(rows: readonly Judged[]): string[] {
  const counts = new Map<string, number>()
  for (const { features } of rows) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= FEWEST && count <= rows.length - FEWEST).map(([feature]) => feature)
}

/** One step; the last weight is the bias, which is not penalised. */
function descend(
  rows: readonly Judged[],
  held: readonly (readonly number[])[],
  weights: Float64Array,
  squares: Float64Array,
): void {
  const bias = weights.length - 1
  for (const [n, slope] of slopesOf(rows, held, weights).entries()) {
    const all = slope + (n === bias ? 0 : PENALTY * (weights[n] ?? 0))
    squares[n] = (squares[n] ?? 0) + all * all
    weights[n] = (weights[n] ?? 0) - (RATE * all) / Math.sqrt(squares[n] ?? 1)
  }
}

function slopesOf(rows: readonly Judged[], held: readonly (readonly number[])[], weights: Float64Array): Float64Array {
  const slopes = new Float64Array(weights.length)
  for (const [n, features] of held.entries()) {
    const places = [...features, weights.length - 1]
    const error = sigmoid(places.reduce((sum, at) => sum + (weights[at] ?? 0), 0)) - Number(rows[n]?.good)
    for (const at of places) slopes[at] = (slopes[at] ?? 0) + error
  }
  return slopes
}

const score = ({ bias, weights }: Model, features: readonly string[]): number =>
  sigmoid(features.reduce((all, feature) => all + (weights.get(feature) ?? 0), bias))

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

const FOLDS = 8

/** Each row with the confidence of a model that has seen no item of its document. */
export function heldOut(rows: readonly Judged[]): (Judged & { readonly score: number })[] {
  const documents = [...new Set(rows.map(({ document }) => document))].sort()
  return Array.from({ length: FOLDS }, (_, fold) => new Set(documents.filter((_, n) => n % FOLDS === fold))).flatMap(
    (hidden) => {
      const model = learn(rows.filter(({ document }) => !hidden.has(document)))
      return rows
        .filter(({ document }) => hidden.has(document))
        .map((row) => ({ ...row, score: score(model, row.features) }))
    },
  )
}
