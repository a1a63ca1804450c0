/** Why there is no reply, and whether asking again later can help. */
const RETRYABLE = {
  cancelled: true,
  unreachable: true,
  /** By what is allowed; nothing was sent. `detail` says which rule. */
  'refused-address': false,
  timeout: true,
  stalled: true,
  'too-large': false,
  'rate-limited': true,
  'out-of-credit': false,
  unauthorised: false,
  'not-found': false,
  redirected: false,
  /** More than the model can read at once. */
  'prompt-too-long': false,
  /** Another status from 400 to 499. */
  rejected: false,
  'server-error': true,
  /** Something else than a reply of the protocol. */
  'bad-reply': false,
  /** The connection ended before the reply did. */
  'cut-off': true,
  'empty-reply': true,
  /** The model or its filter would not answer. */
  declined: false,
} as const

export type FailureReason = keyof typeof RETRYABLE

export type ModelFailure = {
  readonly kind: 'failed'
  readonly reason: FailureReason
  readonly retryable: boolean
  /** A status or a code for the operator; never text of the request or of the reply. */
  readonly detail: string
  /** The pause that the server asks for, where it is longer than a request waits. Until then nothing should be asked. */
  readonly retryAfterMs?: number
  /** The server had begun to answer. */
  readonly isBegun?: boolean
}

export const failed = (reason: FailureReason, detail: string = reason): ModelFailure => ({
  kind: 'failed',
  reason,
  retryable: RETRYABLE[reason],
  detail,
})

const MOST_FAILURES_IN_A_ROW = 3
/** The next request would fail as well. */
const LASTING: ReadonlySet<FailureReason> = new Set([
  'unauthorised',
  'not-found',
  'out-of-credit',
  'redirected',
  'refused-address',
])

/** Tells when to ask no more: after three failures in a row, or one that the next request would meet as well. */
export function createFailureCount() {
  let inARow = 0
  return {
    reset(): void {
      inARow = 0
    },
    /** Whether this failure is the last. */
    isLast({ reason, retryAfterMs }: ModelFailure): boolean {
      inARow += 1
      return inARow >= MOST_FAILURES_IN_A_ROW || LASTING.has(reason) || retryAfterMs !== undefined
    },
  }
}

const BY_STATUS: Readonly<Record<number, FailureReason>> = {
  401: 'unauthorised',
  402: 'out-of-credit',
  403: 'unauthorised',
  404: 'not-found',
  408: 'server-error',
  413: 'prompt-too-long',
  429: 'rate-limited',
}

/** What a status other than 200 means. The body only tells apart what has one status. */
export function failureOfStatus(status: number, body: string): ModelFailure {
  return failed(reasonOf(status, body), `HTTP ${status}`)
}

function reasonOf(status: number, body: string): FailureReason {
  if (status === 429 && /insufficient_quota|billing/i.test(body)) return 'out-of-credit'
  if (isClientError(status) && /context[ _](?:length|size|window)|exceed_context|too many tokens/i.test(body))
    return 'prompt-too-long'
  const known = BY_STATUS[status]
  if (known) return known
  if (status >= 500) return 'server-error'
  if (status >= 400) return 'rejected'
  return status >= 300 ? 'redirected' : 'bad-reply'
}

const isClientError = (status: number) => status === 400 || status === 422

/** Servers report some errors inside a reply with status 200, with or without a status of its own. */
export function failureOfErrorObject(error: unknown): ModelFailure {
  const { code, status } = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {}
  const stated = [code, status].map(Number).find((number) => number >= 400 && number < 600)
  return failureOfStatus(stated ?? 500, JSON.stringify(error))
}
