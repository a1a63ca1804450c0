import 'server-only'
import { log } from '@/lib/log'

type End = { readonly kind: string; readonly why?: Why | null } | Why
type Why = { readonly kind: 'rejected'; readonly reason: string; readonly message?: string }

/** Logs a failed generation, because nobody may be waiting for the response. */
export function logGeneration(end: Promise<End>): void {
  end.then(logFailure, (error: unknown) => log.error({ err: error }, 'A document could not be made to its end'))
}

export function logFailure(end: End): void {
  const why = 'why' in end ? end.why : end
  if (why && 'reason' in why && why.reason === 'failed') {
    log.error({ reason: why.message }, 'A document could not be made into items')
  }
}
