import { existsSync, rmSync } from 'node:fs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { at, commands, distDir } from './paths.mjs'
import { runNode } from './run-command.mjs'
import { giveUp, say, seconds } from './say.mjs'

const FOLDERS = ['app', 'components', 'lib', 'messages', 'i18n', 'public', 'prisma/schema.prisma']
const FILES = [
  'proxy.ts',
  'next.config.js',
  'tsconfig.json',
  'tailwind.config.ts',
  'postcss.config.js',
  'package-lock.json',
]
const WORKER = '.build/worker.stamp'
const APP = `${distDir}/bilim.stamp`

/**
 * The worker's bundle and the production build, made again when anything that goes into them changed.
 * Returns null, or what the failed build printed.
 */
export async function buildIfNeeded() {
  const failure = await buildWorkerIfNeeded()
  if (failure) return failure
  const wanted = inputs()
  if (readStamp(APP) === wanted) return null
  const since = performance.now()
  say('Building the app (about a minute) …')
  rmSync(at(APP), { force: true })
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, output } = await runNode([commands.next, 'build'], { env })
  if (code !== 0) return output
  writeStamp(APP, wanted)
  say(`Built in ${seconds(since)}.`)
  return null
}

export async function buildWorkerIfNeeded() {
  const script = 'scripts/build-worker.mjs'
  const wanted = inputs([script])
  if (!existsSync(at(script)) || readStamp(WORKER) === wanted) return null
  const { code, output } = await runNode([at(script)])
  if (code !== 0) return output
  writeStamp(WORKER, wanted)
  return null
}

const inputs = (more = []) => fingerprint([...FOLDERS, ...FILES, ...more], process.version, isNotBuilt)

const isNotBuilt = (path) => /\.test\.tsx?$/.test(path) || path.replaceAll('\\', '/').startsWith('lib/generated')

export function demandBuilt(failure) {
  if (failure === null) return
  console.error(failure)
  giveUp('The build failed; see above.')
}
