import Dexie, { type EntityTable, type Table } from 'dexie'
import type { DeckPack } from '@/lib/core/memory/offline-pack/deck-pack'
import { DATABASE } from './has-database'
import type { SentReview } from './sent-review'

/** Null is no key in IndexedDB. */
export const STRANGER = ''

export type ReviewRow = {
  readonly id: string
  /** The learner, or STRANGER. */
  readonly owner: string
  readonly order: number
  /** 0: it waits. Else the server's clock when it took it; the last 1,000 stay, for packs made before (study-packs.ts). */
  readonly savedAt: number
  readonly review: SentReview
}

export type PackRow = {
  readonly owner: string
  readonly deckId: string
  readonly tag: string
  /** This device's clock when the server last said that the pack is as it should be. */
  readonly checkedAt: number
  readonly pack: DeckPack
}

type DeviceDatabase = Dexie & {
  readonly reviews: EntityTable<ReviewRow, 'id'>
  readonly packs: Table<PackRow, [owner: string, deckId: string]>
}

let opened: DeviceDatabase | null = null

/** The database of this device. Strict: what it has confirmed is on the disk, not in a cache of the system. */
export function deviceDatabase(): DeviceDatabase {
  if (opened) return opened
  const database = new Dexie(DATABASE, { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ reviews: 'id, owner, savedAt', packs: '[owner+deckId], owner' })
  database
    .version(3)
    .stores({})
    .upgrade((upgrade) => upgrade.table<PackRow>('packs').toCollection().modify(addWhatPacksHold))
  opened = database as DeviceDatabase
  return opened
}

/** Packs of an earlier version knew less; they are of use until the next connection. */
function addWhatPacksHold(row: { pack: DeckPack }): void {
  const facts = row.pack.facts.map((fact) => ({ ...{ suspended: false, tags: [], slips: [] }, ...fact }))
  const limits = { ...{ done: [] }, ...row.pack.limits }
  row.pack = { ...{ laid: '', createdAt: 0, exam: null }, ...row.pack, facts, limits }
}
