// npm run e2e [-- FILTER]: the promises of e2e/ alone.
import './shared/check-node.mjs'
import { buildIfNeeded, buildWorker, ensureBuilt } from './shared/build.mjs'
import { runEndToEnd } from './shared/end-to-end.mjs'
import { generateIfNeeded } from './shared/generate-database-client.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { createTestReport } from './shared/test-report.mjs'

await installIfNeeded()
await generateIfNeeded()
ensureBuilt((await buildWorker()) ?? (await buildIfNeeded()))
const testReport = createTestReport()
await testReport.step('end to end in Chromium', () => runEndToEnd(process.argv.slice(2)))
process.exit(testReport.close())
