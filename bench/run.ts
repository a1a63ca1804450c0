// npm run bench: ratios, each against a yardstick of the same run. Only this machine is asked, a bounded number of times.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildEmptyApp } from './empty-app'
import { benchFirstLoad } from './first-load'
import { benchGeneration } from './generation'
import { benchMaking } from './making'
import { benchReviewSaves } from './review-saves'
import { benchStart } from './start'
import { printTable, type Row } from './table'

const folder = mkdtempSync(join(tmpdir(), 'bilim-bench-'))
process.env.BILIM_E2E_FOLDER = folder
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const rows: Row[] = []
buildEmptyApp()
await measure('start', benchStart)
await measure('first load', benchFirstLoad)
await measure('generation', benchGeneration)
await measure('others while a document is made', benchMaking)
const postgres = process.env.TEST_DATABASE_URL
if (postgres) await measure('review saves', () => benchReviewSaves(postgres))
else console.log('  No PostgreSQL: the saves of reviews are not measured.')
console.log()
printTable(rows)

async function measure(name: string, work: () => Row[] | Promise<Row[]>): Promise<void> {
  console.log(`  Measuring: ${name} …`)
  rows.push(...(await work()))
}
