import { setTimeout } from 'node:timers/promises'
import { estimateTokens } from '../core/shared/estimate-tokens'
import type { RandomSource } from '../core/shared/random'
import { MINUTE_MS, SECOND_MS } from '../core/shared/time'
import { findTarget, type ModelPlace, type ModelTarget, type ResolveHost } from './address'
import {
  adaptDialect,
  type ChatRequest,
  type Dialect,
  FIRST_DIALECT,
  formatOf,
  type ReplyFormat,
  writeBody,
} from './dialect'
import { type Deadlines, exchange, type HttpResponse } from './exchange'
import { type FailureReason, failed, failureOfStatus, type ModelFailure } from './failure'
import { createFairLimiter, type FairLimiter } from './fair-limiter'
import { type Reply, readReply } from './read-reply'
import type { ModelConnection } from './settings'

export type ChatReply = {
  readonly kind: 'replied'
  readonly content: string
  /** Estimated where the server does not say. */
  readonly promptTokens: number
  readonly completionTokens: number
  readonly format: ReplyFormat
  readonly finish: 'stop' | 'length'
}

export type ChatOptions = {
  /** Documents take turns. */
  readonly documentId: string
  /** Whether the author lets this document leave this machine and the private networks. The operator must allow it as well. */
  readonly mayLeave: boolean
  readonly signal?: AbortSignal
  readonly deadlines?: Deadlines
  readonly random?: RandomSource
  readonly now?: () => Date
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>
  readonly resolve?: ResolveHost
  /** Of what may pass by itself. */
  readonly mostRetries?: number
}

/** Enough for a processor without a graphics card to load a model and to read a prompt of 4,096 tokens. */
const DEADLINES: Deadlines = { firstToken: 300 * SECOND_MS, stall: 60 * SECOND_MS, whole: 600 * SECOND_MS }
/** By where the model is: requests to one server, and windows of one document, at the same time. */
export const REQUESTS_AT_ONCE: Readonly<Record<ModelPlace, number>> = {
  'this-machine': 1,
  'private-network': 4,
  outside: 4,
}

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & {
  bilimModels?: { limiters: Map<string, FairLimiter>; dialects: Map<string, Dialect> }
}

/** Asks the model and waits for its turn first. Nothing of what is sent or received is logged. */
export async function completeChat(
  connection: ModelConnection,
  request: ChatRequest,
  options: ChatOptions,
): Promise<ChatReply | ModelFailure> {
  const allowed = { ...connection, isRemoteAllowed: connection.isRemoteAllowed && options.mayLeave }
  const target = await retry(() => findTarget(allowed, options.resolve), options)
  if (target.kind === 'failed') return target
  const release = await limiterOf(connection, target).acquire(options.documentId, options.signal)
  if (!release) return failed('cancelled')
  try {
    return await retry(() => ask(connection, request, { target, options }), options)
  } finally {
    release()
  }
}

const idOf = ({ baseUrl, name }: ModelConnection) => `${baseUrl} ${name}`

function stateOfModels() {
  shared.bilimModels ??= { limiters: new Map(), dialects: new Map() }
  return shared.bilimModels
}

/** The next request asks again for all that a server may understand: it may have changed since. */
export const forgetDialect = (connection: ModelConnection): void =>
  void stateOfModels().dialects.delete(idOf(connection))

const dialectOf = (connection: ModelConnection): Dialect =>
  stateOfModels().dialects.get(idOf(connection)) ?? FIRST_DIALECT

/** One for each server, whatever its models are called: they share its processors. */
function limiterOf({ baseUrl }: ModelConnection, { place }: ModelTarget): FairLimiter {
  const { limiters } = stateOfModels()
  const limiter = limiters.get(baseUrl) ?? createFairLimiter(REQUESTS_AT_ONCE[place])
  limiters.set(baseUrl, limiter)
  return limiter
}

const MOST_RETRIES = 3
const FIRST_PAUSE_MS = SECOND_MS
/** If the server wants a longer pause, this request fails at once and says how long the caller should wait. */
const LONGEST_PAUSE_MS = MINUTE_MS
const RETRIED: readonly FailureReason[] = ['rate-limited', 'server-error', 'unreachable']

/** Tries again what may pass by itself, after growing pauses. */
async function retry<T extends { readonly kind: 'replied' | 'allowed' }>(
  send: () => Promise<T | ModelFailure>,
  { signal, random = Math.random, wait = pause, mostRetries = MOST_RETRIES }: ChatOptions,
): Promise<T | ModelFailure> {
  for (let retries = 0; ; retries++) {
    const outcome = await send()
    if (outcome.kind !== 'failed') return outcome
    const { retryAfterMs = 0, ...failure } = outcome
    if (retryAfterMs > LONGEST_PAUSE_MS) return outcome
    if (!RETRIED.includes(failure.reason) || retries === mostRetries) return failure
    await wait(retryAfterMs + FIRST_PAUSE_MS * 2 ** retries * (0.5 + random() / 2), signal)
    if (signal?.aborted) return failed('cancelled')
  }
}

/** Ends early when the signal does. */
const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined)

type Sent = { readonly target: ModelTarget; readonly options: ChatOptions }

/** Asks in the dialect that the server takes, which its refusals tell: found out once for each model in a process. */
async function ask(connection: ModelConnection, request: ChatRequest, sent: Sent): Promise<ChatReply | ModelFailure> {
  for (;;) {
    const dialect = dialectOf(connection)
    const outcome = await askOnce(connection, writeBody(connection.name, request, dialect), sent)
    if (outcome.kind === 'failed') return outcome
    const format = formatOf(request, dialect)
    if (outcome.kind === 'reply') return { ...withUsage(outcome, request), format }
    const adapted = adaptDialect(dialect, format, outcome)
    if (!adapted) return { ...failureOfStatus(outcome.status, outcome.body), retryAfterMs: outcome.retryAfterMs }
    // A request beside this one may have gone further already.
    if (dialectOf(connection) === dialect) stateOfModels().dialects.set(idOf(connection), adapted)
  }
}

function askOnce(
  connection: ModelConnection,
  body: Readonly<Record<string, unknown>>,
  { target: { addresses }, options: { now = () => new Date(), deadlines = DEADLINES, signal } }: Sent,
): Promise<Reply | Refusal | ModelFailure> {
  return exchange(
    connection,
    { path: '/chat/completions', body, addresses, deadlines, signal },
    (response): Promise<Reply | Refusal | ModelFailure> =>
      response.status === 200 ? readReply(response.body, response.sawToken) : readRefusal(response, now()),
  )
}

type Refusal = {
  readonly kind: 'refusal'
  readonly status: number
  readonly body: string
  readonly retryAfterMs: number
}

/** What tells refusals apart is at the beginning. */
const MOST_REFUSAL_BYTES = 64 * 1024

async function readRefusal({ status, header, body }: HttpResponse, now: Date): Promise<Refusal> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST_REFUSAL_BYTES) break
  }
  return {
    kind: 'refusal',
    status,
    body: Buffer.concat(chunks).toString('utf8'),
    retryAfterMs: readRetryAfter(header('retry-after'), now),
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function readRetryAfter(value: string | undefined, now: Date): number {
  if (!value) return 0
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * SECOND_MS : Date.parse(value) - now.getTime()
  return Math.max(0, ms || 0)
}

function withUsage({ content, usage, finish }: Reply, { messages }: ChatRequest): Omit<ChatReply, 'format'> {
  const estimated = {
    promptTokens: estimateTokens(messages.map((message) => message.content).join('\n')),
    completionTokens: estimateTokens(content),
  }
  return { kind: 'replied', content, finish, ...(usage ?? estimated) }
}
