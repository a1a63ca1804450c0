import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who holds a data folder. A process id comes back after a restart, so the start time of the process is part of it. */
type Holder = { pid: number; started: string | null; nonce: string }

export class DataInUse extends Error {
  constructor(pid: number) {
    super(`Another Bilim (process ${pid}) has this data open. Stop it, or set BILIM_DATA_DIR to another folder.`)
    this.name = 'DataInUse'
  }
}

const TRIES = 20
/** A process that was killed a moment ago may still be there. */
const TRIES_WHILE_ALIVE = 10

/**
 * Takes the folder for this process and returns the release. Throws `DataInUse` while a live process holds it, after half a
 * second; a lock that a killed process left behind is taken over.
 */
export function lockData(dir: string): () => void {
  mkdirSync(dir, { recursive: true })
  const lock = join(dir, 'lock')
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), nonce: randomUUID() }
  const draft = `${lock}.${mine.nonce}`
  writeFileSync(draft, JSON.stringify(mine))
  try {
    for (let tries = 0; tries < TRIES; tries += 1) if (take(lock, draft, mine, tries)) return () => release(lock, mine)
  } finally {
    rmSync(draft, { force: true })
  }
  throw new Error(`The lock ${lock} keeps changing hands; remove it if no Bilim is running.`)
}

function take(lock: string, draft: string, mine: Holder, tries: number): boolean {
  // A link appears whole or not at all, so nobody ever reads half a lock.
  if (linked(draft, lock)) return true
  const holder = read(lock)
  if (!holder) return false
  if (isAlive(holder)) {
    if (tries >= TRIES_WHILE_ALIVE) throw new DataInUse(holder.pid)
    pause()
    return false
  }
  return takeOver(lock, draft, holder, mine)
}

// Of several that find the same dead lock, the one that links the heir's file may replace it, and only that very lock.
function takeOver(lock: string, draft: string, dead: Holder, mine: Holder): boolean {
  const heir = `${lock}.after-${dead.nonce}`
  if (!linked(draft, heir)) {
    const rival = read(heir)
    if (rival && !isAlive(rival)) rmSync(heir, { force: true })
    pause()
    return false
  }
  try {
    if (read(lock)?.nonce !== dead.nonce) return false
    renameSync(draft, lock)
    return read(lock)?.nonce === mine.nonce
  } finally {
    rmSync(heir, { force: true })
  }
}

function release(lock: string, mine: Holder): void {
  if (read(lock)?.nonce === mine.nonce) rmSync(lock, { force: true })
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function read(file: string): Holder | null {
  try {
    const { pid, started, nonce } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' && typeof nonce === 'string' ? { pid, started: started ?? null, nonce } : null
  } catch {
    return null
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives and is another user's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  if (hasEnded(pid)) return false
  const now = startOf(pid)
  return started === null || now === null || started === now
}

/** On Linux, a process that has ended stays listed until its parent asks for its status. */
function hasEnded(pid: number): boolean {
  const [state] = statOf(pid) ?? []
  return state === 'Z' || state === 'X'
}

/** The fields of the process after its name, from its state on; null where the system does not list them. */
function statOf(pid: number): string[] | null {
  try {
    // The second field, the name, may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** When the process began, in whatever form the system tells it; null where it does not. */
function startOf(pid: number): string | null {
  // Field 22.
  const started = statOf(pid)?.[19]
  if (started !== undefined) return started
  if (process.platform === 'linux' || process.platform === 'win32') return null
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
}
