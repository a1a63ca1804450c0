import { dropNotes, readNotes, writeNote } from './outbox-notes'
import type { Kept, SentReview } from './sent-review'

// A rating is in two places one after the other: noted at once and without waiting (outbox-notes.ts), then in the
// device's database, which confirms that it is on the disk. Where that database is closed, the notes are the queue.

const load = () => import('./device-reviews')

let lastOrder = 0

/** Notes it before it returns; nothing is lost from then on. */
export function keep(owner: string | null, review: SentReview): Kept {
  lastOrder = Math.max(lastOrder + 1, Date.now())
  const kept: Kept = { owner, review, order: lastOrder }
  writeNote(kept)
  return kept
}

/** All that wait on this device, whosever they are, in order; what was only noted is in the database afterwards. */
export async function readKept(): Promise<readonly Kept[]> {
  const notes = readNotes()
  const stored = await inDatabase(async ({ putWaiting, listWaiting }) => {
    if (notes.length > 0) await putWaiting(notes)
    dropNotes(notes.map(({ review }) => review.id))
    return listWaiting()
  })
  const kept = [...(stored ?? notes)].sort((one, other) => one.order - other.order)
  lastOrder = Math.max(lastOrder, kept.at(-1)?.order ?? 0)
  return kept
}

/** The server has them. */
export async function settle(batch: readonly Kept[], savedAt: number): Promise<void> {
  await inDatabase(({ markSaved }) => markSaved(batch, savedAt))
  dropNotes(batch.map(({ review }) => review.id))
}

/** The server can not read them, now or ever. */
export async function discard(batch: readonly Kept[]): Promise<void> {
  await inDatabase(({ giveUp }) => giveUp(batch))
  dropNotes(batch.map(({ review }) => review.id))
}

/** The stranger has become a guest, and so has what they rated. */
export async function adopt(from: string | null, to: string | null): Promise<void> {
  if (from === to || to === null) return
  for (const kept of readNotes()) if (kept.owner === from) writeNote({ ...kept, owner: to })
  await inDatabase(({ adoptRows }) => adoptRows(from, to))
}

/** Null where there is no database: a private window, a browser that forbids it, a script that could not be fetched. */
async function inDatabase<T>(deed: (rows: Awaited<ReturnType<typeof load>>) => Promise<T>): Promise<T | null> {
  try {
    return await deed(await load())
  } catch {
    return null
  }
}

const SAVED_AT = 'bilim.reviews.saved'
const listeners = new Set<() => void>()

/** Whenever the server has taken a rating of this tab. */
export function whenSaved(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** When the server last took a rating of this tab, by its clock: pages that it made before do not know of it. */
export function lastSavedAt(): number {
  try {
    return Number(sessionStorage.getItem(SAVED_AT) ?? 0)
  } catch {
    return 0
  }
}

export function noteSaved(at: number): void {
  try {
    sessionStorage.setItem(SAVED_AT, String(at))
  } catch {
    // Without storage going back may show a card that was rated; rating it again is logged and changes no date.
  }
  for (const listener of listeners) listener()
}
