import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Address } from './address'
import { type FailureReason, failed, type ModelFailure } from './failure'
import type { ModelConnection } from './settings'

/** In milliseconds. */
export type Deadlines = {
  /** Without a sign of the server before the reply begins. */
  readonly firstToken: number
  /** Without a sign of the server within the reply. */
  readonly stall: number
  readonly whole: number
}

export type HttpExchange = {
  /** After the base URL of the model. */
  readonly path: string
  /** Sent with POST as JSON; without one it is a GET. */
  readonly body: Readonly<Record<string, unknown>> | null
  /** The only ones that are connected to. */
  readonly addresses: readonly Address[]
  readonly deadlines: Deadlines
  readonly signal: AbortSignal | undefined
}

export type HttpResponse = {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: AsyncIterable<Uint8Array>
  /** From the first call on, silence counts as a stall. */
  readonly sawToken: () => void
}

/** Of a response with all that surrounds its content: a token of a stream takes some 250 bytes. */
const MOST_RESPONSE_BYTES = 16 * 1024 * 1024

/**
 * Sends a request and lets `read` read the response; the connection ends with it. Redirects are not followed and proxies not
 * used: nothing but the given addresses is connected to.
 */
export async function exchange<T>(
  connection: ModelConnection,
  sent: HttpExchange,
  read: (response: HttpResponse) => Promise<T>,
): Promise<T | ModelFailure> {
  if (sent.signal?.aborted) return failed('cancelled')
  const watch = watchOver(sent)
  let hasResponse = false
  try {
    const response = await send(connection, sent, watch.signal)
    hasResponse = true
    return await read({
      status: response.statusCode ?? 0,
      header: (name) => response.headers[name]?.toString(),
      body: watched(response, watch.sawBytes),
      sawToken: watch.sawToken,
    })
  } catch (error) {
    const interruption = watch.interruption()
    if (interruption) return { ...failed(interruption), isBegun: hasResponse }
    const code = codeOf(error)
    if (!code) throw error
    return failed(reasonOf(code, hasResponse), code)
  } finally {
    watch.end()
  }
}

async function* watched(response: IncomingMessage, sawBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of response as AsyncIterable<Buffer>) {
    sawBytes(chunk.length)
    yield chunk
  }
}

type Interruption = Extract<FailureReason, 'cancelled' | 'timeout' | 'stalled' | 'too-large'>

/** Ends an exchange that takes too long, is too large, or is cancelled. */
function watchOver({ deadlines, signal }: HttpExchange) {
  const controller = new AbortController()
  let interrupted: Interruption | null = null
  let bytes = 0
  const interrupt = (reason: Interruption) => {
    interrupted ??= reason
    controller.abort()
  }
  const cancel = () => interrupt('cancelled')
  signal?.addEventListener('abort', cancel, { once: true })
  const whole = setTimeout(interrupt, deadlines.whole, 'timeout')
  let silence = setTimeout(interrupt, deadlines.firstToken, 'timeout')
  let hasBegun = false
  return {
    signal: controller.signal,
    interruption: () => interrupted,
    sawBytes(count: number) {
      bytes += count
      silence.refresh()
      if (bytes > MOST_RESPONSE_BYTES) interrupt('too-large')
    },
    sawToken() {
      if (hasBegun) return
      hasBegun = true
      clearTimeout(silence)
      silence = setTimeout(interrupt, deadlines.stall, 'stalled')
    },
    end() {
      clearTimeout(whole)
      clearTimeout(silence)
      signal?.removeEventListener('abort', cancel)
      controller.abort()
    },
  }
}

function send(
  { baseUrl, apiKey }: ModelConnection,
  { path, body, addresses }: HttpExchange,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(`${baseUrl}${path}`)
  const json = body ? JSON.stringify(body) : null
  const key = apiKey()
  const options: RequestOptions = {
    method: json === null ? 'GET' : 'POST',
    headers: {
      accept: json === null ? 'application/json' : 'text/event-stream, application/json',
      ...(json === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    agent: false,
    lookup: lookupOf(addresses),
    signal,
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, resolve)
    // It stays after the response began: an error without a listener would end the process.
    request.on('error', reject)
    request.end(json ?? undefined)
  })
}

/** Node.js asks for all addresses or for one. */
const lookupOf =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, callback) => {
    const [first] = addresses
    if (options.all) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }

function codeOf(error: unknown): string | null {
  // The error of several addresses holds those of each.
  const cause = error instanceof AggregateError ? error.errors[0] : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null
}

function reasonOf(code: string, hasResponse: boolean): FailureReason {
  if (code.startsWith('HPE_')) return 'bad-reply'
  return hasResponse ? 'cut-off' : 'unreachable'
}
