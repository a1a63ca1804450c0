import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { deviceDatabase } from './device-database'
import { enqueue, mayHaveWaiting, readWaiting, settleRefused, settleSaved } from './event-queue'
import { hasDatabase } from './peek-database'
import type { StudyEvent } from './study-event'

const star = (id: string): StudyEvent => ({ kind: 'flag', id, factId: 'f', flag: 'star', on: true, at: 1 })

beforeEach(async () => {
  localStorage.clear()
  await deviceDatabase().events.clear()
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
    await deviceDatabase().delete()
    expect(await mayHaveWaiting()).toBe(false)
    expect(await hasDatabase()).toBe(false)
    await deviceDatabase().open()
  })
})
