import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '../../lib/env'

// Beside the embedded data: who removed the demo does not want it back at the next start.
const marker = () => join(env.BILIM_DATA_DIR, 'without-demo')

/** The demo is for a first look, on this machine's own data; never on a server's. */
export function isDemoWanted(): boolean {
  return !env.DATABASE_URL && !existsSync(marker())
}

export function rememberNoDemo(): void {
  mkdirSync(env.BILIM_DATA_DIR, { recursive: true })
  writeFileSync(marker(), 'The demo was removed. Delete this file to have it made again.\n')
}
