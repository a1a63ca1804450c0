import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { deviceDatabase } from './device-database'
import { keepMark } from './marks-box'
import { discard, keep, readKept, settle } from './outbox-store'
import { mayWait } from './waiting-sign'

const review = (id: string) =>
  ({ id, factId: 'f', itemId: 'i', revisionId: 'r', rating: 'good', at: 1, durationMs: 1 }) as const

beforeEach(async () => {
  localStorage.clear()
  await deviceDatabase().reviews.clear()
})

describe('what a page looks at before it fetches the queue', () => {
  it('says that something may wait from the key until the server has it, whoever dies in between', async () => {
    await readKept()
    expect(await mayWait()).toBe(false)
    const kept = keep('me', review('a'))
    expect(await mayWait()).toBe(true)
    // The database has it, and no note is left.
    await readKept()
    expect(await mayWait()).toBe(true)
    await settle([kept], 5)
    expect(await mayWait()).toBe(true)
    await readKept()
    expect(await mayWait()).toBe(false)
  })

  it('does not hide what another tab keeps while this one finds nothing', async () => {
    await readKept()
    const found = readKept()
    // The other tab notes it, stores it and drops the note before this one has looked.
    const kept = keep('me', review('a'))
    await found
    await readKept()
    expect(await mayWait()).toBe(true)
    await discard([kept])
    await readKept()
    expect(await mayWait()).toBe(false)
  })

  it('knows no better on a device that was never asked: where there is a database, it is looked into', async () => {
    expect(await mayWait()).toBe(true)
    await readKept()
    expect(await mayWait()).toBe(false)
  })

  it('minds marks that wait', async () => {
    await readKept()
    keepMark('me', { factId: 'f', kind: 'star', on: true, at: 1 })
    expect(await mayWait()).toBe(true)
  })
})
