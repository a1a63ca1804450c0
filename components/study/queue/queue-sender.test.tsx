import 'fake-indexeddb/auto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDeviceDatabase, readWaiting } from './event-queue'
import { QueueSender } from './queue-sender'
import type { QueueState, StudyEvent } from './study-event'

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

const storedEvents = async () => (await openDeviceDatabase()).events

let server: Server
let manners: Manner[] = []
let received: { owner: string | null; ids: string[] }[] = []

beforeEach(async () => {
  localStorage.clear()
  await (await storedEvents()).clear()
  manners = []
  received = []
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      const { owner, events } = JSON.parse(text) as { owner: string | null; events: StudyEvent[] }
      received.push({ owner, ids: events.map(({ id }) => id) })
      const manner = manners.shift() ?? 'take'
      if (manner === 'drop') {
        request.socket.destroy()
        return
      }
      const results = events.map(({ id }) => ({ id, kind: 'duplicate' }))
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

const rating = (id: string): StudyEvent => ({
  kind: 'rating',
  id,
  factId: 'f',
  itemId: 'i',
  revisionId: 'r',
  rating: 'good',
  at: 1,
  durationMs: 1,
})
function open(owner: string | null = null, isGuest = true) {
  const states: QueueState[] = []
  const sender = new QueueSender({
    owner,
    isGuest,
    onState: (state) => states.push(state),
    onOutcomes: () => undefined,
  })
  return { sender, states, last: () => states.at(-1) }
}
// No promise here is about speed: a loaded machine may take its time.
const LIMIT_MS = 15_000
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: LIMIT_MS })
const kindsOf = (states: readonly QueueState[]) => states.map(({ kind }) => kind)

describe('sending the queue', () => {
  it('removes what the server has taken, and sends the rest as the guest that a stranger became', async () => {
    const { sender, last } = open()
    sender.add(rating('a'))
    expect(await readWaiting()).toHaveLength(1)
    await until(() => expect(last()).toEqual({ kind: 'saved' }))
    sender.add(rating('b'))
    await until(() => expect(received.map(({ owner }) => owner)).toEqual([null, GUEST]))
    await until(async () => expect(await readWaiting()).toEqual([]))
  })

  it('keeps events while the network or the server is away, says so, and sends them again under the same ids', async () => {
    manners = ['drop', 'fail']
    const { sender, states, last } = open(GUEST)
    sender.add(rating('a'))
    await until(() => expect(last()).toEqual({ kind: 'offline', waiting: 1 }))
    expect(await readWaiting()).toHaveLength(1)
    sender.add(rating('b'))
    await until(() => expect(last()).toEqual({ kind: 'saved' }))
    expect(kindsOf(states)).toContain('offline')
    expect(received.at(-1)?.ids).toEqual(['a', 'b'])
    expect(await readWaiting()).toEqual([])
  })

  it('keeps events while a stranger’s network has too many guests, does not call it offline, and sends them again', async () => {
    manners = ['full']
    const { sender, states, last } = open()
    sender.add(rating('a'))
    await until(() => expect(last()).toEqual({ kind: 'too-many-guests', waiting: 1 }))
    expect(await readWaiting()).toHaveLength(1)
    await until(() => expect(last()).toEqual({ kind: 'saved' }))
    expect(kindsOf(states)).not.toContain('offline')
    expect(await readWaiting()).toEqual([])
  })

  it('keeps events when the session has ended, and sends them again only when asked', async () => {
    manners = ['sign-out']
    const { sender, last } = open(GUEST)
    sender.add(rating('a'))
    await until(() => expect(last()).toEqual({ kind: 'refused', reason: 'signed-out', waiting: 1 }))
    expect(await readWaiting()).toHaveLength(1)
    expect(received).toHaveLength(1)
  })

  it('puts aside an event that the server cannot read, says so, and sends the others', async () => {
    const { sender, states, last } = open(GUEST)
    manners = ['drop', 'refuse', 'refuse', 'take']
    sender.add(rating('bad'))
    await until(() => expect(last()?.kind).toBe('offline'))
    sender.add(rating('good'))
    await until(async () => expect(await readWaiting()).toEqual([]))
    expect(received.map(({ ids }) => ids.join())).toEqual(['bad', 'bad,good', 'bad', 'good'])
    expect(kindsOf(states)).toContain('refused')
    expect((await (await storedEvents()).get('bad'))?.state).toBe('refused')
  })

  it('never sends events of one learner as those of another', async () => {
    const first = open('11111111-1111-4111-8111-111111111111', false)
    manners = ['sign-out']
    first.sender.add(rating('a'))
    await until(() => expect(first.last()?.kind).toBe('refused'))
    const second = open(GUEST, false)
    second.sender.flush()
    expect(await second.sender.waiting()).toEqual([])
    expect(received).toHaveLength(1)
  })

  it('sends ratings, flags and undos in one request, in the order in which they were done', async () => {
    manners = ['drop']
    const { sender, last } = open(GUEST)
    sender.add(rating('a'))
    await until(() => expect(last()).toEqual({ kind: 'offline', waiting: 1 }))
    sender.add({ kind: 'flag', id: 'b', factId: 'f', flag: 'bury', on: true, at: 1 })
    sender.add({ kind: 'undo', id: 'c', reversesId: 'a', at: 1 })
    await until(() => expect(last()).toEqual({ kind: 'saved' }))
    expect(received.flatMap(({ ids }) => ids)).toEqual(['a', 'a', 'b', 'c'])
  })

  it('does not count a flag among the ratings that wait', async () => {
    manners = ['drop']
    const { sender, last } = open(GUEST)
    sender.add({ kind: 'flag', id: 'b', factId: 'f', flag: 'star', on: true, at: 1 })
    await until(() => expect(last()).toEqual({ kind: 'offline', waiting: 0 }))
    await until(() => expect(last()).toEqual({ kind: 'saved' }))
  })
})
