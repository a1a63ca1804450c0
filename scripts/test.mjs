// npm test [-- --all]: all that must hold. The last line is `N passed, N failed, N skipped`.
// What is tagged `long` is left to `npm run test:all`, which also runs every data test on both engines.
import './shared/check-node.mjs'
import { buildIfNeeded, buildWorker } from './shared/build.mjs'
import { runChecks, runVitest } from './shared/checks.mjs'
import { runEndToEnd } from './shared/end-to-end.mjs'
import { findPostgres } from './shared/find-postgres.mjs'
import { generateIfNeeded } from './shared/generate-database-client.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { log } from './shared/log.mjs'
import { stopRunning } from './shared/run-command.mjs'
import { countCheck, createTestReport } from './shared/test-report.mjs'

const isAll = process.argv.includes('--all')

process.on('exit', () => stopRunning())
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))

await installIfNeeded()
await generateIfNeeded()
if (isAll) process.env.TEST_SEED ??= String(Date.now() % 2 ** 31)
const testReport = createTestReport()
await runChecks(testReport, { isAll })
const server = await findPostgres()
log(
  server
    ? `PostgreSQL: ${server.found}`
    : 'No PostgreSQL: set TEST_DATABASE_URL, or install one. PGlite holds all data tests.',
)
if (server) await testReport.step('data tests on PostgreSQL', () => testOnPostgres(server))
await testReport.step('data tests on PGlite', testOnPglite)
const { failed } = await testReport.step('production build', build)
await testReport.step('end to end in Chromium', () => (failed ? { failed: 1 } : runEndToEnd([], { isAll })))
process.exit(testReport.close())

async function testOnPostgres({ url, stop }) {
  try {
    return await runVitest('data-postgres', { isAll, env: { TEST_DATABASE_URL: url } })
  } finally {
    await stop()
  }
}

// Next to PostgreSQL only what engines can differ in.
function testOnPglite() {
  return runVitest('data-pglite', { isAll, onlyTag: server && !isAll ? 'engines' : undefined })
}

async function build() {
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  const failure = (await buildWorker()) ?? (await buildIfNeeded())
  return countCheck({ code: failure === null ? 0 : 1, output: failure ?? '' })
}
