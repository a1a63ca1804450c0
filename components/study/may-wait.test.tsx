import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { deviceDatabase } from './device-database'
import { hasDatabase } from './has-database'
import { keepMark } from './marks-box'
import { mayWait } from './may-wait'
import { discard, keep, readKept, settle } from './outbox-store'

const review = (id: string) =>
  ({ id, factId: 'f', itemId: 'i', revisionId: 'r', rating: 'good', at: 1, durationMs: 1 }) as const

beforeEach(async () => {
  localStorage.clear()
  await deviceDatabase().reviews.clear()
})

describe('what a page looks at before it fetches the queue', () => {
  it('says that something waits from the key until the server has it or never will', async () => {
    expect(await mayWait()).toBe(false)
    const [one, other] = [keep('me', review('a')), keep('me', review('b'))]
    expect(await mayWait()).toBe(true)
    // The database has them, and no note is left.
    await readKept()
    expect(await mayWait()).toBe(true)
    await settle([one], 5)
    expect(await mayWait()).toBe(true)
    await discard([other])
    expect(await mayWait()).toBe(false)
  })

  it('knows of what the database has on the disk, whatever else a killed browser had not written', async () => {
    keep('me', review('a'))
    await readKept()
    localStorage.clear()
    expect(await mayWait()).toBe(true)
  })

  it('minds marks that wait', async () => {
    keepMark('me', { factId: 'f', kind: 'star', on: true, at: 1 })
    expect(await mayWait()).toBe(true)
  })

  it('makes no database on a device that has none', async () => {
    await deviceDatabase().delete()
    expect(await mayWait()).toBe(false)
    expect(await hasDatabase()).toBe(false)
    await deviceDatabase().open()
  })
})
