// npm test: all that must hold. The last line is `N passed, N failed, N skipped`.
import './shared/check-node.mjs'
import { buildIfNeeded, buildWorker } from './shared/build.mjs'
import { runEndToEnd } from './shared/end-to-end.mjs'
import { findPostgres } from './shared/find-postgres.mjs'
import { runGates, runVitest } from './shared/gates.mjs'
import { generateIfNeeded } from './shared/generate.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { stopRunning } from './shared/run-command.mjs'
import { say } from './shared/say.mjs'
import { gate, makeTally } from './shared/tally.mjs'

process.on('exit', () => stopRunning())
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))

await installIfNeeded()
await generateIfNeeded()
const tally = makeTally()
await runGates(tally)
const onPglite = await tally.step('data tests on PGlite', () => runVitest('data-pglite', ['data-pglite']))
await tally.step('data tests on PostgreSQL', () => testOnPostgres(onPglite))
const { failed } = await tally.step('production build', build)
await tally.step('end to end in Chromium', () => (failed ? { failed: 1 } : runEndToEnd()))
process.exit(tally.close())

// The same tests as on PGlite: where there is no server they are skipped, and counted so.
async function testOnPostgres({ passed, failed, skipped }) {
  const server = await findPostgres()
  if (!server) {
    say('No PostgreSQL: set TEST_DATABASE_URL, or install one. Its tests are skipped.')
    return { skipped: passed + failed + skipped }
  }
  say(`PostgreSQL: ${server.found}`)
  try {
    return await runVitest('data-postgres', ['data-postgres'], { TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}

async function build() {
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  const failure = (await buildWorker()) ?? (await buildIfNeeded())
  return gate({ code: failure === null ? 0 : 1, output: failure ?? '' })
}
