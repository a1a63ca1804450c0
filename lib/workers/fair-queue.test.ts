import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type Acquire, createFairQueue, type Requester, type Slot } from './fair-queue'

const guest = (learnerId: string): Requester => ({ learnerId, rank: 'guest' })
const known = (learnerId: string): Requester => ({ learnerId, rank: 'known' })

/** Requests slots in this order and releases the oldest until none is held. */
async function serve(acquire: Acquire, requesters: readonly Requester[]) {
  const held: { requester: Requester; slot: Extract<Slot, { kind: 'acquired' }> }[] = []
  const order: string[] = []
  const refused: string[] = []
  const requests = requesters.map(async (requester) => {
    const slot = await acquire(undefined, requester)
    if (slot.kind !== 'acquired') return refused.push(`${requester.learnerId} ${slot.kind}`)
    order.push(requester.learnerId)
    return held.push({ requester, slot })
  })
  await settle()
  let most = held.length
  const atOnce: string[][] = []
  while (held.length > 0) {
    atOnce.push(held.map(({ requester }) => requester.learnerId))
    held.shift()?.slot.release()
    await settle()
    most = Math.max(most, held.length)
  }
  await Promise.all(requests)
  return { order, refused, most, atOnce }
}

/** Every promise that can continue has continued. */
const settle = () => new Promise((done) => setImmediate(done))

describe('a fair queue', () => {
  it('gives out as many slots as there are, then in the order of requests, and skips those who gave up', async () => {
    const acquire = createFairQueue(1, 2)
    const order: string[] = []
    const first = await acquire()
    const cancel = new AbortController()
    const second = acquire(cancel.signal).then(({ kind }) => order.push(`second ${kind}`))
    const third = acquire().then(({ kind }) => order.push(`third ${kind}`))
    expect(await acquire()).toEqual({ kind: 'busy' })
    cancel.abort()
    await second
    if (first.kind === 'acquired') first.release()
    await third
    expect(order).toEqual(['second cancelled', 'third acquired'])
  })

  it('says how many run or wait before a request, whenever that changes, and nothing to who need not wait', async () => {
    const acquire = createFairQueue(1, 20)
    const heard: string[] = []
    const listen = (name: string) => (before: number) => void heard.push(`${name} ${before}`)
    const first = await acquire(undefined, known('a'), listen('a'))
    const second = acquire(undefined, guest('b'), listen('b'))
    // Goes before the guest.
    const third = acquire(undefined, known('c'), listen('c'))
    expect(heard).toEqual(['b 1', 'c 1', 'b 2'])
    if (first.kind === 'acquired') first.release()
    expect((await third).kind).toBe('acquired')
    expect(heard.at(-1)).toBe('b 1')
    const slot = await third
    if (slot.kind === 'acquired') slot.release()
    expect((await second).kind).toBe('acquired')
  })

  it('gives a requester one slot at a time, although another is free', async () => {
    const { order, most } = await serve(createFairQueue(2, 20), [guest('a'), guest('a'), guest('a')])
    expect(order).toEqual(['a', 'a', 'a'])
    expect(most).toBe(1)
  })

  it('gives a teacher a slot beside the guest who holds one, and the next before twenty waiting guests', async () => {
    const guests = Array.from({ length: 21 }, (_, index) => guest(`guest ${index}`))
    const { order, refused, atOnce } = await serve(createFairQueue(1, 20), [...guests, known('teacher'), known('b')])
    expect(atOnce[0]).toEqual(['guest 0', 'teacher'])
    expect(order.slice(0, 4)).toEqual(['guest 0', 'teacher', 'b', 'guest 1'])
    expect(refused).toEqual([])
  })

  it('refuses a fourth waiting request of one requester, and accepts others', async () => {
    const twenty = Array.from({ length: 20 }, () => guest('a'))
    const { order, refused } = await serve(createFairQueue(1, 20), [...twenty, guest('b')])
    expect(order).toEqual(['a', 'b', 'a', 'a', 'a'])
    expect(refused).toEqual(Array.from({ length: 16 }, () => 'a own-busy'))
  })

  const arbitraryRequesters = fc.array(
    fc.record({
      learnerId: fc.constantFrom('a', 'b', 'c', 'd'),
      rank: fc.constantFrom('known' as const, 'guest' as const),
    }),
    { maxLength: 12 },
  )

  property.prop([fc.integer({ min: 1, max: 3 }), arbitraryRequesters])(
    'gives each rank no more than its slots and a requester no more than one, and answers everybody',
    async (slots, drawn) => {
      // A learner has one rank.
      const requesters = drawn.map(({ learnerId, rank }): Requester => ({ learnerId: `${rank} ${learnerId}`, rank }))
      const { order, refused, atOnce } = await serve(createFairQueue(slots, 20), requesters)
      for (const rank of ['known', 'guest'])
        for (const learnerIds of atOnce)
          expect(learnerIds.filter((learnerId) => learnerId.startsWith(rank)).length).toBeLessThanOrEqual(slots)
      for (const learnerIds of atOnce) expect(new Set(learnerIds).size).toBe(learnerIds.length)
      expect(order.length + refused.length).toBe(requesters.length)
    },
  )
})
