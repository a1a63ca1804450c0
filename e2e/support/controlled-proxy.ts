import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of a request: it passes; it never arrives; it arrives and is answered, and the answer is lost. */
type Fate = 'pass' | 'lose-request' | 'lose-answer'

/** A line between browser and server that a test can cut, at a moment of its choosing. */
export type Line = {
  url: string
  /** Where the server is now: a server that was started again has another port. */
  leadTo(port: number): void
  /** Asked for each request with ratings, before it goes on. */
  onReviews(decide: (body: string) => Fate | Promise<Fate>): void
  /** Told when a lost answer has come from the server, with its status. */
  onLost(tell: (status: number) => void): void
  close(): Promise<void>
}

export async function openLine(port: number): Promise<Line> {
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
    leadTo: (next) => {
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
  // The host stays: what the browser calls this origin is what the server compares with.
  const outgoing = request({ port, method, path: url, headers }, (response) => {
    if (!lost) {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
      return
    }
    // Read to its end: the transaction is over and the server has said so.
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
