// npm start, npm run dev: all that a newcomer needs, from a clean clone to a page in the browser.
import './shared/check-node.mjs'
import { buildIfNeeded, buildWorker, ensureBuilt } from './shared/build.mjs'
import { generateIfNeeded } from './shared/generate-database-client.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { exitWith, log, sinceStart } from './shared/log.mjs'
import { root } from './shared/paths.mjs'
import { isHeldByOther, prepareData } from './shared/prepare-data.mjs'
import { stopRunning } from './shared/run-command.mjs'
import { isEmbedded, loadSettings, requireSecret } from './shared/settings.mjs'

const dev = process.argv.includes('--dev')
let server = null
let closing = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

process.chdir(root)
loadSettings()
process.env.NODE_ENV = dev ? 'development' : 'production'
const port = Number(process.env.PORT || 3000)
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  exitWith(`PORT must be a number from 1 to 65535, not ${process.env.PORT}.`)
requireSecret()

console.log('Bilim')
await installIfNeeded()
await generateIfNeeded()
ensureBuilt(await buildWorker())
// Before the build: a second process on the same data is refused without touching what the first one serves.
const { demo = [] } = await prepareData()
if (!dev) ensureBuilt(await buildIfNeeded())
// Imported late: Next.js may have been installed by this very run.
const { addresses, serve } = await import('./serve.mjs')
if (!closing) await open()

async function open() {
  server = await serve({ dev, port })
  const [local, ...others] = addresses(server.port)
  // The first visitor should not pay for opening the database and loading the pages.
  const health = await fetch(`${local}/api/health`).catch(() => null)
  if (!health?.ok && isHeldByOther())
    exitWith('Another Bilim has this data open. Stop it, or set BILIM_DATA_DIR to another folder.', 3)
  await fetch(local).catch(() => {})
  if (closing) return
  console.log(`\n  Ready in ${sinceStart()}: ${local}`)
  if (others.length > 0) log(`On the local network: ${others.join(', ')}`)
  if (isEmbedded() && demo.length > 0) showDemo(demo)
  console.log()
}

function showDemo(signIns) {
  console.log('\n  Demo, from this machine only:')
  for (const { role, email, password } of signIns) log(`  ${role.padEnd(8)} ${email}  ${password}`)
}

async function stop() {
  if (closing) process.exit(1)
  closing = true
  stopRunning()
  await server?.close()
  process.exit(0)
}
