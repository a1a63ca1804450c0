import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Outbox } from './outbox'
import type { OutboxState } from './outbox-state'
import { readKept } from './outbox-store'
import type { SentReview } from './sent-review'

// A real server that answers as it is told, one word a request: drop, fail, full, refuse, sign-out, or take.
type Manner = 'drop' | 'fail' | 'full' | 'refuse' | 'sign-out' | 'take'
const STATUS = { fail: 503, full: 429, refuse: 400, 'sign-out': 401, take: 200 } as const
const REASON = {
  fail: 'failed',
  full: 'too-many-guests',
  refuse: 'not-understood',
  'sign-out': 'signed-out',
} as const
const GUEST = '22222222-2222-4222-8222-222222222222'

let server: Server
let manners: Manner[] = []
let received: { owner: string | null; ids: string[] }[] = []

beforeEach(async () => {
  localStorage.clear()
  manners = []
  received = []
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      const { owner, reviews } = JSON.parse(text) as { owner: string | null; reviews: SentReview[] }
      received.push({ owner, ids: reviews.map(({ id }) => id) })
      const manner = manners.shift() ?? 'take'
      if (manner === 'drop') {
        request.socket.destroy()
        return
      }
      const results = reviews.map(({ id }) => ({ id, kind: 'duplicate' }))
      response.writeHead(STATUS[manner], { 'content-type': 'application/json' })
      const answer = manner === 'take' ? { owner: GUEST, savedAt: 1, results } : { reason: REASON[manner] }
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  ;(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`http://127.0.0.1:${port}/study`)
})
afterEach(() => new Promise((done) => server.close(done)))

const review = (id: string): SentReview => ({
  id,
  factId: 'f',
  itemId: 'i',
  revisionId: 'r',
  rating: 'good',
  at: 1,
  durationMs: 1,
})
function open(owner: string | null = null, isGuest = true) {
  const states: OutboxState[] = []
  const outbox = new Outbox({ owner, isGuest, onState: (state) => states.push(state), onOutcomes: () => undefined })
  return { outbox, states, last: () => states.at(-1) }
}
// No promise here is about speed: a loaded machine may take its time.
const LIMIT_MS = 15_000
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: LIMIT_MS })
const kindsOf = (states: readonly OutboxState[]) => states.map(({ kind }) => kind)

describe('ratings on their way', () => {
  it('leave the device when the server has them, and the stranger has become a guest', async () => {
    const { outbox, last } = open()
    outbox.add(review('a'))
    expect(await readKept()).toHaveLength(1)
    await until(() => expect(last()).toEqual({ kind: 'saved' }))
    outbox.add(review('b'))
    await until(() => expect(received.map(({ owner }) => owner)).toEqual([null, GUEST]))
    await until(async () => expect(await readKept()).toEqual([]))
  })

  it('stay while the network or the server is away, are told, and go again under the same ids', async () => {
    manners = ['drop', 'fail']
    const { outbox, states, last } = open(GUEST)
    outbox.add(review('a'))
    await until(() => expect(last()).toEqual({ kind: 'offline', waiting: 1 }))
    expect(await readKept()).toHaveLength(1)
    outbox.add(review('b'))
    await until(() => expect(last()).toEqual({ kind: 'saved' }))
    expect(kindsOf(states)).toContain('offline')
    expect(received.at(-1)?.ids).toEqual(['a', 'b'])
    expect(await readKept()).toEqual([])
  })

  it('stay while a stranger’s network has too many guests, which is not called offline, and go again', async () => {
    manners = ['full']
    const { outbox, states, last } = open()
    outbox.add(review('a'))
    await until(() => expect(last()).toEqual({ kind: 'too-many-guests', waiting: 1 }))
    expect(await readKept()).toHaveLength(1)
    await until(() => expect(last()).toEqual({ kind: 'saved' }))
    expect(kindsOf(states)).not.toContain('offline')
    expect(await readKept()).toEqual([])
  })

  it('are not given up when the session has ended, nor sent again until someone asks', async () => {
    manners = ['sign-out']
    const { outbox, last } = open(GUEST)
    outbox.add(review('a'))
    await until(() => expect(last()).toEqual({ kind: 'refused', reason: 'signed-out', waiting: 1 }))
    expect(await readKept()).toHaveLength(1)
    expect(received).toHaveLength(1)
  })

  it('are held up by none that the server cannot read', async () => {
    const { outbox, states } = open(GUEST)
    manners = ['drop', 'refuse', 'refuse', 'take']
    outbox.add(review('bad'))
    outbox.add(review('good'))
    await until(async () => expect(await readKept()).toEqual([]))
    expect(received.map(({ ids }) => ids.join())).toEqual(['bad', 'bad,good', 'bad', 'good'])
    expect(kindsOf(states)).toContain('refused')
  })

  it('are never sent as those of another learner', async () => {
    const first = open('11111111-1111-4111-8111-111111111111', false)
    manners = ['sign-out']
    first.outbox.add(review('a'))
    await until(() => expect(first.last()?.kind).toBe('refused'))
    const second = open(GUEST, false)
    second.outbox.flush()
    expect(await second.outbox.waiting()).toEqual([])
    expect(received).toHaveLength(1)
  })
})
