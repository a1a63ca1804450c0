// npm run e2e [-- FILTER]: the promises of e2e/ alone.
import './shared/check-node.mjs'
import { buildIfNeeded, buildWorker, demandBuilt } from './shared/build.mjs'
import { runEndToEnd } from './shared/end-to-end.mjs'
import { generateIfNeeded } from './shared/generate.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { makeTally } from './shared/tally.mjs'

await installIfNeeded()
await generateIfNeeded()
demandBuilt((await buildWorker()) ?? (await buildIfNeeded()))
const tally = makeTally()
await tally.step('end to end in Chromium', () => runEndToEnd(process.argv.slice(2)))
process.exit(tally.close())
