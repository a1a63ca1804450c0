import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { at, commands, root } from './paths.mjs'
import { withServerCondition } from './run-command.mjs'
import { giveUp, say } from './say.mjs'

/**
 * Opens the database, migrates it and loads `content/` (scripts/prepare.ts), saying what it says. Its JSON line, if it
 * prints one, is returned: what the start has to show. A database that another process holds ends this one.
 */
export async function prepareData() {
  const stdio = ['ignore', 'pipe', 'inherit']
  const child = spawn(process.execPath, [commands.tsx, at('scripts/prepare.ts')], {
    cwd: root,
    stdio,
    env: withServerCondition(),
  })
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  let result = {}
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) result = { ...result, ...JSON.parse(line) }
    else if (line.trim()) say(line.trim())
  })
  const code = await new Promise((done) => child.on('close', done))
  process.off('exit', stop)
  if (code === 3) process.exit(3)
  if (code !== 0) giveUp('The database could not be prepared; see above.')
  return result
}
