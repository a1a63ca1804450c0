import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from './env'

/** The id of the production build; null in development, where no page is cached. */
export const BUILD_ID: string | null = readBuildId()

function readBuildId(): string | null {
  if (env.NODE_ENV !== 'production') return null
  try {
    return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), env.NEXT_DIST_DIR, 'BUILD_ID'), 'utf8').trim()
  } catch {
    return null
  }
}
