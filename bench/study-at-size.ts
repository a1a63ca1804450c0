import { randomBytes } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { emptyFolder, type Server, startServer } from '../e2e/support/start-server'
import { createDatabase, withPglite } from './databases'
import { type HttpRequest, percentile, sendInTurn } from './http-load'
import { CARDS, type Card, makeGuests } from './learners'
import { nameOf, type Run, type Size, seedLearner } from './seed-learner'
import type { Row } from './table'

const SMALL: Size = { decks: 20, facts: 50, reviews: 10_000 }
const LARGE: Size = { decks: 500, facts: 200, reviews: 1_000_000 }
const RARE = nameOf(7, 13)
const TYPO = `${RARE.slice(0, 2)}z${RARE.slice(3)}`
const search = (words: string, name: string): Page => ({
  path: `/search?q=${encodeURIComponent(words)}`,
  name: `search for ${name}`,
})
const PAGES: readonly Page[] = [
  { path: '/', name: 'Today', limitMs: 150 },
  { path: '/study', name: 'next cards', limitMs: 150 },
  search('fact', 'a word that all have'),
  search(RARE, 'a word that one has'),
  search(TYPO, 'a word with a typing error'),
  search('fact deck', 'two words that all have'),
]
const WARM_UP = 10
const ASKED = 60
/** A search that finds texts that are not searchable yet waits for them this long. */
const PATIENCE_MS = 5_000

type Page = { readonly path: string; readonly name: string; readonly limitMs?: number }

type Learner = { readonly learnerId: string; readonly cookie: string }

/** Today, the next cards and searches of a learner with 100,000 items and a million reviews, beside one with 1,000, on both engines. */
export async function benchStudyAtSize(postgres: string | undefined): Promise<Row[]> {
  return [...(postgres ? await onPostgres(postgres) : []), ...(await onPglite())]
}

async function onPostgres(postgres: string): Promise<Row[]> {
  const url = await createDatabase(postgres)
  const settings = { DATABASE_URL: url, NEXTAUTH_SECRET: randomBytes(32).toString('hex') }
  const server = await startServer(emptyFolder(), settings)
  const client = new Client(url)
  await client.connect()
  try {
    const run: Run = async (sql, values) => (await client.query(sql, values)).rows
    const learners = await twoLearners(server, (await run(CARDS)) as Card[])
    await seedBoth(run, learners)
    // As the server's own housekeeping would.
    await run('VACUUM ANALYZE')
    return await ask(server, 'PostgreSQL', learners)
  } finally {
    await client.end()
    await server.stop()
  }
}

async function onPglite(): Promise<Row[]> {
  const dataDir = emptyFolder()
  const first = await startServer(dataDir)
  await first.stop()
  const cards = await withPglite(dataDir, async (pglite) => (await pglite.query<Card>(CARDS)).rows)
  const second = await startServer(dataDir)
  const learners = await twoLearners(second, cards)
  await second.stop()
  await withPglite(dataDir, (pglite) => seedBoth(runIn(pglite), learners))
  const server = await startServer(dataDir)
  try {
    return await ask(server, 'PGlite', learners)
  } finally {
    await server.stop()
  }
}

const runIn =
  (pglite: PGlite): Run =>
  async (sql, values) =>
    (await pglite.query(sql, values)).rows

async function twoLearners(server: Server, [card]: readonly Card[]): Promise<[small: Learner, large: Learner]> {
  if (!card) throw new Error('The shipped documents gave no cards.')
  const [small, large] = await makeGuests(server, 2, card)
  if (!small || !large) throw new Error('Two guests were wanted.')
  return [small, large]
}

async function seedBoth(run: Run, [small, large]: readonly [Learner, Learner]): Promise<void> {
  const since = performance.now()
  await seedLearner(run, small.learnerId, SMALL)
  await seedLearner(run, large.learnerId, LARGE)
  console.log(`  Seeded in ${Math.round((performance.now() - since) / 1000)} s.`)
}

/** Both learners in turn, so that whatever else the machine does disturbs both; one request at a time. */
async function ask(server: Server, engine: string, learners: readonly [Learner, Learner]): Promise<Row[]> {
  const rows: Row[] = []
  for (const { cookie } of learners) await makeSearchable(server, cookie)
  for (const { path, name, limitMs } of PAGES) {
    const pair = learners.map(({ cookie }): HttpRequest => ({ path, headers: { cookie } }))
    await sendInTurn(server.url, repeat(pair, WARM_UP))
    const took = await sendInTurn(server.url, repeat(pair, ASKED))
    const p95 = (turn: number) =>
      percentile(
        took.filter((_, at) => at % learners.length === turn),
        95,
      )
    const [small, large] = [p95(0), p95(1)]
    rows.push({
      name: `${name} of 100,000 items, p95, ${engine}${limitMs ? ` (limit ${limitMs} ms)` : ''}`,
      ours: `${large.toFixed(1)} ms`,
      yardstick: `${small.toFixed(1)} ms, the same of 1,000 items`,
      ratio: large / small,
    })
  }
  return rows
}

const repeat = (pair: readonly HttpRequest[], times: number): HttpRequest[] =>
  Array.from({ length: times }, () => pair).flat()

/** Texts that were written past the app become searchable by the first searches, which wait some seconds for them. */
async function makeSearchable(server: Server, cookie: string): Promise<void> {
  for (let took = PATIENCE_MS; took >= PATIENCE_MS; ) {
    const since = performance.now()
    await (await fetch(`${server.url}/search?q=fact`, { headers: { cookie } })).text()
    took = performance.now() - since
  }
}
