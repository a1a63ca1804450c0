import { execFileSync } from 'node:child_process'
import { emptyFolder, environment, root, type Server, startServer } from '../e2e/support/start-server'
import { longText } from '../test/long-text'
import { withPglite } from './databases'
import { type HttpRequest, percentile, sendAtRate } from './http-load'
import { bodyOf, CARDS, type Card, makeGuests, savesOf } from './learners'
import type { Row } from './table'

const LEARNERS = 20
// Twenty requests a second, half of them pages: some classes that study at once, and some who look around.
const EVERY_MS = 50
const WARM_UP = 100
const IDLE = 240
// Of an odd number of rounds the middle one: other programs of the machine disturb some of them.
const ROUNDS = 3

/** How long others wait while a long piece of work is done, each round beside how long they wait right before it. */
async function measureOthers(
  server: Server,
  cards: readonly Card[],
  { name, work }: { name: string; work: (round: number) => Promise<void> },
): Promise<Row> {
  const requests = await requestsOf(server, cards)
  await sendAtRate(server.url, requests.splice(0, WARM_UP), { everyMs: EVERY_MS, until: (sent) => sent === WARM_UP })
  const rounds: { busy: number[]; idle: number[] }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const idle = await sendAtRate(server.url, requests.splice(0, IDLE), {
      everyMs: EVERY_MS,
      until: (sent) => sent === IDLE,
    })
    let done = false
    const working = work(round).finally(() => {
      done = true
    })
    const busy = await sendAtRate(server.url, requests, { everyMs: EVERY_MS, until: () => done })
    await working
    requests.splice(0, busy.length)
    rounds.push({ busy, idle })
  }
  return rowOf(name, rounds)
}

function rowOf(name: string, rounds: readonly { busy: readonly number[]; idle: readonly number[] }[]): Row {
  const p95s = rounds.map(({ busy, idle }) => ({ ours: percentile(busy, 95), yardstick: percentile(idle, 95) }))
  const ratio = ({ ours, yardstick }: (typeof p95s)[number]) => ours / yardstick
  const byRatio = p95s.sort((left, right) => ratio(left) - ratio(right))
  const middle = byRatio[Math.floor(byRatio.length / 2)] ?? { ours: 0, yardstick: 1 }
  const all = byRatio.map((p95) => ratio(p95).toFixed(2)).join(', ')
  return {
    name: `${name}, p95; ratios ${all}`,
    ours: `${middle.ours.toFixed(1)} ms`,
    yardstick: `${middle.yardstick.toFixed(1)} ms, the same requests when nothing else is done`,
    ratio: ratio(middle),
  }
}

/** Of a stopped server's shipped documents. */
const readCards = (dataDir: string): Promise<Card[]> =>
  withPglite(dataDir, async (pglite) => (await pglite.query<Card>(CARDS)).rows)

/** Ratings of learners, and between them the first page of a stranger. */
async function requestsOf(server: Server, cards: readonly Card[]): Promise<HttpRequest[]> {
  const [first, ...rest] = cards
  if (!first) throw new Error('The shipped documents gave no cards.')
  const guests = await makeGuests(server, LEARNERS, first)
  const learners = guests.map((guest) => ({ ...guest, sessionId: '' }))
  return savesOf(learners, rest).flatMap(({ learner, card, id }) => {
    const headers = { 'content-type': 'application/json', origin: server.url, cookie: learner.cookie }
    const save = { path: '/api/study-events', headers, body: bodyOf(learner.learnerId, card, id) }
    return [save, { path: '/', headers: {} }]
  })
}

/** How long others wait while a long document is made, beside how long they wait when nothing is. */
export async function benchGenerating(): Promise<Row[]> {
  const dataDir = emptyFolder()
  const prepared = await startServer(dataDir)
  await prepared.stop()
  const cards = await readCards(dataDir)
  const server = await startServer(dataDir)
  // Made before anything is measured: that takes this process a while.
  const text = longDocument()
  try {
    const work = async (round: number) => void (await importText(server, `${text}\n\nNote ${round}.`))
    return [
      await measureOthers(server, cards, { name: `others while ${WORDS.toLocaleString('en')} words are made`, work }),
    ]
  } finally {
    await server.stop()
  }
}

const DOCUMENTS = 3

/** How long others wait while the deck of a long document is regenerated, beside how long they wait when nothing is done. */
export async function benchRegenerating(): Promise<Row[]> {
  const dataDir = emptyFolder()
  const decks = await makeOlder(dataDir)
  const cards = await readCards(dataDir)
  const server = await startServer(dataDir)
  try {
    const work = (round: number) => regenerate(server, decks[round])
    const name = `others while a deck of ${WORDS.toLocaleString('en')} words is regenerated`
    return [await measureOthers(server, cards, { name, work })]
  } finally {
    await server.stop()
  }
}

/** Long documents of a guest, as an older engine would have left them. */
async function makeOlder(dataDir: string): Promise<Imported[]> {
  const server = await startServer(dataDir)
  const decks: Imported[] = []
  const text = longDocument()
  for (let count = 0; count < DOCUMENTS; count += 1)
    decks.push(await importText(server, `${text}\n\nNote ${count}.`, decks[0]?.cookie))
  await server.stop()
  const env = environment({ BILIM_DATA_DIR: dataDir })
  execFileSync(process.execPath, ['scripts/run.mjs', 'bench/use-older-engine.ts'], { cwd: root, env })
  return decks
}

async function regenerate({ url }: Server, deck: Imported | undefined): Promise<void> {
  if (!deck) throw new Error('There is no deck left to regenerate.')
  const headers = { origin: url, cookie: deck.cookie }
  const response = await fetch(`${url}/api/decks/${deck.deckId}/regeneration`, { method: 'POST', headers })
  const heard = await response.text()
  if (!heard.includes('"kind":"regenerated"')) throw new Error(`The deck was not regenerated: ${heard.slice(-200)}`)
}

// About as long as is read at once.
const WORDS = 150_000

const longDocument = (): string => longText(WORDS)

type Imported = { readonly deckId: string; readonly cookie: string }

/** To its end: the stream of the answer ends with it. With a cookie, for the guest that it names. */
async function importText({ url }: Server, text: string, cookie = ''): Promise<Imported> {
  const body = new FormData()
  body.append('title', 'A long reader')
  body.append('text', text)
  const response = await fetch(`${url}/api/documents`, { method: 'POST', body, headers: { origin: url, cookie } })
  const heard = await response.text()
  const deckId = /"kind":"imported","deckId":"([^"]+)"/.exec(heard)?.[1]
  if (!deckId) throw new Error(`The document was not made: ${heard.slice(-200)}`)
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { deckId, cookie: set.length > 0 ? set.join('; ') : cookie }
}
