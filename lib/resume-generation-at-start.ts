import 'server-only'
import { MINUTE_MS } from './core/shared/time'
import { releaseJobs } from './data/documents/generation-job'
import { resumeAbandoned } from './data/documents/resume-generation'
import { releaseReadings } from './data/readings/reading-row'
import { env } from './env'
import { log } from './log'

const EVERY_MS = MINUTE_MS

const shared = globalThis as typeof globalThis & { bilimReleaseJobs?: () => Promise<void> }

/**
 * Resumes the generation jobs of processes that ended: at start, and then every minute those of other processes. The embedded
 * database belongs to one process, so at start every job there is abandoned. `scripts/serve.mjs` releases them at the end.
 */
export function resumeGenerationAtStart(): void {
  if (env.NEXT_PHASE === 'phase-production-build') return
  shared.bilimReleaseJobs = async () => void (await Promise.all([releaseJobs(), releaseReadings()]))
  let isResuming = false
  const resume = async (isAlone: boolean) => {
    if (isResuming) return
    isResuming = true
    try {
      const errors = await resumeAbandoned(() => new Date(), { isAlone })
      for (const error of errors) log.error({ err: error }, 'The generation of a document could not be resumed')
    } catch (error) {
      log.error({ err: error }, 'Abandoned generation jobs could not be looked for')
    } finally {
      isResuming = false
    }
  }
  void resume(!env.DATABASE_URL)
  setInterval(() => void resume(false), EVERY_MS).unref()
}
