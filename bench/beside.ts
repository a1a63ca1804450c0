import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Server } from '../e2e/support/start-server'
import { bodyOf, CARDS, type Card, makeGuests, savesOf } from './learners'
import { type Asked, pace, percentile } from './pace'
import type { Row } from './table'

const LEARNERS = 20
// Twenty requests a second, half of them pages: some classes that study at once, and some who look around.
const EVERY_MS = 50
const WARM_UP = 100
const IDLE = 240
// Of an odd number of rounds the middle one: other programs of the machine disturb some of them.
const ROUNDS = 3

/** How long others wait while a long piece of work is done, each round beside how long they wait right before it. */
export async function beside(
  server: Server,
  cards: readonly Card[],
  { name, work }: { name: string; work: (round: number) => Promise<void> },
): Promise<Row> {
  const requests = await requestsOf(server, cards)
  await pace(server.url, requests.splice(0, WARM_UP), { everyMs: EVERY_MS, until: (sent) => sent === WARM_UP })
  const rounds: { busy: number[]; idle: number[] }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const idle = await pace(server.url, requests.splice(0, IDLE), { everyMs: EVERY_MS, until: (sent) => sent === IDLE })
    let done = false
    const working = work(round).finally(() => {
      done = true
    })
    const busy = await pace(server.url, requests, { everyMs: EVERY_MS, until: () => done })
    await working
    requests.splice(0, busy.length)
    rounds.push({ busy, idle })
  }
  return rowOf(name, rounds)
}

function rowOf(name: string, rounds: readonly { busy: readonly number[]; idle: readonly number[] }[]): Row {
  const p95s = rounds.map(({ busy, idle }) => ({ ours: percentile(busy, 95), yardstick: percentile(idle, 95) }))
  const ratio = ({ ours, yardstick }: (typeof p95s)[number]) => ours / yardstick
  const byRatio = p95s.sort((one, other) => ratio(one) - ratio(other))
  const middle = byRatio[Math.floor(byRatio.length / 2)] ?? { ours: 0, yardstick: 1 }
  const all = byRatio.map((one) => ratio(one).toFixed(2)).join(', ')
  return {
    name: `${name}, p95; ratios ${all}`,
    ours: `${middle.ours.toFixed(1)} ms`,
    yardstick: `${middle.yardstick.toFixed(1)} ms, the same requests when nothing else is done`,
    ratio: ratio(middle),
  }
}

/** Of a stopped server's shipped documents. */
export async function readCards(dataDir: string): Promise<Card[]> {
  const pglite = new PGlite(join(dataDir, 'pg'))
  try {
    return (await pglite.query<Card>(CARDS)).rows
  } finally {
    await pglite.close()
  }
}

/** Ratings of learners, and between them the first page of a stranger. */
async function requestsOf(server: Server, cards: readonly Card[]): Promise<Asked[]> {
  const [first, ...others] = cards
  if (!first) throw new Error('The shipped documents gave no cards.')
  const guests = await makeGuests(server, LEARNERS, first)
  const learners = guests.map((guest) => ({ ...guest, sessionId: '' }))
  return savesOf(learners, others).flatMap(({ learner, card, id }) => {
    const headers = { 'content-type': 'application/json', origin: server.url, cookie: learner.cookie }
    const save = { path: '/api/study-events', headers, body: bodyOf(learner.learnerId, card, id) }
    return [save, { path: '/', headers: {} }]
  })
}
