// node scripts/run.mjs FILE.ts [arguments]: a script in TypeScript, with everything that it needs made first.
import './shared/check-node.mjs'
import { spawn } from 'node:child_process'
import { generateIfNeeded } from './shared/generate-database-client.mjs'
import { installIfNeeded } from './shared/install.mjs'
import { exitWith } from './shared/log.mjs'
import { commands } from './shared/paths.mjs'
import { withServerCondition } from './shared/run-command.mjs'
import { loadSettings } from './shared/settings.mjs'

const [file, ...args] = process.argv.slice(2)
if (!file) exitWith('Usage: node scripts/run.mjs FILE.ts [arguments]')
loadSettings()
logToErrorStream()
await installIfNeeded()
await generateIfNeeded()

// The script has this terminal to itself, standard input included; its exit code is ours.
const child = spawn(process.execPath, [commands.tsx, file, ...args], { stdio: 'inherit', env: withServerCondition() })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

// `npm run generate -- FILE --format json > items.json` must hold the items alone.
function logToErrorStream() {
  console.log = console.error
}
