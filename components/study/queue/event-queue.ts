import type { Dexie, EntityTable, Table } from 'dexie'
import type { DeckPack } from '@/lib/core/memory/offline-pack/deck-pack'
import { DAY_MS } from '@/lib/core/shared/time'
import type { QueuedEvent, StudyEvent } from './study-event'

// The queue of this device: what was done in Study and is not on the server. Each event is first noted in localStorage,
// synchronously with the key press, so that a crash of the tab does not lose it. Then it moves into the device's database
// (IndexedDB, which also holds deck packs), and the note is deleted. Without a database, the notes are the queue.

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
  await inDatabase(async () => {
    const { events } = await openDeviceDatabase()
    await events.bulkPut(batch.map((queued) => rowOf(queued, 'saved', savedAt)))
    const saved = events.where('[state+settledAt]').between(['saved', 0], ['saved', Number.POSITIVE_INFINITY])
    const excess = (await saved.count()) - MAX_SAVED_EVENTS
    if (excess > 0) await events.bulkDelete(await saved.limit(excess).primaryKeys())
  })
  deleteNotes(batch)
}

/** Marks events that the server cannot read, so that they are not sent again at once. */
export async function settleRefused(batch: readonly QueuedEvent[]): Promise<void> {
  const refusedAt = Date.now()
  const stored = await inDatabase(async () => {
    const { events } = await openDeviceDatabase()
    await events.bulkPut(batch.map((queued) => rowOf(queued, 'refused', refusedAt)))
    return true
  })
  if (stored) deleteNotes(batch)
}

/** Gives a stranger's events and packs to the guest that they became. */
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

/** Deletes what belongs to others than `owner`. Their events that the server has not taken wait for them. */
export async function deleteOthers(owner: string | null): Promise<void> {
  const { events, packs } = await openDeviceDatabase()
  const present = owner ?? STRANGER
  await packs.where('owner').notEqual(present).delete()
  await events
    .where('owner')
    .notEqual(present)
    .filter(({ state }) => state === 'saved')
    .delete()
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

/** Owner of a stranger's rows: null is no key in IndexedDB. */
export const STRANGER = ''

export type EventRow = {
  readonly id: string
  /** The learner, or STRANGER. */
  readonly owner: string
  readonly order: number
  /** Saved events stay for a while: packs made before them do not know them (study-packs.ts). */
  readonly state: 'waiting' | 'saved' | 'refused'
  /** The server's clock when it took a saved event; this device's clock when a refused one came back; 0 while waiting. */
  readonly settledAt: number
  readonly event: StudyEvent
}

export type PackRow = {
  readonly owner: string
  readonly deckId: string
  readonly tag: string
  /** This device's clock when the server last confirmed the pack. */
  readonly checkedAt: number
  readonly pack: DeckPack
}

type DeviceDatabase = Dexie & {
  readonly events: EntityTable<EventRow, 'id'>
  readonly packs: Table<PackRow, [owner: string, deckId: string]>
}

const DATABASE = 'bilim-study'
/** A pack that is older than this many events is far behind anyway. */
const MAX_SAVED_EVENTS = 1500
/** The server may understand a refused event after an update. */
const RETRY_REFUSED_AFTER_MS = DAY_MS

let opened: DeviceDatabase | null = null

/** `strict`: what the database has confirmed is on the disk, not in a cache of the system. */
export async function openDeviceDatabase(): Promise<DeviceDatabase> {
  if (opened) return opened
  const { Dexie } = await import('dexie')
  const database = new Dexie(DATABASE, { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ events: 'id, owner, state, [state+settledAt]', packs: '[owner+deckId], owner' })
  opened ??= database as DeviceDatabase
  return opened
}

/** Adds events that are not known yet. A known one keeps its state: it may have been saved meanwhile. */
export async function addWaiting(queued: readonly QueuedEvent[]): Promise<void> {
  const { events } = await openDeviceDatabase()
  await events.db.transaction('rw', events, async () => {
    const known = await events.bulkGet(queued.map(({ event }) => event.id))
    await events.bulkAdd(queued.filter((_, at) => known[at] === undefined).map((added) => rowOf(added, 'waiting', 0)))
  })
}

/** All waiting events, of every owner, in no particular order. */
export async function listWaiting(now: number): Promise<readonly QueuedEvent[]> {
  const { events } = await openDeviceDatabase()
  const toRetry = events.where('[state+settledAt]').between(['refused', 0], ['refused', now - RETRY_REFUSED_AFTER_MS])
  if ((await toRetry.count()) > 0) await toRetry.modify({ state: 'waiting', settledAt: 0 })
  const rows = await events.where('state').equals('waiting').toArray()
  return rows.map(({ owner, event, order }) => ({ owner: owner === STRANGER ? null : owner, event, order }))
}

async function changeOwner(from: string | null, to: string): Promise<void> {
  const { events, packs } = await openDeviceDatabase()
  const before = from ?? STRANGER
  await events.db.transaction('rw', events, packs, async () => {
    await events.where('owner').equals(before).modify({ owner: to })
    const moved = await packs.where('owner').equals(before).toArray()
    await packs.bulkPut(moved.map((row) => ({ ...row, owner: to, pack: { ...row.pack, owner: to } })))
    await packs.where('owner').equals(before).delete()
  })
}

/** Null without a database: in a private window, if the browser forbids it, or if a script cannot be loaded. */
async function inDatabase<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch {
    return null
  }
}

function rowOf({ owner, event, order }: QueuedEvent, state: EventRow['state'], settledAt: number): EventRow {
  return { id: event.id, owner: owner ?? STRANGER, order, state, settledAt, event }
}

// These use the browser's own interface, so that a page does not load Dexie only to find nothing. A flag in localStorage
// reaches the disk seconds later, so after a kill it could be wrong.

/** True if unsure. Does not create the database. */
export async function hasDeviceDatabase(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE)
  } catch {
    return true
  }
}

/** Whether events of any owner wait in the database. */
async function hasWaitingRows(): Promise<boolean> {
  const database = (await hasDeviceDatabase()) ? await openIfExists() : null
  if (!database) return false
  try {
    const events = database.transaction('events').objectStore('events')
    return (await resultOf(events.index('state').count('waiting'))) > 0
  } finally {
    database.close()
  }
}

/** Null if there is no database. Does not create one, because it would lack its stores. */
function openIfExists(): Promise<IDBDatabase | null> {
  const opening = indexedDB.open(DATABASE)
  let isMissing = false
  opening.onupgradeneeded = () => {
    isMissing = true
    opening.transaction?.abort()
  }
  return resultOf(opening).catch((error) => {
    if (isMissing) return null
    throw error
  })
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
}
