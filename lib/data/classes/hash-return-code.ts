import 'server-only'
import { createHash } from 'node:crypto'

/** What is kept of a return code. Its 48 random bits need no salt against tables, and it must be found by itself. */
export function hashReturnCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
