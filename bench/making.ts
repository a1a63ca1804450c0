import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { emptyFolder, type Server, startServer } from '../e2e/support/start-server'
import { longText } from '../test/long-text'
import { bodyOf, CARDS, type Card, makeGuests, savesOf } from './learners'
import { type Asked, pace, percentile } from './pace'
import type { Row } from './table'

// About as long as is read at once.
const WORDS = 150_000
const LEARNERS = 20
// Twenty requests a second, half of them pages: some classes that study at once, and some who look around.
const EVERY_MS = 50
const WARM_UP = 100
const IDLE = 400

/** How long others wait while a long document is made, beside how long they wait when nothing is. */
export async function benchMaking(): Promise<Row[]> {
  const dataDir = emptyFolder()
  const prepared = await startServer(dataDir)
  await prepared.stop()
  const cards = await readCards(dataDir)
  const server = await startServer(dataDir)
  try {
    const requests = await requestsOf(server, cards)
    await pace(server.url, requests.splice(0, WARM_UP), { everyMs: EVERY_MS, until: (sent) => sent === WARM_UP })
    const idle = await pace(server.url, requests.splice(0, IDLE), { everyMs: EVERY_MS, until: (sent) => sent === IDLE })
    let made = false
    const making = make(server).finally(() => {
      made = true
    })
    const busy = await pace(server.url, requests, { everyMs: EVERY_MS, until: () => made })
    await making
    return [row(busy, idle)]
  } finally {
    await server.stop()
  }
}

async function readCards(dataDir: string): Promise<Card[]> {
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
    const save = { path: '/api/reviews', headers, body: bodyOf(learner.learnerId, card, id) }
    return [save, { path: '/', headers: {} }]
  })
}

/** To its end: the stream of the answer ends with it. */
async function make({ url }: Server): Promise<void> {
  const body = new FormData()
  body.append('title', 'A long reader')
  body.append('text', longText(WORDS))
  const response = await fetch(`${url}/api/documents`, { method: 'POST', body, headers: { origin: url } })
  const heard = await response.text()
  if (!heard.includes('"kind":"imported"')) throw new Error(`The document was not made: ${heard.slice(-200)}`)
}

function row(busy: readonly number[], idle: readonly number[]): Row {
  const [ours, yardstick] = [percentile(busy, 95), percentile(idle, 95)]
  return {
    name: `others while ${WORDS.toLocaleString('en')} words are made, p95 of ${busy.length}`,
    ours: `${ours.toFixed(1)} ms`,
    yardstick: `${yardstick.toFixed(1)} ms, the same requests when nothing is made`,
    ratio: ours / yardstick,
  }
}
