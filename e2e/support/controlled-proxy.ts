import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to a request: it passes, it is lost, or its response is lost. */
type Fate = 'pass' | 'lose-request' | 'lose-answer'

/** A proxy between browser and server that a test can interrupt at a chosen moment. */
export type ControlledProxy = {
  url: string
  /** Changes the port: a restarted server has another one. */
  forwardTo(port: number): void
  /** Called for each request with ratings before it is forwarded. */
  onReviews(decide: (body: string) => Fate | Promise<Fate>): void
  /** Called with the status of a lost response when it has come from the server. */
  onLost(tell: (status: number) => void): void
  close(): Promise<void>
}

export async function startControlledProxy(port: number): Promise<ControlledProxy> {
  let upstream = port
  let decide: (body: string) => Fate | Promise<Fate> = () => 'pass'
  let tell: (status: number) => void = () => undefined
  const server = createServer((incoming, answer) => {
    void (async () => {
      const body = await bodyOf(incoming)
      const fate = incoming.url === '/api/study-events' ? await decide(body.toString('utf8')) : 'pass'
      if (fate === 'lose-request') return cut(answer)
      carry(upstream, incoming, body, answer, fate === 'lose-answer' ? tell : null)
    })()
  })
  await new Promise<void>((done) => server.listen(0, done))
  const own = (server.address() as AddressInfo).port
  return {
    url: `http://localhost:${own}`,
    forwardTo: (next) => {
      upstream = next
    },
    onReviews: (next) => {
      decide = next
    },
    onLost: (next) => {
      tell = next
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function carry(
  port: number,
  incoming: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
  lost: ((status: number) => void) | null,
): void {
  const { method, url, headers } = incoming
  // Keeps the Host header, because the server compares the browser's origin with it.
  const outgoing = request({ port, method, path: url, headers }, (response) => {
    if (!lost) {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
      return
    }
    // After the whole response is read, the transaction has ended.
    response.resume().once('end', () => {
      lost(response.statusCode ?? 0)
      cut(answer)
    })
  })
  outgoing.once('error', () => cut(answer))
  outgoing.end(body)
}

function cut(answer: ServerResponse): void {
  answer.req.socket.destroy()
}
