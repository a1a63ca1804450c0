import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The bundle of a worker. Every command that serves or tests makes them first. */
export function workerFile(name: 'generate-worker' | 'fit-worker' | 'print-worker'): string {
  const file = join(process.cwd(), '.build', `${name}.mjs`)
  if (!existsSync(file)) throw new Error(`${file} is missing: run node scripts/build-worker.mjs.`)
  return file
}
