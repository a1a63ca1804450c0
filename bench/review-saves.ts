import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { emptyFolder, freePort, root, type Server, startServer } from '../e2e/support/start-server'
import { hammer, type Shot } from './hammer'
import {
  bodyOf,
  CARDS,
  type Card,
  idsOf,
  type Learner,
  makeGuests,
  queueBody,
  queuesOf,
  type Save,
  SESSIONS,
  savesOf,
} from './learners'
import { ownDatabase } from './own-database'
import { readStatements, type Statement, withIds } from './statements'
import type { Row } from './table'
import { untilItAnswers } from './wait'

const LEARNERS = 20
const WARM_UP = 200
const SAVES = 1_200
const QUEUED = 20

type Ask = <T>(sql: string) => Promise<T[]>
type Recorded = { save: Save; statements: Statement[]; file: string }

/** Ratings saved a second through the app, signed in, beside the same statements without it, on both engines. */
export async function benchReviewSaves(postgres: string): Promise<Row[]> {
  const url = await ownDatabase(postgres)
  const settings = { DATABASE_URL: url, NEXTAUTH_SECRET: randomBytes(32).toString('hex') }
  const client = new Client(url)
  await client.connect()
  const ask: Ask = async (sql) => (await client.query(sql)).rows
  try {
    const recorded = await recordOneSave(settings, ask)
    return [...(await onPostgres(url, settings, ask, recorded)), await onPglite(recorded)]
  } finally {
    await client.end()
  }
}

async function recordOneSave(settings: Record<string, string>, ask: Ask): Promise<Recorded> {
  const file = join(emptyFolder(), 'statements.jsonl')
  const hook = { NODE_OPTIONS: `--import ${join(root, 'bench/record-statements.mjs')}`, BILIM_BENCH_STATEMENTS: file }
  const server = await startServer(emptyFolder(), { ...settings, ...hook })
  try {
    const { learners, cards } = await peopleAndCards(server, 1, ask)
    const [warm, save] = savesOf(learners, cards)
    if (!warm || !save) throw new Error('The shipped documents gave no cards.')
    await hammer(`${server.url}/api/study-events`, [appShot(server, warm)])
    writeFileSync(file, '')
    await hammer(`${server.url}/api/study-events`, [appShot(server, save)])
    const statements = readStatements(readFileSync(file, 'utf8'))
    return { save, statements, file }
  } finally {
    await server.stop()
  }
}

async function onPostgres(url: string, settings: Record<string, string>, ask: Ask, recorded: Recorded): Promise<Row[]> {
  const server = await startServer(emptyFolder(), settings)
  const { learners, cards } = await peopleAndCards(server, LEARNERS, ask)
  const others = await peopleAndCards(server, LEARNERS, ask)
  const ours = await rate(
    `${server.url}/api/study-events`,
    savesOf(learners, cards).map((save) => appShot(server, save)),
  )
  const queues = await peopleAndCards(server, LEARNERS, ask)
  const queued = await hammer(
    `${server.url}/api/study-events`,
    queuesOf(queues.learners, cards, QUEUED).map((saves) => queueShot(server, saves)),
  )
  await server.stop()

  const port = await freePort()
  const args = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'bench/bare-server.ts')]
  const bare = spawn(process.execPath, [...args, url, recorded.file, String(port)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const bareUrl = `http://127.0.0.1:${port}`
  await untilItAnswers(bareUrl, bare)
  const shots = savesOf(others.learners, cards).map((save) => bareShot(recorded, save))
  const yardstick = await rate(bareUrl, shots)
  bare.kill()
  const of = `node:http and pg, the same ${recorded.statements.length} statements`
  return [
    row('save a review, PostgreSQL', ours, yardstick, of),
    row(
      `save reviews that queued, ${QUEUED} a request, PostgreSQL`,
      queued * QUEUED,
      yardstick,
      `${of}, one a request`,
    ),
  ]
}

async function onPglite(recorded: Recorded): Promise<Row> {
  const dataDir = emptyFolder()
  const first = await startServer(dataDir)
  await first.stop()
  const { cards } = await reading(dataDir, async (ask) => ({ cards: await ask<Card>(CARDS) }))
  const second = await startServer(dataDir)
  const guests = await makeGuests(second, LEARNERS * 2, someCard(cards))
  const learners = guests.slice(0, LEARNERS).map((guest) => ({ ...guest, sessionId: '' }))
  const ours = await rate(
    `${second.url}/api/study-events`,
    savesOf(learners, cards.slice(1)).map((save) => appShot(second, save)),
  )
  await second.stop()
  const yardstick = await reading(dataDir, async (ask, pglite) => {
    const sessions = await ask<{ sessionId: string; learnerId: string }>(SESSIONS)
    const others = guests.slice(LEARNERS).flatMap((guest) => withSession(guest, sessions))
    return direct(pglite, recorded, savesOf(others, cards.slice(1)).slice(0, SAVES))
  })
  return row('save a review, PGlite', ours, yardstick, 'PGlite called directly')
}

async function direct(pglite: PGlite, { save: old, statements }: Recorded, saves: Save[]): Promise<number> {
  const since = performance.now()
  for (const save of saves) {
    for (const { text, values } of withIds(statements, idsOf(old, save)))
      await (values.length > 0 ? pglite.query(text, values) : pglite.exec(text))
  }
  return saves.length / ((performance.now() - since) / 1000)
}

async function reading<T>(dataDir: string, work: (ask: Ask, pglite: PGlite) => Promise<T>): Promise<T> {
  const pglite = new PGlite(join(dataDir, 'pg'))
  try {
    return await work(async (sql) => (await pglite.query(sql)).rows as never, pglite)
  } finally {
    await pglite.close()
  }
}

async function peopleAndCards(
  server: Server,
  count: number,
  ask: Ask,
): Promise<{ learners: Learner[]; cards: Card[] }> {
  const cards = await ask<Card>(CARDS)
  const guests = await makeGuests(server, count, someCard(cards))
  const sessions = await ask<{ sessionId: string; learnerId: string }>(SESSIONS)
  return { learners: guests.flatMap((guest) => withSession(guest, sessions)), cards: cards.slice(1) }
}

const someCard = ([card]: Card[]): Card => {
  if (!card) throw new Error('The shipped documents gave no cards.')
  return card
}

function withSession(
  guest: Omit<Learner, 'sessionId'>,
  sessions: { sessionId: string; learnerId: string }[],
): Learner[] {
  const session = sessions.find(({ learnerId }) => learnerId === guest.learnerId)
  return session ? [{ ...guest, sessionId: session.sessionId }] : []
}

async function rate(url: string, shots: readonly Shot[]): Promise<number> {
  await hammer(url, shots.slice(0, WARM_UP))
  return hammer(url, shots.slice(WARM_UP, WARM_UP + SAVES))
}

function appShot(server: Server, { learner, card, id }: Save): Shot {
  const headers = { 'content-type': 'application/json', origin: server.url, cookie: learner.cookie }
  return { headers, body: bodyOf(learner.learnerId, card, id) }
}

function queueShot(server: Server, saves: readonly Save[]): Shot {
  const headers = { 'content-type': 'application/json', origin: server.url, cookie: saves[0]?.learner.cookie ?? '' }
  return { headers, body: queueBody(saves) }
}

const bareShot = ({ save }: Recorded, wanted: Save): Shot => ({
  headers: {},
  body: JSON.stringify(idsOf(save, wanted)),
})

const row = (name: string, ours: number, yardstick: number, of: string): Row => ({
  name,
  ours: `${Math.round(ours)} / s`,
  yardstick: `${Math.round(yardstick)} / s, ${of}`,
  ratio: ours / yardstick,
})
