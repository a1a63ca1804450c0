// npm run bench:precision [-- FILES…] [--round NAME] [--again]: what readers found acceptable, by round.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments, stop } from '../../scripts/shared/command-line'
import { markdownTable, percent } from './command-line'
import { groupBy } from './group-by'
import { parsed, Reading } from './judgement-files'
import { wilson } from './statistics'

const FOLDER = 'bench/judgements'
const USAGE = 'Usage: npm run bench:precision [-- FILES…] [--round NAME] [--again]'
const OPTIONS = { round: { type: 'string' }, again: { type: 'boolean', default: false } } as const

const { values, positionals } = readArguments(OPTIONS, USAGE)
const paths = positionals.length > 0 ? positionals : filesIn(FOLDER)
const readings = paths
  .map(readReading)
  .filter(({ reading, round }) => (values.again || reading === 'first') && (!values.round || round === values.round))
if (readings.length === 0) stop(`No reading of that kind in ${positionals.join(', ') || FOLDER}.`)
for (const [round, group] of groupBy(readings, ({ round }) => round)) console.log(roundMarkdown(round, group))

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) stop(`${folder} is not there.`)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

function readReading(path: string): Reading {
  if (!existsSync(path)) return stop(`${path} is not there.`)
  const result = parsed(Reading, readFileSync(path, 'utf8'))
  return result.ok ? result.value : stop(`${path} ${result.line}`)
}

function roundMarkdown(round: string, group: readonly Reading[]): string {
  const items = judgedItems(group)
  const bad = items.filter(({ good }) => !good)
  const checks = [...groupBy(bad, ({ failedChecks }) => failedChecks[0] ?? '?')].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  const planted = group.flatMap((reading) => reading.planted)
  const engines = [...new Set(group.map(({ engine }) => engine))].join(', ')
  const lines = [
    `## Round ${round}: engine ${engines}, ${group[0]?.date}, ${group.length} ${group.length === 1 ? 'reading' : 'readings'}`,
    precisionTable('type', items, ({ type }) => type),
    precisionTable('document', items, ({ document }) => document),
    `Failed: ${checks.map(([check, failing]) => `${check} ${failing.length}`).join(', ') || 'nothing'}.`,
    agreement(group),
  ]
  if (planted.length > 0)
    lines.push(`Planted bad items found: ${planted.filter(({ caught }) => caught).length} of ${planted.length}.`)
  return `${lines.filter(Boolean).join('\n\n')}\n`
}

/** An item that two readers judged is good when both say so. */
function precisionTable(by: string, items: readonly Judged[], nameOf: (item: Judged) => string): string {
  const groups = [...groupBy(items, nameOf)].sort(([left], [right]) => (left < right ? -1 : 1))
  const rows = [...groups, ['all', items] as const].map(([name, group]) => {
    const good = group.filter((item) => item.good).length
    const { low, high } = wilson(good, group.length)
    return [
      name,
      String(group.length),
      String(good),
      percent(good / group.length),
      `${percent(low)} – ${percent(high)}`,
    ]
  })
  return markdownTable([by, 'items', 'good', 'precision', '95 % interval'], rows)
}

/** An item with what all its readers said of it. */
type Judged = {
  readonly document: string
  readonly itemId: string
  readonly type: string
  /** Good only where every reader says so. */
  readonly good: boolean
  readonly failedChecks: readonly string[]
}

/** Every item of the readings once. */
function judgedItems(readings: readonly Reading[]): Judged[] {
  const all = readings.flatMap(({ judgements }) => judgements)
  return [...groupBy(all, idOf).values()].flatMap((judgements) => {
    const [first] = judgements
    if (!first) return []
    const failedChecks = judgements.flatMap((judgement) => (judgement.verdict === 'bad' ? [judgement.failedCheck] : []))
    const { document, itemId, type } = first
    return [{ document, itemId, type, good: failedChecks.length === 0, failedChecks }]
  })
}

/** How far two readers of the same items agree, with Cohen's kappa (1960); empty when no item was read twice. */
function agreement(readings: readonly Reading[]): string {
  const pairs = [
    ...groupBy(
      readings.flatMap(({ judgements }) => judgements),
      idOf,
    ).values(),
  ].flatMap(([first, second]) =>
    first && second ? [[first.verdict === 'good', second.verdict === 'good'] as const] : [],
  )
  if (pairs.length === 0) return ''
  const share = (test: (pair: readonly [boolean, boolean]) => boolean) => pairs.filter(test).length / pairs.length
  const same = share(([first, second]) => first === second)
  const goodToFirst = share(([first]) => first)
  const goodToSecond = share(([, second]) => second)
  const byChance = goodToFirst * goodToSecond + (1 - goodToFirst) * (1 - goodToSecond)
  const kappa = byChance === 1 ? 1 : (same - byChance) / (1 - byChance)
  return `Two readers agree on ${percent(same)} of ${pairs.length} items (kappa ${kappa.toFixed(2)}); good to one alone: ${percent(goodToFirst)}, ${percent(goodToSecond)}.`
}

function idOf({ document, itemId }: { document: string; itemId: string }): string {
  return `${document} ${itemId}`
}
