import { applyFlags, type DeviceFlag } from '@/lib/core/memory/offline-pack/apply-flags'
import type { DeckPack } from '@/lib/core/memory/offline-pack/deck-pack'
import type { DeviceReview } from '@/lib/core/memory/offline-pack/pack-memories'
import { deviceDatabase, type EventRow, type PackRow, STRANGER } from '../study/queue/device-database'
import { readWaiting } from '../study/queue/event-queue'
import { isFlag, isOwnedBy, isReview } from '../study/queue/study-event'
import { MADE_AT } from './made-at'

// The decks that this device can study without a connection, and what was done with them on it.

export type Device = {
  /** Of one learner: who was here last. */
  readonly packs: readonly DeckPack[]
  readonly reviews: readonly DeviceReview[]
}

export async function readDevice(): Promise<Device> {
  // Moves what was only noted into the database.
  await readWaiting()
  const { events, packs } = deviceDatabase()
  const rows = (await packs.toArray()).sort((one, two) => two.checkedAt - one.checkedAt)
  const [latest] = rows
  if (!latest) return { packs: [], reviews: [] }
  const own = rows.filter(({ owner }) => owner === latest.owner).map(({ pack }) => pack)
  const who = { owner: latest.pack.owner, isGuest: own.some(({ isGuest }) => isGuest) }
  const known = (await events.toArray())
    .filter(({ owner, state }) => isOwnedBy(owner === STRANGER ? null : owner, who) && state !== 'refused')
    .sort((one, two) => one.order - two.order)
  return { packs: applyFlags(own, flagsOf(known)), reviews: reviewsOf(known) }
}

function flagsOf(rows: readonly EventRow[]): readonly DeviceFlag[] {
  return rows.flatMap(({ event, settledAt }) => {
    if (!isFlag(event)) return []
    const { factId, flag, on, at } = event
    return [{ factId, kind: flag, on, at, savedAt: settledAt }]
  })
}

function reviewsOf(rows: readonly EventRow[]): readonly DeviceReview[] {
  return rows.flatMap(({ event, settledAt }) => (isReview(event) ? [{ ...event, savedAt: settledAt }] : []))
}

/** Within this time a deck is not asked for again: what is done on this device it knows by itself. */
const FRESH_MS = 5 * 60_000

/**
 * Keeps a deck on this device and up to date: at once when something else is `laid` on it than the device knows. Without a
 * connection nothing happens.
 */
export async function storePack(owner: string | null, deckId: string, laid: string | undefined): Promise<void> {
  const known = await deviceDatabase().packs.get([owner ?? STRANGER, deckId])
  const isChanged = laid !== undefined && laid !== known?.pack.laid
  const isFresh = known && Math.abs(Date.now() - known.checkedAt) < FRESH_MS
  if (isChanged || !isFresh) await downloadPack(owner, deckId, known)
}

/** After a deck was changed in another way than by studying it; whoever keeps it here. */
export async function updateStoredPacks(deckId: string): Promise<void> {
  const rows = await deviceDatabase()
    .packs.filter((row) => row.deckId === deckId)
    .toArray()
  for (const row of rows) await downloadPack(row.pack.owner, deckId, row)
}

async function downloadPack(owner: string | null, deckId: string, known: PackRow | undefined): Promise<void> {
  const now = Date.now()
  const response = await requestPack(deckId, known?.tag)
  if (!response) return
  // The server no longer shows the deck to this learner.
  if (response.status === 404) await deviceDatabase().packs.delete([owner ?? STRANGER, deckId])
  // Unchanged: the server would make the same pack at this moment.
  const madeAt = Number(response.headers.get(MADE_AT))
  if (response.status === 304 && known) await putPack({ ...known.pack, madeAt }, known.tag, now)
  if (response.ok) await putPack((await response.json()) as DeckPack, response.headers.get('etag') ?? '', now)
}

async function putPack(pack: DeckPack, tag: string, now: number): Promise<void> {
  const row = { owner: pack.owner ?? STRANGER, deckId: pack.deckId, tag, checkedAt: now, pack }
  await deviceDatabase().packs.put(row)
}

async function requestPack(deckId: string, tag: string | undefined): Promise<Response | null> {
  try {
    const headers = tag ? { 'if-none-match': tag } : {}
    return await fetch(`/api/decks/${deckId}/pack`, { headers, cache: 'no-store' })
  } catch {
    return null
  }
}
