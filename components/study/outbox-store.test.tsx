import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { deviceDatabase } from './device-database'
import { putWaiting } from './device-reviews'
import { readNotes } from './outbox-notes'
import { adopt, discard, keep, readKept, settle } from './outbox-store'
import type { SentReview } from './sent-review'

const review = (id: string): SentReview => {
  return { id, factId: 'f', itemId: 'i', revisionId: 'r', rating: 'good', at: 1, durationMs: 1 }
}
const idsOf = async () => (await readKept()).map(({ review: { id } }) => id)

beforeEach(async () => {
  localStorage.clear()
  await deviceDatabase().reviews.clear()
})

describe('the queue of a device', () => {
  it('has a rating noted before anything can be awaited, and the note goes when the database has it', async () => {
    keep('me', review('a'))
    expect(readNotes()).toHaveLength(1)
    expect(await idsOf()).toEqual(['a'])
    expect(readNotes()).toEqual([])
    expect(await deviceDatabase().reviews.count()).toBe(1)
  })

  it('takes over once what an earlier version left, before what came since', async () => {
    const former = ['x', 'y'].map((id) => ({ owner: 'me', review: review(id) }))
    localStorage.setItem('bilim.reviews', JSON.stringify(former))
    keep('me', review('a'))
    expect(await idsOf()).toEqual(['x', 'y', 'a'])
    expect(readNotes()).toEqual([])
    expect(await idsOf()).toEqual(['x', 'y', 'a'])
  })

  it('keeps the order in which ratings were given, whatever the clock of the device does', async () => {
    const late = keep('me', review('a'))
    await readKept()
    await deviceDatabase().reviews.update('a', { order: late.order + 3_600_000 })
    await readKept()
    keep('me', review('b'))
    expect(await idsOf()).toEqual(['a', 'b'])
  })

  it('does not wake a saved rating by a note that was left behind', async () => {
    const kept = keep('me', review('a'))
    await readKept()
    await settle([kept], 5)
    await putWaiting([kept])
    expect(await idsOf()).toEqual([])
    expect((await deviceDatabase().reviews.get('a'))?.savedAt).toBe(5)
  })

  it('passes on what it does not know of a review', async () => {
    const assisted = { ...review('a'), assisted: true }
    keep('me', assisted)
    expect((await readKept())[0]?.review).toMatchObject({ assisted: true })
  })

  it('gives a stranger’s ratings to the guest that they became, and gives up what the server cannot read', async () => {
    const kept = keep(null, review('a'))
    await readKept()
    keep(null, review('b'))
    await adopt(null, 'guest')
    expect((await readKept()).map(({ owner }) => owner)).toEqual(['guest', 'guest'])
    await discard([kept])
    expect(await idsOf()).toEqual(['b'])
  })
})
