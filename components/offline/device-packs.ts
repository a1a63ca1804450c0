import type { DeckPack } from '@/lib/core/memory/deck-pack'
import { markPacks } from '@/lib/core/memory/mark-packs'
import type { DeviceReview } from '@/lib/core/memory/pack-memories'
import { deviceDatabase, type PackRow, STRANGER } from '../study/device-database'
import { forgetMarksOfOthers, marksHere } from '../study/marks-box'
import { readKept } from '../study/outbox-store'

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
export async function dropPack(owner: string | null, deckId: string): Promise<void> {
  await deviceDatabase().packs.delete([owner ?? STRANGER, deckId])
}

export function findPack(owner: string | null, deckId: string): Promise<PackRow | undefined> {
  return deviceDatabase().packs.get([owner ?? STRANGER, deckId])
}

/** Whosever they are. */
export function keptOf(deckId: string): Promise<readonly PackRow[]> {
  return deviceDatabase()
    .packs.filter((row) => row.deckId === deckId)
    .toArray()
}

export async function putPack(pack: DeckPack, tag: string, now: number): Promise<void> {
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
