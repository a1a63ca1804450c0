// npm run bench:precision [-- FILES…] [--round NAME] [--again]: what readers found acceptable, by round.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments, stop } from './arguments'
import { parsed, Reading } from './bookkeeping'
import { groupBy } from './group-by'
import { markdownTable, percent } from './markdown-table'
import { wilson } from './statistics'
import { agreement, type Judged, judgedItems } from './verdicts'

const FOLDER = 'bench/judgements'
const USAGE = 'Usage: npm run bench:precision [-- FILES…] [--round NAME] [--again]'
const OPTIONS = { round: { type: 'string' }, again: { type: 'boolean', default: false } } as const

const { values, positionals } = readArguments(OPTIONS, USAGE)
const paths = positionals.length > 0 ? positionals : filesIn(FOLDER)
const readings = paths
  .map(readReading)
  .filter(({ reading, round }) => (values.again || reading === 'first') && (!values.round || round === values.round))
if (readings.length === 0) stop(`No reading of that kind in ${positionals.join(', ') || FOLDER}.`)
for (const [round, of] of groupBy(readings, ({ round }) => round)) console.log(roundMarkdown(round, of))

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

function roundMarkdown(round: string, of: readonly Reading[]): string {
  const items = judgedItems(of)
  const bad = items.filter(({ good }) => !good)
  const checks = [...groupBy(bad, ({ failedChecks }) => failedChecks[0] ?? '?')].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  const planted = of.flatMap((reading) => reading.planted)
  const engines = [...new Set(of.map(({ engine }) => engine))].join(', ')
  const lines = [
    `## Round ${round}: engine ${engines}, ${of[0]?.date}, ${of.length} ${of.length === 1 ? 'reading' : 'readings'}`,
    precisionTable('type', items, ({ type }) => type),
    precisionTable('document', items, ({ document }) => document),
    `Failed: ${checks.map(([check, failing]) => `${check} ${failing.length}`).join(', ') || 'nothing'}.`,
    agreement(of),
  ]
  if (planted.length > 0)
    lines.push(`Planted bad items found: ${planted.filter(({ caught }) => caught).length} of ${planted.length}.`)
  return `${lines.filter(Boolean).join('\n\n')}\n`
}

/** An item that two readers judged is good when both say so. */
function precisionTable(by: string, items: readonly Judged[], nameOf: (item: Judged) => string): string {
  const groups = [...groupBy(items, nameOf)].sort(([left], [right]) => (left < right ? -1 : 1))
  const rows = [...groups, ['all', items] as const].map(([name, of]) => {
    const good = of.filter((item) => item.good).length
    const { low, high } = wilson(good, of.length)
    return [name, String(of.length), String(good), percent(good / of.length), `${percent(low)} – ${percent(high)}`]
  })
  return markdownTable([by, 'items', 'good', 'precision', '95 % interval'], rows)
}
