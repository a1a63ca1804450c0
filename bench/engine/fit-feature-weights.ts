// npm run bench:learn -- [--sheet FOLDER --answers FILE]
// Adds what a reader said of a sheet of candidates to bench/features.json, and learns from all of it how surely a
// reader takes an item: lib/core/generation/rules/score/feature-weights.json. Prints what a model says of documents that it has not seen.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { markdownTable, readArguments, stop } from './command-line'
import { Answers, Candidates, FeatureRows, parsed } from './judgement-files'
import { heldOut, type Judged, learn } from './logistic'

const USAGE = 'Usage: npm run bench:learn -- [--sheet FOLDER --answers FILE]'
const ROWS = 'bench/features.json'
const WEIGHTS = 'lib/core/generation/rules/score/feature-weights.json'
const LEAST_WEIGHT = 0.02
const THRESHOLDS = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]

const { values } = readArguments({ sheet: { type: 'string' }, answers: { type: 'string' } }, USAGE)
const rows = [...readRows(), ...readSheet()]
writeRows(rows)
const model = learn(rows)
const kept = [...model.weights]
  .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  WEIGHTS,
  `${JSON.stringify({ bias: round(model.bias), weights: Object.fromEntries(kept.map(([name, weight]) => [name, round(weight)])) }, null, 2)}\n`,
)
console.log(`${rows.length} judged items, ${kept.length} weights in ${WEIGHTS}\n`)
console.log(table())

function readRows(): Judged[] {
  const read = parsed(FeatureRows, readFileSync(ROWS, 'utf8'))
  if (!read.ok) return stop(`${ROWS} ${read.line}`)
  const { names } = read.value
  return read.value.rows.map(([document, good, features]) => ({
    document,
    good: good === 1,
    features: features.map((n) => names[n] ?? ''),
  }))
}

function readSheet(): Judged[] {
  const { sheet, answers } = values
  if (sheet === undefined || answers === undefined) return []
  const made = parsed(Candidates, readFileSync(join(sheet, 'candidates.json'), 'utf8'))
  const said = parsed(Answers, readFileSync(answers, 'utf8'))
  if (!made.ok) return stop(`${sheet} ${made.line}`)
  if (!said.ok) return stop(`${answers} ${said.line}`)
  const verdicts = new Map(said.value.map(({ number, verdict }) => [number, verdict]))
  return made.value.flatMap(({ number, document, features }) => {
    const verdict = verdicts.get(number)
    return verdict ? [{ document, features, good: verdict === 'good' }] : []
  })
}

function writeRows(all: readonly Judged[]): void {
  const names = [...new Set(all.flatMap(({ features }) => features))].sort()
  const at = new Map(names.map((name, n) => [name, n]))
  const lines = all.map(({ document, good, features }) =>
    JSON.stringify([document, Number(good), features.map((feature) => at.get(feature))]),
  )
  writeFileSync(ROWS, `{"names":${JSON.stringify(names)},\n"rows":[\n${lines.join(',\n')}\n]}\n`)
}

/** By type and threshold, the share of items above it that readers accepted. */
function table(): string {
  const scored = heldOut(rows)
  const types = [...new Set(scored.map(typeOf))].sort()
  const cell = (type: string, least: number) => {
    const confident = scored.filter((row) => typeOf(row) === type && row.score >= least)
    return confident.length === 0
      ? ''
      : `${((100 * confident.filter(({ good }) => good).length) / confident.length).toFixed(0)} % of ${confident.length}`
  }
  return markdownTable(
    ['type', ...THRESHOLDS.map(String)],
    types.map((type) => [type, ...THRESHOLDS.map((least) => cell(type, least))]),
  )
}

function typeOf({ features }: Judged): string {
  return features.find((feature) => feature.startsWith('type='))?.slice('type='.length) ?? ''
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
