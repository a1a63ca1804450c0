import type { ServerResponse } from 'node:http'
import {
  type ChatBody,
  DONE,
  event,
  type ModelServer,
  part,
  sendJson,
  sendReply,
  startModelServer,
  startStream,
} from './model-server'

/** When the reply of `late-after-comments` begins. */
export const LATE_MS = 800

const USAGE = { prompt_tokens: 12, completion_tokens: 7 }

type Asked = { readonly body: ChatBody; readonly count: number }
type Answer = (response: ServerResponse, content: string, asked: Asked) => void

const answerWell: Answer = (response, content) => sendReply(response, content, USAGE)

const refuse =
  (status: number, message: string, headers = {}): Answer =>
  (response) =>
    sendJson(response, status, { error: { message, type: 'invalid_request_error' } }, headers)

/** Refuses once, and answers well after that. */
const refuseFirst =
  (first: Answer): Answer =>
  (response, content, asked) =>
    (asked.count === 1 ? first : answerWell)(response, content, asked)

/** Refuses what it does not take with a message that names it. */
const refuseIf =
  (isRefused: (body: ChatBody) => boolean, message: string): Answer =>
  (response, content, asked) =>
    (isRefused(asked.body) ? refuse(400, message) : answerWell)(response, content, asked)

/** Writes until the reader leaves, and waits while the reader does not read. */
function writeWithoutEnd(response: ServerResponse, text: string): void {
  const write = () => {
    if (response.destroyed) return
    if (response.write(text)) setImmediate(write)
    else response.once('drain', write)
  }
  write()
}

const answers = {
  'well-behaved': answerWell,

  // Replies that can be read.
  'split-characters'(response, content) {
    startStream(response).socket?.setNoDelay(true)
    const bytes = Buffer.from(`\uFEFF: hello\r\n\r\n${part(content, 'stop').replaceAll('\n', '\r\n')}${DONE}`)
    const write = (at: number) => {
      if (at < bytes.length) response.write(bytes.subarray(at, at + 1), () => write(at + 1))
      else response.end()
    }
    write(0)
  },
  fences: (response, content) => sendReply(response, `Here it is:\n\`\`\`json\n${content}\n\`\`\`\n`, USAGE),
  thinking: (response, content) => sendReply(response, `<think>Perhaps {"so"}?</think>\n\n${content}`, USAGE),
  'thinking-without-start': (response, content) => sendReply(response, `Perhaps so?\n</think>\n${content}`, USAGE),
  'ignores-schema': (response, content) => sendReply(response, `Of course! ${content}`, USAGE),
  'cut-at-token-limit': (response, content) => startStream(response).end(part(content, 'length') + DONE),
  'one-piece': (response, content) => sendReply(response, content, USAGE, false),
  'wrong-content-type'(response, content) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(part(content, 'stop') + DONE)
  },
  'stays-open': (response, content) => void startStream(response).write(part(content, 'stop') + DONE),
  'late-after-comments'(response, content) {
    startStream(response)
    const timer = setInterval(() => response.write(': waiting\n\n'), 20)
    setTimeout(() => {
      clearInterval(timer)
      response.end(part(content, 'stop') + DONE)
    }, LATE_MS)
  },
  'without-usage': (response, content) => startStream(response).end(part(content, 'stop') + DONE),

  // Replies that cannot.
  empty: (response) => startStream(response).end(part('', 'stop') + DONE),
  'thinking-alone': (response) => startStream(response).end(part('<think>Perhaps', 'length') + DONE),
  'closed-half-way'(response, content) {
    startStream(response).write(part(content), () => response.destroy())
  },
  'no-end': (response, content) => startStream(response).end(part(content)),
  repetition: (response) => writeWithoutEnd(startStream(response), part('and so on '.repeat(100))),
  gigabyte: (response) => writeWithoutEnd(startStream(response), 'data: '.padEnd(65_536, 'x')),
  stall: (response) => void startStream(response).write(part('{"items": [')),
  silence: () => undefined,
  'comments-alone'(response) {
    startStream(response)
    const timer = setInterval(() => response.write(': waiting\n\n'), 10)
    response.once('close', () => clearInterval(timer))
  },
  'error-in-reply': (response) => sendJson(response, 200, { error: { message: 'The model crashed', code: 500 } }),
  'limit-in-stream'(response) {
    startStream(response).end(part('{"it') + event({ error: { message: 'Slow down', code: 429 } }))
  },
  'error-as-object': (response) => sendJson(response, 200, { object: 'error', message: 'Too much', code: 400 }),
  html: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
  'broken-json': (response) => startStream(response).end('data: {"choices": [\n\n'),
  'other-json': (response) => startStream(response).end('data: {"choices": "none"}\n\n'),
  'content-filter': (response) => startStream(response).end(part('', 'content_filter') + DONE),

  // Refusals.
  redirect(response) {
    response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end()
  },
  unauthorised: refuse(401, 'Wrong key'),
  'out-of-credit': refuse(429, 'You exceeded your quota (insufficient_quota)'),
  'not-found': refuse(404, 'No such model'),
  'prompt-too-long': refuse(400, 'The request exceeds the available context size'),
  'bad-request': refuse(400, 'Something is wrong'),
  'server-error': refuse(500, 'Out of memory'),
  'endless-refusal': (response) => writeWithoutEnd(response.writeHead(400), 'x'.repeat(65_536)),
  'rate-limited': refuse(429, 'Slow down', { 'retry-after': '3600' }),
  'limited-once-by-seconds': refuseFirst(refuse(429, 'Slow down', { 'retry-after': '2' })),
  'limited-once-by-date': refuseFirst(refuse(429, 'Slow down', { 'retry-after': 'Wed, 02 Dec 2026 12:00:30 GMT' })),
  'timed-out-once': refuseFirst(refuse(408, 'Timeout')),
  'busy-once': refuseFirst(refuse(503, 'Loading the model')),

  // Servers that take less than the protocol allows.
  'without-schema': refuseIf(
    ({ response_format }) => response_format?.type === 'json_schema',
    'This response_format type is unavailable now',
  ),
  'text-alone': refuseIf(({ response_format }) => response_format !== undefined, 'response_format: not permitted'),
  'other-token-limit': refuseIf(
    ({ max_tokens }) => max_tokens !== undefined,
    "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
  ),
  'fixed-temperature': refuseIf(({ temperature }) => temperature !== undefined, "Unsupported value: 'temperature'"),
  'without-stream-options': refuseIf(({ stream_options }) => stream_options !== undefined, 'Extra: stream_options'),
} satisfies Record<string, Answer>

export type BadWay = keyof typeof answers

/** A server of the chat protocol that answers each chat in this way, with `content` where its reply has any. */
export function startBadModel(way: BadWay, content = '{"items": []}'): Promise<ModelServer> {
  const answer: Answer = answers[way]
  return startModelServer([MODEL], (response, body, count) => answer(response, content, { body, count }))
}

/** The name by which it lists its model. */
const MODEL = 'bad'
