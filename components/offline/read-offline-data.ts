import { applyFlags, type DeviceFlag } from '@/lib/core/memory/offline-pack/apply-fact-flags'
import type { DeckPack } from '@/lib/core/memory/offline-pack/deck-pack'
import type { DeviceReview } from '@/lib/core/memory/offline-pack/pack-memories'
import { type EventRow, openDeviceDatabase, readWaiting, STRANGER } from '../study/queue/event-queue'
import { isFlag, isOwnedBy, isReview } from '../study/queue/study-event'

// The decks that this device can study without a connection, and what was done with them on it.

export type Device = {
  /** Of the learner who used the device last. */
  readonly packs: readonly DeckPack[]
  readonly reviews: readonly DeviceReview[]
}

export async function readOfflineData(): Promise<Device> {
  // Moves notes into the database.
  await readWaiting()
  const { events, packs } = await openDeviceDatabase()
  const rows = (await packs.toArray()).sort((a, b) => b.checkedAt - a.checkedAt)
  const [latest] = rows
  if (!latest) return { packs: [], reviews: [] }
  const own = rows.filter(({ owner }) => owner === latest.owner).map(({ pack }) => pack)
  const who = { owner: latest.pack.owner, isGuest: own.some(({ isGuest }) => isGuest) }
  const known = (await events.toArray())
    .filter(({ owner, state }) => isOwnedBy(owner === STRANGER ? null : owner, who) && state !== 'refused')
    .sort((a, b) => a.order - b.order)
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
