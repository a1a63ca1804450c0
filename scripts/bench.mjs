// npm run bench [-- NAME …]: a table of ratios; see bench/. Names: start, first-load, generation, generating, regenerating, size, saves.
import './shared/check-node.mjs'
import { buildIfNeeded, buildWorker, ensureBuilt } from './shared/build.mjs'
import { findPostgres } from './shared/find-postgres.mjs'
import { generateIfNeeded } from './shared/generate-database-client.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { commands } from './shared/paths.mjs'
import { runNode, withServerCondition } from './shared/run-command.mjs'

await installIfNeeded()
await generateIfNeeded()
ensureBuilt((await buildWorker()) ?? (await buildIfNeeded()))
// Durable, as in use: a yardstick that forgets in a power cut would flatter nobody.
const server = await findPostgres({ durable: true })
const env = withServerCondition({ ...process.env, ...(server ? { TEST_DATABASE_URL: server.url } : {}) })
const { code } = await runNode([commands.tsx, 'bench/run.ts', ...process.argv.slice(2)], { show: true, env })
await server?.stop()
process.exit(code)
