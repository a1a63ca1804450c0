import { Agent, request } from 'node:http'

const CONNECTIONS = 8

export type Shot = { headers: Record<string, string>; body: string }

/** Sends each shot once, over a few connections of the loopback; returns how many a second were answered well. */
export async function hammer(url: string, shots: readonly Shot[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const waiting = [...shots].reverse()
  const since = performance.now()
  const worker = async () => {
    for (let shot = waiting.pop(); shot; shot = waiting.pop()) await send(agent, url, shot)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  agent.destroy()
  return shots.length / ((performance.now() - since) / 1000)
}

function send(agent: Agent, url: string, { headers, body }: Shot): Promise<void> {
  return new Promise((done, fail) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { agent, method: 'POST', headers: { ...headers, ...length } }, (response) => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 200 ? done() : fail(new Error(`A save was answered ${response.statusCode}.`)),
      )
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
