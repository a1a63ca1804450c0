import 'server-only'

/** The row was deleted, its job stopped, or another process took it: nothing more is saved. */
export class LeaseLost extends Error {}

const HEARTBEAT_EVERY_MS = 5_000
/** A job without a heartbeat for this long was abandoned: its process died. */
export const LEASE_MS = 30_000

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bilimLeases?: Map<string, () => void>; bilimShutdown?: boolean }

function ownLeases(): Map<string, () => void> {
  shared.bilimLeases ??= new Map()
  return shared.bilimLeases
}

export const isHeldHere = (leaseId: string): boolean => ownLeases().has(leaseId)

/** Of the jobs that this process works on. */
export const leasesHeldHere = (): string[] => [...ownLeases().keys()]

/** Requests that end because the server stops cancel nothing: the next process resumes their jobs. */
export const isShuttingDown = (): boolean => shared.bilimShutdown === true

/** Stops the jobs of this process, which ends. Returns its leases, for their rows to be released. */
export function loseAllLeases(): readonly string[] {
  shared.bilimShutdown = true
  const leases = [...ownLeases()]
  for (const [, onLost] of leases) onLost()
  return leases.map(([leaseId]) => leaseId)
}

/** At once if this process holds the lease; another process finds out when it next saves or sends a heartbeat. */
export function loseLease(leaseId: string): void {
  ownLeases().get(leaseId)?.()
}

/**
 * Sends heartbeats until the returned function is called. `beat` returns whether the row still names the lease. `onLost` is
 * called when it does not, and at once if this process stops the job.
 */
export function sendHeartbeats(leaseId: string, beat: () => Promise<boolean>, onLost: () => void): () => void {
  ownLeases().set(leaseId, onLost)
  const send = async () => {
    if (!(await beat())) onLost()
  }
  // A heartbeat that fails is followed by another; if none gets through, the job counts as abandoned.
  const timer = setInterval(() => void send().catch(() => undefined), HEARTBEAT_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    ownLeases().delete(leaseId)
  }
}
