// npm run bench [-- NAME …]: ratios, each against a yardstick of the same run; of the named measures, or of all. Only this
// machine is asked, a bounded number of times.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchGeneration } from './generation'
import { benchGenerating, benchRegenerating } from './latency-while-generating'
import { benchReviewSaves } from './review-saves'
import { benchFirstLoad, benchStart } from './start-and-first-load'
import { benchStudyAtSize } from './study-at-size'
import { printTable, type Row } from './table'
import { buildEmptyApp } from './yardsticks/empty-app'

const folder = mkdtempSync(join(tmpdir(), 'bilim-bench-'))
process.env.BILIM_E2E_FOLDER = folder
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const rows: Row[] = []
const named = process.argv.slice(2)
const postgres = process.env.TEST_DATABASE_URL
const measures: Record<string, () => Row[] | Promise<Row[]>> = {
  start: benchStart,
  'first-load': benchFirstLoad,
  generation: benchGeneration,
  generating: benchGenerating,
  regenerating: benchRegenerating,
  size: () => benchStudyAtSize(postgres),
  saves: () => (postgres ? benchReviewSaves(postgres) : []),
}
const AGAINST_EMPTY_APP = ['start', 'first-load']
const wanted = Object.entries(measures).filter(([name]) => named.length === 0 || named.includes(name))
if (wanted.some(([name]) => AGAINST_EMPTY_APP.includes(name))) buildEmptyApp()
if (!postgres) console.log('  No PostgreSQL: the saves of reviews are not measured.')
for (const [name, measure] of wanted) {
  console.log(`  Measuring: ${name} …`)
  rows.push(...(await measure()))
}
console.log()
printTable(rows)
