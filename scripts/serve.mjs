// The web server: Next.js behind node:http, so that this process knows the address of who asks and can close cleanly.
import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import next from 'next'
import { BoundedMessage, boundBody } from './shared/bound-body.mjs'
import { log } from './shared/log.mjs'
import { root } from './shared/paths.mjs'

const HOST = '0.0.0.0'
const TRIES = 20
// Requests under way may end; what is longer than this is cut.
const GRACE_MS = 3_000
// Longer than Next.js takes to start on a busy machine. After that the browser shows a page that loads itself again.
const HOLD_MS = 10_000

// Collect garbage when the old heap has grown by a fifth. By default it may grow several times over on a machine with much
// memory: 10,000 saved reviews left 680 MiB resident, of which 400 were live or needed anyway. New objects get 3 times 4 MiB
// (`--max-semi-space-size` in package.json, read before this file is) instead of 3 times 16: 370 instead of 440 MiB.
const HEAP_GROWTH_PERCENT = 20

/** Serves on `port`, or the next that is free. Returns the port and `close()`. */
export async function serve({ dev, port: wanted }) {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`)
  const server = createServer({ IncomingMessage: BoundedMessage })
  const answer = holdUntilReady(server)
  const port = await listen(server, wanted)
  // Sign-in must lead back to the address that was used: this machine's name, or its number on the local network.
  if (!process.env.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST ??= '1'
  const app = next({ dev, dir: root, hostname: 'localhost', port, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  answer((request, response) => {
    // Said by the socket, whatever the client says: limits on tries and the demo's sign-in count on it.
    request.headers['x-bilim-address'] = request.socket.remoteAddress ?? ''
    handle(request, response)
  })
  return { port, close: () => close(server, app) }
}

/**
 * The port is open before Next.js is ready: what comes in between is held, and what is held too long is told to come
 * again. Returns the function that takes the handler once there is one.
 */
function holdUntilReady(server) {
  let handle = null
  const held = new Set()
  server.on('request', (request, response) => {
    if (!boundBody(request, response)) return
    if (handle) return handle(request, response)
    const release = () => {
      clearTimeout(timer)
      handle(request, response)
    }
    const timer = setTimeout(() => {
      held.delete(release)
      answerNotReady(response)
    }, HOLD_MS)
    held.add(release)
  })
  return (ready) => {
    handle = ready
    for (const release of held) release()
    held.clear()
  }
}

const STARTING = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<title>Bilim</title><p>Bilim is starting. This page opens by itself.</p></html>
`

function answerNotReady(response) {
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': '1',
  })
  response.end(STARTING)
}

async function listen(server, wanted) {
  for (let port = wanted; port < wanted + TRIES; port += 1) {
    if (await listens(server, port)) return port
    log(`Port ${port} is taken; trying ${port + 1}.`)
  }
  throw new Error(`No free port from ${wanted} to ${wanted + TRIES - 1}.`)
}

function listens(server, port) {
  return new Promise((done, fail) => {
    const failed = (error) => (error.code === 'EADDRINUSE' ? done(false) : fail(error))
    server.once('error', failed)
    server.listen(port, HOST, () => {
      server.off('error', failed)
      done(true)
    })
  })
}

async function close(server, app) {
  // lib/resume-generation-at-start.ts sets it, out of reach of bundling. A database that does not answer must not keep this process.
  await globalThis.bilimReleaseJobs?.().catch(() => undefined)
  const closed = new Promise((done) => server.close(done))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(cut)
  await app.close()
  // lib/db.ts keeps the open database here, out of reach of bundling.
  await globalThis.bilimDatabase?.close()
}

/** The addresses under which this server is found, this machine's first. */
export function addresses(port) {
  const others = Object.values(networkInterfaces())
    .flat()
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
  return [`http://localhost:${port}`, ...others.map(({ address }) => `http://${address}:${port}`)]
}
