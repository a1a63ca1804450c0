import { existsSync } from 'node:fs'
import { at } from './paths.mjs'

/** An operator's `.env`, read as Next.js reads it; what is set already wins. */
export function loadSettings() {
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
}
