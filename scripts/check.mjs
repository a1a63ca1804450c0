// npm run check: what can be held without a browser or a database server.
import './shared/check-node.mjs'
import { runChecks } from './shared/checks.mjs'
import { generateIfNeeded } from './shared/generate-database-client.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { createTestReport } from './shared/test-report.mjs'

await installIfNeeded()
await generateIfNeeded()
const testReport = createTestReport()
await runChecks(testReport)
process.exit(testReport.close())
