import type { ChildProcess } from 'node:child_process'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const IDLE_MS = 3_000
const CONNECTIONS = 8
const START_LIMIT_MS = 60_000

export type HttpRequest = { readonly path: string; readonly headers: Record<string, string>; readonly body?: string }

/**
 * Sends a request every so many milliseconds, whether the one before it was answered or not, until told to stop; returns
 * how long each took, in milliseconds. A server that stands still for a moment makes all wait that come meanwhile.
 */
export async function sendAtRate(
  url: string,
  requests: readonly HttpRequest[],
  { everyMs, until }: { everyMs: number; until: (sent: number) => boolean },
): Promise<number[]> {
  // A connection that the server closes after some idle seconds must not be the one that is used next.
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  const took: Promise<number>[] = []
  const since = performance.now()
  for (let sent = 0; !until(sent); sent += 1) {
    const next = requests[sent % requests.length]
    if (next) took.push(send(agent, url, next))
    await wait(Math.max(0, since + (sent + 1) * everyMs - performance.now()))
  }
  const times = await Promise.all(took)
  agent.destroy()
  return times
}

/** Sends each request when the one before it is answered; returns how long each took, in milliseconds. */
export async function sendInTurn(url: string, requests: readonly HttpRequest[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  const times: number[] = []
  for (const next of requests) times.push(await send(agent, url, next))
  agent.destroy()
  return times
}

/** Sends each request once, as fast as a few connections take them; returns how many a second were answered. */
export async function sendConcurrently(url: string, requests: readonly HttpRequest[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const queue = [...requests].reverse()
  const since = performance.now()
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await send(agent, url, next)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  agent.destroy()
  return requests.length / ((performance.now() - since) / 1000)
}

function send(agent: Agent, url: string, sent: HttpRequest, since = performance.now()): Promise<number> {
  const { path, headers, body } = sent
  return new Promise((done, fail) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const method = body === undefined ? 'GET' : 'POST'
    const outgoing = request(url + path, { agent, method, headers: { ...headers, ...length } }, (response) => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 200
          ? done(performance.now() - since)
          : fail(new Error(`${path} was answered ${response.statusCode}.`)),
      )
    })
    // On a busy machine the server may close an idle connection just as it is used again. A server that is gone refuses
    // the next one.
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      outgoing.reusedSocket && error.code === 'ECONNRESET' ? done(send(agent, url, sent, since)) : fail(error),
    )
    outgoing.end(body)
  })
}

/** The value that so many of a hundred are below. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0
}

/** Until the first page is there: any answer with status 200. */
export async function waitUntilAnswered(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  for (; Date.now() < deadline && child.exitCode === null; await wait(20)) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    )
    if (status === 200) return
  }
  throw new Error(`${url} does not answer.`)
}
