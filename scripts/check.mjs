// npm run check: what can be held without a browser or a database server.
import './shared/check-node.mjs'
import { runGates } from './shared/gates.mjs'
import { generateIfNeeded } from './shared/generate.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { makeTally } from './shared/tally.mjs'

await installIfNeeded()
await generateIfNeeded()
const tally = makeTally()
await runGates(tally)
process.exit(tally.close())
