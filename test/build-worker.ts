import { execFileSync } from 'node:child_process'

/** Tests use the bundle that the app uses; a test file started alone must not meet yesterday's. */
export function buildWorker(): void {
  execFileSync(process.execPath, ['scripts/build-worker.mjs'], { stdio: 'inherit' })
}
