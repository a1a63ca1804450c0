import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const IDLE_MS = 3_000

export type Asked = { readonly path: string; readonly headers: Record<string, string>; readonly body?: string }

/**
 * Sends a request every so many milliseconds, whether the one before it was answered or not, until told to stop; returns
 * how long each took, in milliseconds. A server that stands still for a moment makes all wait that come meanwhile.
 */
export async function pace(
  url: string,
  requests: readonly Asked[],
  { everyMs, until }: { everyMs: number; until: (sent: number) => boolean },
): Promise<number[]> {
  // A connection that the server closes after some idle seconds must not be the one that is used next.
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  const took: Promise<number>[] = []
  const since = performance.now()
  for (let sent = 0; !until(sent); sent += 1) {
    const asked = requests[sent % requests.length]
    if (asked) took.push(send(agent, url, asked))
    await wait(Math.max(0, since + (sent + 1) * everyMs - performance.now()))
  }
  const times = await Promise.all(took)
  agent.destroy()
  return times
}

/**
 * Sends each request when the one before it is answered, so that none waits for another; returns how long each took, in
 * milliseconds.
 */
export async function askInTurn(url: string, requests: readonly Asked[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  const times: number[] = []
  for (const asked of requests) times.push(await send(agent, url, asked))
  agent.destroy()
  return times
}

function send(agent: Agent, url: string, asked: Asked, since = performance.now()): Promise<number> {
  const { path, headers, body } = asked
  return new Promise((done, fail) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const method = body === undefined ? 'GET' : 'POST'
    const sent = request(url + path, { agent, method, headers: { ...headers, ...length } }, (response) => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 200
          ? done(performance.now() - since)
          : fail(new Error(`${path} was answered ${response.statusCode}.`)),
      )
    })
    // On a busy machine the server may close an idle connection just as it is used again. A server that is gone refuses
    // the next one.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      sent.reusedSocket && error.code === 'ECONNRESET' ? done(send(agent, url, asked, since)) : fail(error),
    )
    sent.end(body)
  })
}

/** The value that so many of a hundred are below. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0
}
