import { existsSync } from 'node:fs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { exitWith, log, seconds } from './log.mjs'
import { at, commands } from './paths.mjs'
import { runNode } from './run-command.mjs'

const STAMP = 'lib/generated/stamp'

/** Prisma's client, made again when the schema, its settings or Prisma's version changed. */
export async function generateIfNeeded() {
  const wanted = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if (readStamp(STAMP) === wanted && existsSync(at('lib/generated/prisma'))) return
  const since = performance.now()
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const { code, output } = await runNode([commands.prisma, 'generate'], { env })
  if (code !== 0) {
    console.error(output)
    exitWith('The database client could not be generated; see above.')
  }
  writeStamp(STAMP, wanted)
  log(`Database client generated in ${seconds(since)}.`)
}
