import { get } from 'node:http'
import { emptyFolder, startServer } from '../e2e/support/start-server'
import type { Row } from './table'
import { startEmptyApp } from './yardsticks/empty-app'

/** First-load JavaScript of each learner route beside an empty page of Next.js. */
export async function benchFirstLoad(): Promise<Row[]> {
  const empty = await startEmptyApp()
  const yardstick = await firstLoadBytes(empty.url, '/')
  await empty.stop()
  const server = await startServer(emptyFolder())
  try {
    const rows: Row[] = []
    for (const { name, path, cookie } of await learnerRoutes(server.url)) {
      const ours = await firstLoadBytes(server.url, path, cookie)
      rows.push({
        name: `first-load JS, ${name}`,
        ours: kilobytes(ours),
        yardstick: `${kilobytes(yardstick)}, empty page`,
        ratio: ours / yardstick,
      })
    }
    return rows
  } finally {
    await server.stop()
  }
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB gzip`

/** What a browser must fetch before a page is alive: its scripts as they come over the wire, compressed. */
async function firstLoadBytes(url: string, path: string, cookie = ''): Promise<number> {
  const page = await read(url + path, cookie)
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}.`)
  const sources = new Set(
    [...page.text.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js[^"]*)"[^>]*>/g)]
      // Old browsers alone fetch these.
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, source]) => source ?? ''),
  )
  let bytes = 0
  for (const source of sources) bytes += (await read(url + source, cookie, 'gzip')).bytes
  return bytes
}

type Answer = { status: number; bytes: number; text: string }

function read(url: string, cookie: string, encoding = 'identity'): Promise<Answer> {
  return new Promise((done, fail) => {
    const headers = { 'accept-encoding': encoding, ...(cookie ? { cookie } : {}) }
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        done({ status: response.statusCode ?? 0, bytes: body.length, text: body.toString('utf8') })
      })
    }).on('error', fail)
  })
}

/** From the command to the first page: the first start of a built clone (empty database), then one with nothing to do. */
export async function benchStart(): Promise<Row[]> {
  const dataDir = emptyFolder()
  const first = await timed(async () => (await startServer(dataDir)).stop)
  const second = await timed(async () => (await startServer(dataDir)).stop)
  const empty = await timed(async () => (await startEmptyApp()).stop)
  const yardstick = `${(empty / 1000).toFixed(1)} s, next start of an empty app`
  return [
    { name: 'first start to first page', ours: `${(first / 1000).toFixed(1)} s`, yardstick, ratio: first / empty },
    { name: 'second start to first page', ours: `${(second / 1000).toFixed(1)} s`, yardstick, ratio: second / empty },
  ]
}

async function timed(start: () => Promise<() => Promise<unknown>>): Promise<number> {
  const since = performance.now()
  const stop = await start()
  const took = performance.now() - since
  await stop()
  return took
}

/** A page of a learner: its name, its address, and the cookie with which it is asked for. */
type Route = { name: string; path: string; cookie: string }

/** Every kind of page that learners open, reached as a browser without script reaches them. */
async function learnerRoutes(url: string): Promise<Route[]> {
  const welcome = await (await fetch(url)).text()
  const deckId = /\/study\?deck=([0-9a-f-]{36})/.exec(welcome)?.[1]
  if (!deckId) throw new Error('The first screen leads to no deck.')
  const quiz = `/decks/${deckId}/quiz`
  const { location, cookie } = await submit(url + quiz, await (await fetch(url + quiz)).text())
  const open = (name: string, path: string) => ({ name, path, cookie: '' })
  return [
    open('Welcome', '/'),
    open('Study', `/study?deck=${deckId}`),
    open('Decks', '/decks'),
    open('Deck', `/decks/${deckId}`),
    open('Deck, Quiz', quiz),
    open('Deck, Text', `/decks/${deckId}/text`),
    open('Deck, Items', `/decks/${deckId}/items`),
    open('New document', '/documents/new'),
    open('Join', '/join'),
    open('Sign in', '/sign-in'),
    { name: 'Attempt', path: await finalPath(new URL(location, url), cookie), cookie },
    { name: 'Today', path: '/', cookie },
    { name: 'Account', path: '/account', cookie },
  ]
}

/** Posts the form that makes a quiz; says where it leads and who one is from then on. */
async function submit(address: string, page: string): Promise<{ location: string; cookie: string }> {
  const form = page.split('<form').find((part) => part.includes('name="deckId"')) ?? ''
  const body = new FormData()
  for (const [tag] of form.split('</form>')[0]?.matchAll(/<input[^>]*>/g) ?? []) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&quot;', '"')
    if (attribute('type') === 'hidden') body.append(attribute('name') ?? '', attribute('value') ?? '')
  }
  body.append('mode', 'practice')
  body.append('count', '10')
  const headers = { origin: new URL(address).origin }
  const response = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' })
  if (response.status !== 303) throw new Error(`Starting a quiz was answered ${response.status}.`)
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { location: response.headers.get('location') ?? '/', cookie: cookie.join('; ') }
}

async function finalPath(address: URL, cookie: string): Promise<string> {
  const { url } = await fetch(address, { headers: { cookie } })
  return new URL(url).pathname + new URL(url).search
}
