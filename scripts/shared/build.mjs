import { rmSync } from 'node:fs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { exitWith, log, logWhile, seconds } from './log.mjs'
import { at, commands, distDir } from './paths.mjs'
import { runNode } from './run-command.mjs'

const FOLDERS = ['app', 'components', 'lib', 'messages', 'i18n', 'public', 'prisma/schema.prisma']
const FILES = [
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'tsconfig.json',
  'tailwind.config.ts',
  'postcss.config.js',
  'package-lock.json',
]
const STAMP = `${distDir}/bilim.stamp`

/** The production build, made again when anything that goes into it changed. Null, or what the failed build printed. */
export async function buildIfNeeded() {
  const wanted = fingerprint([...FOLDERS, ...FILES], process.version, isNotBuilt)
  if (readStamp(STAMP) === wanted) return null
  const since = performance.now()
  rmSync(at(STAMP), { force: true })
  const env = { ...process.env, NODE_ENV: 'production' }
  const building = runNode([commands.next, 'build'], { env })
  const { code, output } = await logWhile('Building the app (about a minute)', building)
  if (code !== 0) return output
  writeStamp(STAMP, wanted)
  log(`Built in ${seconds(since)}.`)
  return null
}

/** The bundles of worker threads; the script knows when they are stale. Null, or why the build failed. */
export async function buildWorker() {
  try {
    await import('../build-worker.mjs')
    return null
  } catch (error) {
    return String(error)
  }
}

export function ensureBuilt(failure) {
  if (failure === null) return
  console.error(failure)
  exitWith('The build failed; see above.')
}

const isNotBuilt = (path) => /\.test\.tsx?$/.test(path) || path.replaceAll('\\', '/').startsWith('lib/generated')
