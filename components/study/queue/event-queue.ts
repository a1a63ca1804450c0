import { addWaiting, changeOwner, hasWaitingRows, listWaiting, storeRefused, storeSaved } from './device-database'
import type { QueuedEvent, StudyEvent } from './study-event'

// The queue of this device: what was done in Study and is not on the server. An event is in two places one after the
// other. First it is noted in localStorage, in the same turn of the page as the key: if the tab crashes in the next
// millisecond, the browser still has it. Then it goes into the device's database, which confirms that it is on the disk, and
// the note goes. Without a database, the notes are the queue.

let lastOrder = 0

/** Notes the event before it returns; from then on it is not lost. */
export function enqueue(owner: string | null, event: StudyEvent): QueuedEvent {
  lastOrder = Math.max(lastOrder + 1, Date.now())
  const queued: QueuedEvent = { owner, event, order: lastOrder }
  writeNote(queued)
  return queued
}

/** All waiting events of this device, of every owner, in order. Moves notes into the database. */
export async function readWaiting(): Promise<readonly QueuedEvent[]> {
  const notes = readNotes()
  const stored = await inDatabase(async () => {
    if (notes.length > 0) await addWaiting(notes)
    deleteNotes(notes)
    return listWaiting(Date.now())
  })
  const waiting = [...(stored ?? notes)].sort((a, b) => a.order - b.order)
  lastOrder = Math.max(lastOrder, waiting.at(-1)?.order ?? 0)
  return waiting
}

/** Marks events as saved by the server. */
export async function settleSaved(batch: readonly QueuedEvent[], savedAt: number): Promise<void> {
  await inDatabase(() => storeSaved(batch, savedAt))
  deleteNotes(batch)
}

/** Marks events that the server cannot read, so that they are not sent again at once. */
export async function settleRefused(batch: readonly QueuedEvent[]): Promise<void> {
  const stored = await inDatabase(async () => {
    await storeRefused(batch, Date.now())
    return true
  })
  if (stored) deleteNotes(batch)
}

/** Gives a stranger's events to the guest that they became. */
export async function changeQueueOwner(from: string | null, to: string | null): Promise<void> {
  if (from === to || to === null) return
  for (const queued of readNotes()) if (queued.owner === from) writeNote({ ...queued, owner: to })
  await inDatabase(() => changeOwner(from, to))
}

/** Whether events of any owner wait, without loading Dexie. True if unsure. */
export async function mayHaveWaiting(): Promise<boolean> {
  try {
    return notesInPage.size > 0 || noteKeys().length > 0 || (await hasWaitingRows())
  } catch {
    return true
  }
}

/** Null where there is no database: a private window, a browser that forbids it, a script that could not be fetched. */
async function inDatabase<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch {
    return null
  }
}

const NOTE_PREFIX = 'bilim.event.'

// If storage is closed or full, the queue lasts as long as the page.
const notesInPage = new Map<string, QueuedEvent>()

function writeNote(queued: QueuedEvent): void {
  try {
    localStorage.setItem(NOTE_PREFIX + queued.event.id, JSON.stringify(queued))
  } catch {
    notesInPage.set(queued.event.id, queued)
  }
}

export function readNotes(): readonly QueuedEvent[] {
  return [...storedNotes(), ...notesInPage.values()]
}

function storedNotes(): readonly QueuedEvent[] {
  try {
    return noteKeys().flatMap((key) => parseNote(localStorage.getItem(key)) ?? [])
  } catch {
    return []
  }
}

function deleteNotes(queued: readonly QueuedEvent[]): void {
  for (const { event } of queued) notesInPage.delete(event.id)
  try {
    for (const { event } of queued) localStorage.removeItem(NOTE_PREFIX + event.id)
  } catch {
    // Storage is closed: nothing was written there.
  }
}

function noteKeys(): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(NOTE_PREFIX))
}

function parseNote(text: string | null): QueuedEvent | null {
  try {
    return text === null ? null : (JSON.parse(text) as QueuedEvent)
  } catch {
    return null
  }
}

// A page that the server rendered before it saved a rating does not count it. Each tab remembers when the server last saved
// one of its ratings, by the server's clock, in milliseconds.

const LAST_SAVED = 'bilim.events.saved'
const savedListeners = new Set<() => void>()

export function lastSavedAt(): number {
  try {
    return Number(sessionStorage.getItem(LAST_SAVED) ?? 0)
  } catch {
    return 0
  }
}

export function rememberSaved(at: number): void {
  try {
    sessionStorage.setItem(LAST_SAVED, String(at))
  } catch {
    // Without storage going back may show a card that was rated; rating it again is logged and changes no date.
  }
  for (const listener of savedListeners) listener()
}

/** Calls the listener after each save, until the returned function is called. */
export function onSaved(listener: () => void): () => void {
  savedListeners.add(listener)
  return () => savedListeners.delete(listener)
}
