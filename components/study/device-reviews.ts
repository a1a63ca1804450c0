import { deviceDatabase, type ReviewRow, STRANGER } from './device-database'
import type { Kept } from './sent-review'

// The queue in the device's database. Loaded late: no page needs it before its first paint.

/** Takes what was noted. What is here already stays as it is: it may have been saved meanwhile. */
export async function putWaiting(notes: readonly Kept[]): Promise<void> {
  const { reviews } = deviceDatabase()
  await reviews.db.transaction('rw', reviews, async () => {
    const known = await reviews.bulkGet(notes.map(({ review }) => review.id))
    await reviews.bulkAdd(notes.filter((_, at) => known[at] === undefined).map((kept) => rowOf(kept, 0)))
  })
}

export async function listWaiting(): Promise<readonly Kept[]> {
  const rows = await deviceDatabase().reviews.where('savedAt').equals(0).toArray()
  return rows.map(({ owner, review, order }) => ({ owner: owner === STRANGER ? null : owner, review, order }))
}

/** The server has them. They stay a while for the decks of this device, which do not know of them yet. */
export async function markSaved(batch: readonly Kept[], savedAt: number): Promise<void> {
  const { reviews } = deviceDatabase()
  await reviews.bulkPut(batch.map((kept) => rowOf(kept, savedAt)))
  const saved = reviews.where('savedAt').above(0)
  if ((await saved.count()) > MOST_SAVED) await reviews.bulkDelete((await saved.primaryKeys()).slice(0, -MOST_SAVED))
}

/** A pack that is older than so many ratings is far behind anyway. */
const MOST_SAVED = 1000

/** The server will never take it. */
export async function giveUp(batch: readonly Kept[]): Promise<void> {
  await deviceDatabase().reviews.bulkDelete(batch.map(({ review }) => review.id))
}

/** The stranger has become a guest, and so has what they rated and what they keep here. */
export async function adoptRows(from: string | null, to: string): Promise<void> {
  const { reviews, packs } = deviceDatabase()
  const before = from ?? STRANGER
  await reviews.db.transaction('rw', reviews, packs, async () => {
    await reviews.where('owner').equals(before).modify({ owner: to })
    const kept = await packs.where('owner').equals(before).toArray()
    await packs.bulkPut(kept.map((row) => ({ ...row, owner: to, pack: { ...row.pack, owner: to } })))
    await packs.where('owner').equals(before).delete()
  })
}

function rowOf({ owner, review, order }: Kept, savedAt: number): ReviewRow {
  return { id: review.id, owner: owner ?? STRANGER, order, savedAt, review }
}
