import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitWith } from './log.mjs'
import { at } from './paths.mjs'

/** An operator's `.env`, read as Next.js reads it; what is set already wins. */
export function loadSettings() {
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
}

export const isEmbedded = () => !process.env.DATABASE_URL

/** Embedded: made once and kept beside the data. With a server of one's own it must be given: every process needs the same. */
export function requireSecret() {
  if (process.env.NEXTAUTH_SECRET) return
  if (!isEmbedded()) {
    exitWith('NEXTAUTH_SECRET is missing: with DATABASE_URL, set it to a random text of at least 32 characters.')
  }
  process.env.NEXTAUTH_SECRET = secretOf(at(process.env.BILIM_DATA_DIR ?? '.data'))
}

function secretOf(folder) {
  const file = join(folder, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).NEXTAUTH_SECRET
  const secret = randomBytes(32).toString('base64url')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(file, `${JSON.stringify({ NEXTAUTH_SECRET: secret }, null, 2)}\n`, { mode: 0o600 })
  return secret
}
