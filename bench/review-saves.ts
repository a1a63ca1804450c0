import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { emptyFolder, freePort, root, type Server, startServer } from '../e2e/support/start-server'
import { createDatabase, withPglite } from './databases'
import { type HttpRequest, sendConcurrently, waitUntilAnswered } from './http-load'
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
import type { Row } from './table'
import { readStatements, type Statement, withIds } from './yardsticks/sql-statements'

const LEARNERS = 20
const WARM_UP = 200
const SAVES = 1_200
const QUEUED = 20
const SAVE_PATH = '/api/study-events'

type Ask = <T>(sql: string) => Promise<T[]>
type Recorded = { save: Save; statements: Statement[]; file: string }

/** Ratings saved a second through the app, signed in, beside the same statements without it, on both engines. */
export async function benchReviewSaves(postgres: string): Promise<Row[]> {
  const url = await createDatabase(postgres)
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
  const hook = {
    NODE_OPTIONS: `--import ${join(root, 'bench/yardsticks/record-statements.mjs')}`,
    BILIM_BENCH_STATEMENTS: file,
  }
  const server = await startServer(emptyFolder(), { ...settings, ...hook })
  try {
    const { learners, cards } = await peopleAndCards(server, 1, ask)
    const [warm, save] = savesOf(learners, cards)
    if (!warm || !save) throw new Error('The shipped documents gave no cards.')
    await sendConcurrently(server.url, [appRequest(server, warm)])
    writeFileSync(file, '')
    await sendConcurrently(server.url, [appRequest(server, save)])
    const statements = readStatements(readFileSync(file, 'utf8'))
    return { save, statements, file }
  } finally {
    await server.stop()
  }
}

async function onPostgres(url: string, settings: Record<string, string>, ask: Ask, recorded: Recorded): Promise<Row[]> {
  const server = await startServer(emptyFolder(), settings)
  const { learners, cards } = await peopleAndCards(server, LEARNERS, ask)
  const yardstickPeople = await peopleAndCards(server, LEARNERS, ask)
  const ours = await rate(
    server.url,
    savesOf(learners, cards).map((save) => appRequest(server, save)),
  )
  const queues = await peopleAndCards(server, LEARNERS, ask)
  const queued = await sendConcurrently(
    server.url,
    queuesOf(queues.learners, cards, QUEUED).map((saves) => queueRequest(server, saves)),
  )
  await server.stop()

  const port = await freePort()
  const args = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'bench/yardsticks/bare-server.ts')]
  const bare = spawn(process.execPath, [...args, url, recorded.file, String(port)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const bareUrl = `http://127.0.0.1:${port}`
  await waitUntilAnswered(bareUrl, bare)
  const requests = savesOf(yardstickPeople.learners, cards).map((save) => bareRequest(recorded, save))
  const yardstick = await rate(bareUrl, requests)
  bare.kill()
  const what = `node:http and pg, the same ${recorded.statements.length} statements`
  return [
    row('save a review, PostgreSQL', ours, yardstick, what),
    row(
      `save reviews that queued, ${QUEUED} a request, PostgreSQL`,
      queued * QUEUED,
      yardstick,
      `${what}, one a request`,
    ),
  ]
}

async function onPglite(recorded: Recorded): Promise<Row> {
  const dataDir = emptyFolder()
  const first = await startServer(dataDir)
  await first.stop()
  const cards = await withPglite(dataDir, async (pglite) => (await pglite.query<Card>(CARDS)).rows)
  const second = await startServer(dataDir)
  const guests = await makeGuests(second, LEARNERS * 2, someCard(cards))
  const learners = guests.slice(0, LEARNERS).map((guest) => ({ ...guest, sessionId: '' }))
  const ours = await rate(
    second.url,
    savesOf(learners, cards.slice(1)).map((save) => appRequest(second, save)),
  )
  await second.stop()
  const yardstick = await withPglite(dataDir, async (pglite) => {
    const sessions = (await pglite.query<{ sessionId: string; learnerId: string }>(SESSIONS)).rows
    const yardstickLearners = guests.slice(LEARNERS).flatMap((guest) => withSession(guest, sessions))
    return direct(pglite, recorded, savesOf(yardstickLearners, cards.slice(1)).slice(0, SAVES))
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

async function rate(url: string, requests: readonly HttpRequest[]): Promise<number> {
  await sendConcurrently(url, requests.slice(0, WARM_UP))
  return sendConcurrently(url, requests.slice(WARM_UP, WARM_UP + SAVES))
}

function appRequest(server: Server, { learner, card, id }: Save): HttpRequest {
  const headers = { 'content-type': 'application/json', origin: server.url, cookie: learner.cookie }
  return { path: SAVE_PATH, headers, body: bodyOf(learner.learnerId, card, id) }
}

function queueRequest(server: Server, saves: readonly Save[]): HttpRequest {
  const headers = { 'content-type': 'application/json', origin: server.url, cookie: saves[0]?.learner.cookie ?? '' }
  return { path: SAVE_PATH, headers, body: queueBody(saves) }
}

const bareRequest = ({ save }: Recorded, wanted: Save): HttpRequest => ({
  path: '/',
  headers: {},
  body: JSON.stringify(idsOf(save, wanted)),
})

const row = (name: string, ours: number, yardstick: number, what: string): Row => ({
  name,
  ours: `${Math.round(ours)} / s`,
  yardstick: `${Math.round(yardstick)} / s, ${what}`,
  ratio: ours / yardstick,
})
