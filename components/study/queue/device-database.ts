import type { Dexie, EntityTable, Table } from 'dexie'
import type { DeckPack } from '@/lib/core/memory/offline-pack/deck-pack'
import { DAY_MS } from '@/lib/core/shared/time'
import type { QueuedEvent, StudyEvent } from './study-event'

// The database of this device (IndexedDB): study events and deck packs. Dexie is loaded when the first row is needed.

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

export async function storeSaved(batch: readonly QueuedEvent[], savedAt: number): Promise<void> {
  const { events } = await openDeviceDatabase()
  await events.bulkPut(batch.map((queued) => rowOf(queued, 'saved', savedAt)))
  const saved = events.where('[state+settledAt]').between(['saved', 0], ['saved', Number.POSITIVE_INFINITY])
  const excess = (await saved.count()) - MAX_SAVED_EVENTS
  if (excess > 0) await events.bulkDelete(await saved.limit(excess).primaryKeys())
}

export async function storeRefused(batch: readonly QueuedEvent[], now: number): Promise<void> {
  const { events } = await openDeviceDatabase()
  await events.bulkPut(batch.map((queued) => rowOf(queued, 'refused', now)))
}

/** Gives a stranger's events and packs to the guest that they became. */
export async function changeOwner(from: string | null, to: string): Promise<void> {
  const { events, packs } = await openDeviceDatabase()
  const before = from ?? STRANGER
  await events.db.transaction('rw', events, packs, async () => {
    await events.where('owner').equals(before).modify({ owner: to })
    const moved = await packs.where('owner').equals(before).toArray()
    await packs.bulkPut(moved.map((row) => ({ ...row, owner: to, pack: { ...row.pack, owner: to } })))
    await packs.where('owner').equals(before).delete()
  })
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

function rowOf({ owner, event, order }: QueuedEvent, state: EventRow['state'], settledAt: number): EventRow {
  return { id: event.id, owner: owner ?? STRANGER, order, state, settledAt, event }
}

// Below, the browser itself is asked: Dexie is too much to load for finding nothing. A sign in local storage would not do,
// because it reaches the disk seconds later, so after a kill it could be wrong.

/** True if unsure. Does not create the database. */
export async function hasDeviceDatabase(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE)
  } catch {
    return true
  }
}

/** Whether events wait in the database, whoever owns them. */
export async function hasWaitingRows(): Promise<boolean> {
  const database = (await hasDeviceDatabase()) ? await openIfExists() : null
  if (!database) return false
  try {
    const events = database.transaction('events').objectStore('events')
    return (await resultOf(events.index('state').count('waiting'))) > 0
  } finally {
    database.close()
  }
}

/** Null where there is none: creating one here would leave it without its stores. */
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
