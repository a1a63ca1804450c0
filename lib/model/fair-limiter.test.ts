import { expect, it } from 'vitest'
import { createFairLimiter } from './fair-limiter'

/** Lets everything wait its turn, each for as long as a few promises take, and gives the order and the most at once. */
async function run(slots: number, documents: readonly string[]) {
  const limiter = createFairLimiter(slots)
  const order: string[] = []
  let [running, most] = [0, 0]
  await Promise.all(
    documents.map(async (documentId) => {
      const release = await limiter.acquire(documentId)
      running += 1
      most = Math.max(most, running)
      order.push(documentId)
      for (let tick = 0; tick < 5; tick++) await Promise.resolve()
      running -= 1
      release?.()
      // A second call gives nothing back.
      release?.()
    }),
  )
  return { order: order.join(''), most }
}

it.each([
  [1, 'aaaabbc', 'aabcaba'],
  [2, 'aaaabbc', 'aaabcab'],
  [4, 'aaaaaab', 'aaaaaba'],
])('with %i slots, %s run as %s and never more at once', async (slots, documents, expected) => {
  const { order, most } = await run(slots, [...documents])
  expect(order).toBe(expected)
  expect(most).toBe(slots)
})

it('forgets who gave up waiting', async () => {
  const limiter = createFairLimiter(1)
  const release = await limiter.acquire('a')
  const controller = new AbortController()
  const [first, second] = [limiter.acquire('a', controller.signal), limiter.acquire('a')]
  controller.abort()
  expect(await first).toBeNull()
  release?.()
  expect(await second).toBeTypeOf('function')
  expect(await limiter.acquire('b', AbortSignal.abort())).toBeNull()
})
