import { get } from 'node:http'
import { emptyFolder, startServer } from '../e2e/support/start-server'
import { startEmptyApp } from './empty-app'
import { learnerRoutes } from './learner-routes'
import type { Row } from './table'

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
