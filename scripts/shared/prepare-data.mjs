import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fingerprint } from './fingerprint.mjs'
import { exitWith, log, logWhile } from './log.mjs'
import { at, commands, root } from './paths.mjs'
import { withServerCondition } from './run-command.mjs'
import { isEmbedded } from './settings.mjs'

// What decides on the data of an instance: migrations, shipped texts, the engine, and how they are loaded.
const SOURCES = [
  'prisma/migrations',
  'content',
  '.build/generate-worker.mjs',
  'lib/data/maintenance',
  'scripts/prepare.ts',
  'package-lock.json',
]

/**
 * Opens the database, migrates it and loads `content/` (scripts/prepare.ts), saying what it says. Its JSON line, if it
 * prints one, is returned: what the start has to show. A database that another process holds ends this one. An embedded
 * database that this version prepared before and closed properly needs none of that.
 */
export async function prepareData() {
  const folder = at(process.env.BILIM_DATA_DIR ?? '.data')
  const stamp = isEmbedded() ? join(folder, 'prepared.json') : null
  const wanted =
    stamp && fingerprint(SOURCES, `${existsSync(join(folder, 'without-demo'))} ${process.env.NEXTAUTH_SECRET}`)
  const known = stamp && isClosed(folder) ? readPrepared(stamp, wanted) : null
  if (known) return known
  const result = await logWhile('Preparing the database', prepare())
  // The demo's passwords are in it, as the secret that they come from is in a file beside it.
  if (stamp) writeFileSync(stamp, JSON.stringify({ wanted, result }), { mode: 0o600 })
  return result
}

/** A lock is held by a process that runs, or was left by one that was killed; scripts/prepare.ts tells them apart. */
const isClosed = (folder) => existsSync(join(folder, 'pg', 'PG_VERSION')) && !existsSync(join(folder, 'lock'))

/** Of two processes that start at the same moment on data that are prepared, one does not get the lock. */
export function isHeldByOther() {
  const lock = join(at(process.env.BILIM_DATA_DIR ?? '.data'), 'lock')
  return isEmbedded() && existsSync(lock) && JSON.parse(readFileSync(lock, 'utf8')).pid !== process.pid
}

function readPrepared(stamp, wanted) {
  if (!existsSync(stamp)) return null
  try {
    const prepared = JSON.parse(readFileSync(stamp, 'utf8'))
    return prepared.wanted === wanted ? prepared.result : null
  } catch {
    return null
  }
}

async function prepare() {
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
    else if (line.trim()) log(line.trim())
  })
  const code = await new Promise((done) => child.on('close', done))
  process.off('exit', stop)
  if (code === 3) process.exit(3)
  if (code !== 0) exitWith('The database could not be prepared; see above.')
  return result
}
