import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  addWaiting,
  changeQueueOwner,
  deleteOthers,
  enqueue,
  hasDeviceDatabase,
  listWaiting,
  mayHaveWaiting,
  openDeviceDatabase,
  readNotes,
  readWaiting,
  STRANGER,
  settleRefused,
  settleSaved,
} from './event-queue'
import type { StudyEvent } from './study-event'

const rating = (id: string): StudyEvent => {
  return { kind: 'rating', id, factId: 'f', itemId: 'i', revisionId: 'r', rating: 'good', at: 1, durationMs: 1 }
}
const star = (id: string, on = true): StudyEvent => ({ kind: 'flag', id, factId: 'f', flag: 'star', on, at: 1 })
const storedEvents = async () => (await openDeviceDatabase()).events
const waitingIds = async () => (await readWaiting()).map(({ event }) => event.id)

beforeEach(async () => {
  localStorage.clear()
  await (await storedEvents()).clear()
})

describe('the queue of a device', () => {
  it('notes an event synchronously, and deletes the note when the database has the event', async () => {
    enqueue('me', rating('a'))
    expect(readNotes()).toHaveLength(1)
    expect(await waitingIds()).toEqual(['a'])
    expect(readNotes()).toEqual([])
    expect(await (await storedEvents()).count()).toBe(1)
  })

  it('keeps ratings, flags and undos in the order in which they were done', async () => {
    enqueue('me', rating('a'))
    enqueue('me', star('b'))
    enqueue('me', { kind: 'undo', id: 'c', reversesId: 'a', at: 1 })
    enqueue('me', star('d', false))
    expect(await waitingIds()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keeps the order whatever the clock of the device does', async () => {
    const late = enqueue('me', rating('a'))
    await readWaiting()
    await (await storedEvents()).update('a', { order: late.order + 3_600_000 })
    await readWaiting()
    enqueue('me', rating('b'))
    expect(await waitingIds()).toEqual(['a', 'b'])
  })

  it('does not send a saved event again because its note was left behind', async () => {
    const queued = enqueue('me', rating('a'))
    await readWaiting()
    await settleSaved([queued], 5)
    await addWaiting([queued])
    expect(await waitingIds()).toEqual([])
    expect(await (await storedEvents()).get('a')).toMatchObject({ state: 'saved', settledAt: 5 })
  })

  it('keeps the latest 1500 saved events, for packs that do not know them', async () => {
    const batch = Array.from({ length: 1502 }, (_, order) => ({ owner: 'me', order, event: rating(`r${order}`) }))
    await settleSaved(batch.slice(2), 20)
    await settleSaved(batch.slice(0, 2), 10)
    expect(await (await storedEvents()).count()).toBe(1500)
    expect(await (await storedEvents()).bulkGet(['r0', 'r1'])).toEqual([undefined, undefined])
  })

  it('keeps every detail of an event', async () => {
    const assisted = { ...rating('a'), assisted: true }
    enqueue('me', assisted)
    expect((await readWaiting())[0]?.event).toEqual(assisted)
  })

  it('gives a stranger’s events to the guest that they became', async () => {
    enqueue(null, rating('a'))
    await readWaiting()
    enqueue(null, star('b'))
    await changeQueueOwner(null, 'guest')
    expect((await readWaiting()).map(({ owner }) => owner)).toEqual(['guest', 'guest'])
  })

  it('keeps an event that the server could not read, and sends it again after a day', async () => {
    const queued = enqueue('me', rating('a'))
    await readWaiting()
    await settleRefused([queued])
    expect(await waitingIds()).toEqual([])
    const hoursLater = (hours: number) => Date.now() + hours * 3_600_000
    expect(await listWaiting(hoursLater(23))).toEqual([])
    expect(await listWaiting(hoursLater(25))).toEqual([queued])
  })

  it('deletes other learners’ rows from the device, except events that the server has not saved', async () => {
    const [saved, refused] = [enqueue('you', rating('a')), enqueue('you', rating('b'))]
    enqueue('you', rating('c'))
    enqueue(null, star('d'))
    await readWaiting()
    await settleSaved([saved], 5)
    await settleRefused([refused])
    await deleteOthers('me')
    const rows = await (await storedEvents()).toArray()
    expect(rows.map(({ id, owner }) => `${id} ${owner}`).sort()).toEqual(['b you', 'c you', `d ${STRANGER}`])
  })
})

describe('a page that does not load the queue', () => {
  it('knows that an event waits from the key until the server has taken or refused it', async () => {
    expect(await mayHaveWaiting()).toBe(false)
    const [first, second] = [enqueue('me', star('a')), enqueue('me', star('b'))]
    expect(await mayHaveWaiting()).toBe(true)
    // The database has them, and no note is left.
    await readWaiting()
    expect(await mayHaveWaiting()).toBe(true)
    await settleSaved([first], 5)
    expect(await mayHaveWaiting()).toBe(true)
    await settleRefused([second])
    expect(await mayHaveWaiting()).toBe(false)
  })

  it('knows what the database has on the disk, although a killed browser lost what was in local storage', async () => {
    enqueue('me', star('a'))
    await readWaiting()
    localStorage.clear()
    expect(await mayHaveWaiting()).toBe(true)
  })

  it('creates no database on a device that has none', async () => {
    await (await openDeviceDatabase()).delete()
    expect(await mayHaveWaiting()).toBe(false)
    expect(await hasDeviceDatabase()).toBe(false)
    await (await openDeviceDatabase()).open()
  })
})
