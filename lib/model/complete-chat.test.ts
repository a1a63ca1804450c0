import { type AddressInfo, createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type BadWay, LATE_MS, startBadModel } from '../../test/model-servers/bad-model'
import { type ModelServer, part, startModelServer } from '../../test/model-servers/model-server'
import { type ChatOptions, completeChat } from './complete-chat'
import type { ChatRequest } from './dialect'
import type { Deadlines } from './exchange'
import { MOST_CONTENT_BYTES } from './read-reply'
import type { ModelConnection } from './settings'

const servers: ModelServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** Two, three and four bytes in UTF-8. */
const CONTENT = '{"items": [{"key": "Ысык-Көл – 𝟭,𝟲𝟬𝟳 m"}]}'
const REQUEST: ChatRequest = {
  messages: [
    { role: 'system', content: 'Answer in JSON.' },
    { role: 'user', content: '1 The lake does not freeze.' },
  ],
  schema: { type: 'object' },
  mostTokens: 500,
}
const NOW = new Date('2026-12-02T12:00:00Z')
const LONG = { firstToken: 20_000, stall: 20_000, whole: 20_000 }

const connectionTo = (baseUrl: string, more: Partial<ModelConnection> = {}): ModelConnection => ({
  name: 'bad',
  baseUrl,
  apiKey: () => 'secret-key',
  isRemoteAllowed: false,
  ...more,
})

/** Asks a server that answers in this way; the pauses are noted and not made. */
async function askBadModel(
  way: BadWay,
  { request = REQUEST, ...options }: Partial<ChatOptions> & { request?: ChatRequest } = {},
) {
  const server = await startBadModel(way, CONTENT)
  servers.push(server)
  const pauses: number[] = []
  const outcome = await completeChat(connectionTo(server.url), request, {
    documentId: 'a',
    mayLeave: false,
    deadlines: LONG,
    random: () => 0,
    now: () => NOW,
    wait: async (ms) => void pauses.push(ms),
    ...options,
  })
  return { outcome, pauses, requests: server.requests }
}

describe('replies that can be read', () => {
  it('reads a stream, and sends the schema, the limit of tokens and the key', async () => {
    const { outcome, requests } = await askBadModel('well-behaved')
    expect(outcome).toEqual({
      kind: 'replied',
      content: CONTENT,
      promptTokens: 12,
      completionTokens: 7,
      format: 'schema',
      finish: 'stop',
    })
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer secret-key' },
      body: {
        model: 'bad',
        messages: REQUEST.messages,
        response_format: { type: 'json_schema', json_schema: { strict: true, schema: { type: 'object' } } },
        max_tokens: 500,
        stream: true,
        stream_options: { include_usage: true },
      },
    })
  })

  it.each<[BadWay, string]>([
    ['split-characters', 'characters split between chunks, after a byte order mark and a comment'],
    ['thinking', 'what follows <think>…</think>'],
    ['thinking-without-start', 'what follows </think>'],
    ['one-piece', 'a reply in one piece, though a stream was asked for'],
    ['wrong-content-type', 'a stream that is called JSON'],
    ['stays-open', 'a stream whose connection stays open'],
    ['limited-once-by-seconds', 'the second reply'],
  ])('%s: reads %s', async (way) => {
    const { outcome } = await askBadModel(way)
    expect(outcome).toMatchObject({ kind: 'replied', content: CONTENT, finish: 'stop' })
  })

  it('waits on while comments say that the server is at work', async () => {
    const { outcome } = await askBadModel('late-after-comments', { deadlines: { ...LONG, firstToken: LATE_MS / 2 } })
    expect(outcome).toMatchObject({ kind: 'replied', content: CONTENT })
  })

  it('hands on what stands around the JSON, for the reader of the reply', async () => {
    const { outcome } = await askBadModel('fences')
    expect(outcome).toMatchObject({ content: `Here it is:\n\`\`\`json\n${CONTENT}\n\`\`\`` })
  })

  it('says that a reply ends at the limit of tokens', async () => {
    const { outcome } = await askBadModel('cut-at-token-limit')
    expect(outcome).toMatchObject({ kind: 'replied', content: CONTENT, finish: 'length' })
  })

  it('estimates the tokens where the server does not count them', async () => {
    const { outcome } = await askBadModel('without-usage')
    expect(outcome).toMatchObject({ promptTokens: 11, completionTokens: Math.ceil(Buffer.byteLength(CONTENT) / 4) })
  })
})

it.each<[BadWay, string, boolean]>([
  ['empty', 'empty-reply', true],
  ['thinking-alone', 'empty-reply', true],
  ['closed-half-way', 'cut-off', true],
  ['no-end', 'cut-off', true],
  ['repetition', 'too-large', false],
  ['gigabyte', 'too-large', false],
  ['error-as-object', 'rejected', false],
  ['html', 'bad-reply', false],
  ['broken-json', 'bad-reply', false],
  ['other-json', 'bad-reply', false],
  ['content-filter', 'declined', false],
  ['redirect', 'redirected', false],
  ['unauthorised', 'unauthorised', false],
  ['out-of-credit', 'out-of-credit', false],
  ['not-found', 'not-found', false],
  ['prompt-too-long', 'prompt-too-long', false],
  ['bad-request', 'rejected', false],
  ['endless-refusal', 'rejected', false],
])('%s fails with %s; asking again can help: %s', async (way, reason, retryable) => {
  const { outcome, requests } = await askBadModel(way)
  expect(outcome).toMatchObject({ kind: 'failed', reason, retryable })
  expect(requests).toHaveLength(1)
})

it.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9.7\r\n', 'bad-reply'],
  ['headers without end', `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}`, 'bad-reply'],
  ['nothing', '', 'unreachable'],
  ['less than it stated', `HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n${part('a', 'stop')}`, 'cut-off'],
  ['compressed bytes', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\b', 'bad-reply'],
])('a server that sends %s fails', async (_what, bytes, reason) => {
  const server = createServer((socket) => {
    // The client leaves as soon as it knows.
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(bytes, 'latin1'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const options = { documentId: 'a', mayLeave: false, wait: async () => undefined }
  expect(await completeChat(connectionTo(`http://127.0.0.1:${port}/v1`), REQUEST, options)).toMatchObject({ reason })
  server.close()
})

it('repeats nothing of what a server says', async () => {
  const { outcome } = await askBadModel('bad-request')
  expect(outcome).toEqual({ kind: 'failed', reason: 'rejected', retryable: false, detail: 'HTTP 400' })
})

it('reads as much content as is allowed, and no byte more', async () => {
  const sizes = await Promise.all(
    [MOST_CONTENT_BYTES, MOST_CONTENT_BYTES + 1].map(async (size) => {
      const server = await startBadModel('well-behaved', 'x'.repeat(size))
      servers.push(server)
      return completeChat(connectionTo(server.url), REQUEST, { documentId: 'a', mayLeave: false })
    }),
  )
  expect(sizes.map((outcome) => (outcome.kind === 'failed' ? outcome.reason : outcome.kind))).toEqual([
    'replied',
    'too-large',
  ])
})

it.each<[BadWay, string, Partial<Deadlines>]>([
  ['silence', 'timeout', { firstToken: 100 }],
  ['stall', 'stalled', { stall: 100 }],
  ['comments-alone', 'timeout', { whole: 300 }],
])('%s ends with %s by the deadline %o', async (way, reason, deadline) => {
  const { outcome, requests } = await askBadModel(way, { deadlines: { ...LONG, ...deadline } })
  expect(outcome).toMatchObject({ kind: 'failed', reason, retryable: true })
  expect(requests.length).toBeLessThan(2)
})

describe('retries', () => {
  it.each<[BadWay, number]>([
    ['limited-once-by-seconds', 2500],
    ['limited-once-by-date', 30_500],
    ['timed-out-once', 500],
    ['busy-once', 500],
  ])('%s: asks again after %i ms', async (way, pause) => {
    const { outcome, pauses } = await askBadModel(way)
    expect(outcome).toMatchObject({ kind: 'replied', content: CONTENT })
    expect(pauses).toEqual([pause])
  })

  it.each<BadWay>(['server-error', 'error-in-reply'])('%s: asks four times, after growing pauses', async (way) => {
    const { outcome, pauses, requests } = await askBadModel(way, { random: () => 0.5 })
    expect(outcome).toEqual({ kind: 'failed', reason: 'server-error', retryable: true, detail: 'HTTP 500' })
    expect(pauses).toEqual([750, 1500, 3000])
    expect(requests).toHaveLength(4)
  })

  it('takes the status of an error inside a stream', async () => {
    const { outcome, requests } = await askBadModel('limit-in-stream')
    expect(outcome).toMatchObject({ reason: 'rate-limited', detail: 'HTTP 429' })
    expect(requests).toHaveLength(4)
  })

  it('does not wait an hour because the server says so', async () => {
    const { outcome, pauses } = await askBadModel('rate-limited')
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'rate-limited', retryable: true })
    expect(pauses).toEqual([])
  })

  it('hands on how long the server wants to be left alone', async () => {
    const { outcome, requests } = await askBadModel('rate-limited')
    expect(outcome).toHaveProperty('retryAfterMs', 3_600_000)
    expect(requests).toHaveLength(1)
  })

  it('looks up a name again, as it does with a server that cannot be reached', async () => {
    const server = await startBadModel('well-behaved', CONTENT)
    servers.push(server)
    let lookups = 0
    const pauses: number[] = []
    const { port } = new URL(server.url)
    const outcome = await completeChat(connectionTo(`http://model.test:${port}/v1`), REQUEST, {
      documentId: 'a',
      mayLeave: false,
      random: () => 0,
      wait: async (ms) => void pauses.push(ms),
      resolve: async () => {
        lookups += 1
        if (lookups < 3) throw new Error('EAI_AGAIN')
        return [{ address: '127.0.0.1', family: 4 }]
      },
    })
    expect(outcome).toMatchObject({ kind: 'replied', content: CONTENT })
    expect(pauses).toEqual([500, 1000])
  })

  it('ends the pause between look-ups at once when it is cancelled', async () => {
    const controller = new AbortController()
    let lookups = 0
    const outcome = await completeChat(connectionTo('http://model.test/v1'), REQUEST, {
      documentId: 'a',
      mayLeave: false,
      signal: controller.signal,
      wait: async () => controller.abort(),
      resolve: async () => {
        lookups += 1
        return []
      },
    })
    expect(outcome).toMatchObject({ reason: 'cancelled' })
    expect(lookups).toBe(1)
  })

  it('tries again when nobody listens', async () => {
    const server = await startBadModel('well-behaved')
    await server.close()
    const pauses: number[] = []
    const outcome = await completeChat(connectionTo(server.url), REQUEST, {
      documentId: 'a',
      mayLeave: false,
      wait: async (ms) => void pauses.push(ms),
    })
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'unreachable', retryable: true, detail: 'ECONNREFUSED' })
    expect(pauses).toHaveLength(3)
  })
})

describe('cancelling', () => {
  it.each<[BadWay, boolean]>([
    ['silence', false],
    ['stall', true],
  ])('ends a request at once and says whether its answer had begun: %s', async (way, isBegun) => {
    const { outcome } = await askBadModel(way, { signal: AbortSignal.timeout(100) })
    expect(outcome).toEqual({ kind: 'failed', reason: 'cancelled', retryable: true, detail: 'cancelled', isBegun })
  })

  it('ends a pause at once', async () => {
    const server = await startBadModel('server-error')
    servers.push(server)
    const controller = new AbortController()
    const random = () => {
      setTimeout(() => controller.abort(), 20)
      return 100
    }
    const options = { documentId: 'a', mayLeave: false, random, signal: controller.signal }
    expect(await completeChat(connectionTo(server.url), REQUEST, options)).toMatchObject({ reason: 'cancelled' })
    expect(server.requests).toHaveLength(1)
  })

  it('ends the wait for a turn at once', async () => {
    const server = await startBadModel('silence')
    servers.push(server)
    const ask = (signal: AbortSignal) =>
      completeChat(connectionTo(server.url), REQUEST, { documentId: 'a', mayLeave: false, signal })
    const controller = new AbortController()
    const first = ask(controller.signal)
    expect(await ask(AbortSignal.timeout(50))).toMatchObject({ reason: 'cancelled' })
    controller.abort()
    expect(await first).toMatchObject({ reason: 'cancelled' })
    expect(server.requests.length).toBeLessThan(2)
  })

  it('sends nothing when it came first', async () => {
    const { outcome, requests } = await askBadModel('well-behaved', { signal: AbortSignal.abort() })
    expect(outcome).toMatchObject({ reason: 'cancelled' })
    expect(requests).toEqual([])
  })
})

describe('what a server does not take is found out once', () => {
  it.each<[BadWay, string, number]>([
    ['without-schema', 'json', 2],
    ['text-alone', 'text', 3],
    ['ignores-schema', 'schema', 1],
    ['other-token-limit', 'schema', 2],
    ['fixed-temperature', 'schema', 2],
    ['without-stream-options', 'schema', 2],
  ])('%s: the reply comes in the format %s after %i requests, and the next one at once', async (way, format, count) => {
    const server = await startBadModel(way, CONTENT)
    servers.push(server)
    const ask = () => completeChat(connectionTo(server.url), REQUEST, { documentId: 'a', mayLeave: false })
    expect(await ask()).toMatchObject({ kind: 'replied', format })
    expect(server.requests).toHaveLength(count)
    expect(await ask()).toMatchObject({ kind: 'replied', format })
    expect(server.requests).toHaveLength(count + 1)
  })

  it('asks for text where no schema is given', async () => {
    const { outcome, requests } = await askBadModel('well-behaved', { request: { ...REQUEST, schema: null } })
    expect(outcome).toMatchObject({ format: 'text' })
    expect(requests[0]?.body).not.toHaveProperty('response_format')
  })
})

describe('where it connects', () => {
  it('asks the address that was judged, not what the name resolves to later', async () => {
    const server = await startBadModel('well-behaved', CONTENT)
    servers.push(server)
    const answers = ['127.0.0.1', '169.254.169.254']
    const { port } = new URL(server.url)
    const outcome = await completeChat(connectionTo(`http://model.test:${port}/v1`), REQUEST, {
      documentId: 'a',
      mayLeave: false,
      resolve: async () => [{ address: answers.shift() ?? '', family: 4 }],
    })
    expect(outcome).toMatchObject({ kind: 'replied', content: CONTENT })
    expect(server.requests[0]?.headers.host).toBe(`model.test:${port}`)
  })

  it.each([
    ['the operator', { isRemoteAllowed: false }, true],
    ['the author', { isRemoteAllowed: true }, false],
  ])('sends nothing outside without the yes of %s', async (_who, connection, mayLeave) => {
    const outcome = await completeChat(connectionTo('https://model.test/v1', connection), REQUEST, {
      documentId: 'a',
      mayLeave,
      resolve: async () => [{ address: '203.0.113.7', family: 4 }],
    })
    expect(outcome).toEqual({
      kind: 'failed',
      reason: 'refused-address',
      retryable: false,
      detail: 'remote-not-allowed',
    })
  })
})

it('asks a model on this machine one thing at a time, and takes documents in turn', async () => {
  const asked: string[] = []
  let isBusy = false
  const server = await startModelServer(['slow'], (response, body) => {
    expect(isBusy).toBe(false)
    isBusy = true
    asked.push(body.messages[0]?.content ?? '')
    setTimeout(() => {
      isBusy = false
      response.writeHead(404).end()
    }, 20)
  })
  servers.push(server)
  await Promise.all(
    ['a1', 'a2', 'a3', 'b1'].map((content) =>
      completeChat(
        connectionTo(server.url),
        { messages: [{ role: 'user', content }], schema: null, mostTokens: 10 },
        { documentId: content.slice(0, 1), mayLeave: false },
      ),
    ),
  )
  expect(asked).toEqual(['a1', 'a2', 'b1', 'a3'])
})
