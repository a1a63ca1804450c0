import type { DeviceMark } from '@/lib/core/memory/offline-pack/mark-packs'
import type { MarkKind } from '@/lib/core/memory/session/mark'
import { MARKS } from './may-wait'
import { withLock } from './outbox-tabs'
import { postQueue } from './post-queue'
import { isTheirs, type QueueOwner } from './queue-owner'

/** A mark as `app/api/marks` takes it. */
export type SentMark = {
  readonly factId: string
  readonly kind: MarkKind
  readonly on: boolean
  /** By this device's clock. */
  readonly at: number
}

type Kept = {
  /** The learner who laid it; null: a stranger. */
  readonly owner: string | null
  readonly mark: SentMark
  /** The server's clock when it had the mark, which stays a while for packs that were made before; else it waits. */
  readonly savedAt?: number
}

const SAVED = `${MARKS}.saved`
const AT_ONCE = 100
/** A pack is made anew long before so many marks are laid. */
const MOST_SAVED = 500

// Where storage is closed or full the box lives as long as the page.
let inPage: readonly Kept[] | null = null

/** The last word on a mark is the one that counts, so the box holds one a fact and kind. */
export function keepMark(owner: string | null, mark: SentMark): void {
  const isOther = (kept: Kept) =>
    kept.owner !== owner || kept.mark.factId !== mark.factId || kept.mark.kind !== mark.kind
  write([...read().filter(isOther), { owner, mark }])
}

/** Marks of this learner that the server has not acknowledged. */
export function marksOf(who: QueueOwner): readonly SentMark[] {
  return waitingOf(who).map(({ mark }) => mark)
}

/** What this learner last laid on this device, whether the server has it or not. */
export function marksHere(who: QueueOwner): readonly DeviceMark[] {
  return keptBy(who).map(({ mark, savedAt = 0 }) => ({ ...mark, savedAt }))
}

/** Whoever signs out takes along what the server has; the rest waits for them under their name. */
export function forgetMarksOfOthers(owner: string | null): void {
  write(read().filter((kept) => kept.owner === owner || kept.savedAt === undefined))
}

/** Sends what waits. What the server would not take is given up, what did not reach it stays. */
export async function sendMarks(who: QueueOwner): Promise<'sent' | 'waiting' | 'refused'> {
  // Of a stranger's two requests the second has to carry the cookie that the first one brought.
  return who.owner === null ? withLock(() => sendBatch(who)) : sendBatch(who)
}

async function sendBatch(who: QueueOwner): Promise<'sent' | 'waiting' | 'refused'> {
  const batch = waitingOf(who).slice(0, AT_ONCE)
  if (batch.length === 0) return 'sent'
  const marks = batch.map(({ mark }) => mark)
  const reply = await postQueue<Answer>('/api/marks', { owner: who.owner, marks })
  if (reply.kind === 'answered') {
    settle(marks, reply.answer)
    return reply.answer.results.includes('no-such-fact') ? 'refused' : 'sent'
  }
  // Signed out, someone else is here, or a gate on the way has answered: they wait.
  if (reply.kind !== 'refused' || reply.reason !== 'not-understood') return 'waiting'
  settle(marks, null)
  return 'refused'
}

type Answer = { readonly savedAt: number; readonly results: readonly string[] }

/** Those that the server has taken stay as saved, the others of the batch go; what was laid meanwhile still waits. */
function settle(marks: readonly SentMark[], answer: Answer | null): void {
  const fates = new Map(marks.map((mark, at) => [written(mark), answer?.results[at]]))
  const kept = read().flatMap((one): Kept[] => {
    const isOfBatch = one.savedAt === undefined && fates.has(written(one.mark))
    if (!isOfBatch) return [one]
    return answer && fates.get(written(one.mark)) === 'marked' ? [{ ...one, savedAt: answer.savedAt }] : []
  })
  const tooMany = kept.filter((one) => one.savedAt !== undefined).slice(0, -MOST_SAVED)
  write(kept.filter((one) => !tooMany.includes(one)))
}

function keptBy(who: QueueOwner): readonly Kept[] {
  return read().filter(({ owner }) => isTheirs(owner, who))
}

const waitingOf = (who: QueueOwner) => keptBy(who).filter(({ savedAt }) => savedAt === undefined)

const written = ({ factId, kind, on, at }: SentMark) => [factId, kind, on, at].join(' ')

function read(): readonly Kept[] {
  return inPage ?? [...readFrom(SAVED), ...readFrom(MARKS)]
}

function readFrom(key: string): readonly Kept[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Kept[]
  } catch {
    return []
  }
}

function write(kept: readonly Kept[]): void {
  try {
    writeTo(
      MARKS,
      kept.filter(({ savedAt }) => savedAt === undefined),
    )
    writeTo(
      SAVED,
      kept.filter(({ savedAt }) => savedAt !== undefined),
    )
    inPage = null
  } catch {
    inPage = kept
  }
}

function writeTo(key: string, kept: readonly Kept[]): void {
  if (kept.length === 0) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(kept))
}
