import type { DeckPack } from '@/lib/core/memory/offline-pack/deck-pack'
import { markPacks } from '@/lib/core/memory/offline-pack/mark-packs'
import type { DeviceReview } from '@/lib/core/memory/offline-pack/pack-memories'
import { deviceDatabase, type PackRow, STRANGER } from '../study/device-database'
import { forgetMarksOfOthers, marksHere } from '../study/marks-box'
import { readKept } from '../study/outbox-store'
import { MADE_AT } from './made-at'

// The decks that this device can study without a connection, with what was marked and rated on it.

export type Device = {
  /** Of one learner: who was here last. */
  readonly packs: readonly DeckPack[]
  readonly reviews: readonly DeviceReview[]
}

export async function readDevice(): Promise<Device> {
  // What was only noted goes into the database first.
  await readKept()
  const { reviews, packs } = deviceDatabase()
  const rows = (await packs.toArray()).sort((one, other) => other.checkedAt - one.checkedAt)
  const [last] = rows
  if (!last) return { packs: [], reviews: [] }
  const mine = rows.filter(({ owner }) => owner === last.owner).map(({ pack }) => pack)
  const marks = marksHere({ owner: last.pack.owner, isGuest: mine.some(({ isGuest }) => isGuest) })
  const rated = await reviews.where('owner').equals(last.owner).toArray()
  return {
    packs: markPacks(mine, marks),
    reviews: rated.map(({ review, savedAt }): DeviceReview => ({ ...review, savedAt })),
  }
}

/** Once the server no longer shows a deck to this learner, the device does not either. */
async function dropPack(owner: string | null, deckId: string): Promise<void> {
  await deviceDatabase().packs.delete([owner ?? STRANGER, deckId])
}

function findPack(owner: string | null, deckId: string): Promise<PackRow | undefined> {
  return deviceDatabase().packs.get([owner ?? STRANGER, deckId])
}

/** Whosever they are. */
function keptOf(deckId: string): Promise<readonly PackRow[]> {
  return deviceDatabase()
    .packs.filter((row) => row.deckId === deckId)
    .toArray()
}

async function putPack(pack: DeckPack, tag: string, now: number): Promise<void> {
  const row = { owner: pack.owner ?? STRANGER, deckId: pack.deckId, tag, checkedAt: now, pack }
  await deviceDatabase().packs.put(row)
}

/** Whoever signs out takes along what is theirs; only what the server has not taken waits for them under their name. */
export async function forgetOthers(owner: string | null): Promise<void> {
  const { reviews, packs } = deviceDatabase()
  const present = owner ?? STRANGER
  forgetMarksOfOthers(owner)
  await packs.where('owner').notEqual(present).delete()
  await reviews
    .where('owner')
    .notEqual(present)
    .filter(({ savedAt }) => savedAt > 0)
    .delete()
}

/** Within this time a deck is not asked for again: what this device rates and marks it knows by itself. */
const FRESH_MS = 5 * 60_000

/**
 * Keeps a deck on this device, or what has changed of it: at once when something else is `laid` on it than the device knows.
 * Without a connection nothing happens.
 */
export async function storePack(owner: string | null, deckId: string, laid: string | undefined): Promise<void> {
  const known = await findPack(owner, deckId)
  const isNews = laid !== undefined && laid !== known?.pack.laid
  const isFresh = known && Math.abs(Date.now() - known.checkedAt) < FRESH_MS
  if (isNews || !isFresh) await askAnew(owner, deckId, known)
}

/** For a deck that this device keeps and that was changed in another way than by studying it. */
export async function renewKept(deckId: string): Promise<void> {
  for (const row of await keptOf(deckId)) await askAnew(row.pack.owner, deckId, row)
}

async function askAnew(owner: string | null, deckId: string, known: PackRow | undefined): Promise<void> {
  const now = Date.now()
  const response = await askFor(deckId, known?.tag)
  if (!response) return
  if (response.status === 404) await dropPack(owner, deckId)
  // Nothing new: the server would make the same pack at this moment.
  const madeAt = Number(response.headers.get(MADE_AT))
  if (response.status === 304 && known) await putPack({ ...known.pack, madeAt }, known.tag, now)
  if (response.ok) await putPack((await response.json()) as DeckPack, response.headers.get('etag') ?? '', now)
}

async function askFor(deckId: string, tag: string | undefined): Promise<Response | null> {
  try {
    const headers = tag ? { 'if-none-match': tag } : {}
    return await fetch(`/api/decks/${deckId}/pack`, { headers, cache: 'no-store' })
  } catch {
    return null
  }
}
