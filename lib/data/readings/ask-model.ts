import 'server-only'
import type { ModelReply, ModelRequest } from '../../core/generation/finder'
import { DAY_MS } from '../../core/shared/time'
import { db, type Tx } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { ChatReply } from '../../model/complete-chat'
import { isConsentedTo, type ModelConsent, type NamedModel } from '../../model/consent'
import { createFailureCount, type ModelFailure } from '../../model/failure'
import { isMonthUsedUp, monthAfter, monthOf } from './find-reading'
import type { PauseReason } from './reading-row'

/** For which document the model is asked, and to which model its text may go. */
type Sender = { readonly documentId: string; readonly consent: ModelConsent; readonly signal: AbortSignal }

/** Sends a request to the model. */
type SendRequest = (request: ModelRequest, sender: Sender) => Promise<ChatReply | ModelFailure>

/** The reading ends before the document does. */
export class ReadingEnded extends Error {
  readonly state: 'paused' | 'limit'
  readonly reason: PauseReason | ''
  /** When it goes on by itself; null: when its author asks. */
  readonly resumeAt: Date | null
  constructor(state: 'paused' | 'limit', reason: PauseReason | '' = '', resumeAt: Date | null = null) {
    super(`The reading ended: ${reason || state}.`)
    this.state = state
    this.reason = reason
    this.resumeAt = resumeAt
  }
}

export type Model = NamedModel & {
  readonly send: SendRequest
  /** Of all documents in a month; null: no limit. */
  readonly monthlyTokens: number | null
  /** By what a reply is found again. */
  readonly hashOf: (model: string, request: ModelRequest) => string
  /** Whether a reply has what was asked for. */
  readonly isReadable: (request: ModelRequest, reply: string) => boolean
}

/** Who asks, and how a reply is saved with the tokens that it took. */
export type Asking = Sender & {
  readonly clock: () => Date
  readonly save: (taken: Prisma.ModelReadingUpdateManyMutationInput, work: (tx: Tx) => Promise<void>) => Promise<void>
}

/**
 * Asks the model for a document. A reply is saved before it is used, so a reading that was cut off asks nothing twice. Three
 * failures in a row pause the reading, and one does until its end where the server asks for a long pause; a request that alone fails for good
 * gives null, and its stage is skipped. So does one whose replies cannot be read, where others could be. Throws `ReadingEnded` if the author consented to another model, and the reason of the
 * signal once it is aborted.
 */
export function createAsker(asking: Asking, model: Model) {
  const { documentId, consent, signal } = asking
  if (!isConsentedTo(consent, model)) throw new ReadingEnded('paused', 'other-model')
  const failures = createFailureCount()
  let hasRead = false
  return ask

  async function ask(request: ModelRequest): Promise<ModelReply> {
    const hash = model.hashOf(model.name, request)
    const saved = await db().modelReply.findUnique({ where: { documentId_hash: { documentId, hash } } })
    const reply = saved ? null : await sendUntilRead(request)
    if (reply) await saveReply(asking, model.name, hash, reply)
    hasRead ||= saved !== null || reply !== null
    return (saved ?? reply)?.content ?? null
  }

  /** Null where this request fails for good, or no reply to it can be read; its tokens count all the same. */
  async function sendUntilRead(request: ModelRequest): Promise<ChatReply | null> {
    for (let unread = 0; unread < MOST_UNREAD; unread++) {
      const reply = await sendUntilReplied(request)
      if (reply === null || model.isReadable(request, reply.content)) return reply
      await saveTokens(asking, model.name, reply)
    }
    if (!hasRead) throw new ReadingEnded('paused', 'bad-reply')
    return null
  }

  /** Null where this request fails for good. */
  async function sendUntilReplied(request: ModelRequest): Promise<ChatReply | null> {
    await expectTokensLeft(model, asking.clock())
    const outcome = await model.send(request, { documentId, consent, signal })
    signal.throwIfAborted()
    if (outcome.kind === 'failed') {
      if (failures.isLast(outcome))
        throw new ReadingEnded('paused', outcome.reason, afterPause(outcome, asking.clock()))
      return outcome.retryable ? sendUntilReplied(request) : null
    }
    failures.reset()
    return outcome
  }
}

/** How often a request whose reply cannot be read is sent. */
const MOST_UNREAD = 2

/** A service that names a longer pause is not waited for. */
const LONGEST_PAUSE_MS = 30 * DAY_MS

function afterPause({ retryAfterMs }: ModelFailure, now: Date): Date | null {
  if (retryAfterMs === undefined || retryAfterMs > LONGEST_PAUSE_MS) return null
  return new Date(now.getTime() + retryAfterMs)
}

async function expectTokensLeft({ monthlyTokens }: Model, now: Date): Promise<void> {
  if (monthlyTokens !== null && (await isMonthUsedUp(monthlyTokens, now)))
    throw new ReadingEnded('limit', '', monthAfter(now))
}

function saveReply(
  { documentId, clock, save }: Asking,
  model: string,
  hash: string,
  { content, ...tokens }: ChatReply,
): Promise<void> {
  const { promptTokens, completionTokens } = tokens
  return save(takenBy(tokens), async (tx) => {
    const reply = { documentId, hash, content, promptTokens, completionTokens, createdAt: clock() }
    await tx.modelReply.createMany({ data: [reply], skipDuplicates: true })
    await addUsage(tx, documentId, { month: monthOf(clock()), model, promptTokens, completionTokens })
  })
}

type Tokens = Pick<ChatReply, 'promptTokens' | 'completionTokens'>

const takenBy = ({ promptTokens, completionTokens }: Tokens) => {
  return { promptTokens: { increment: promptTokens }, completionTokens: { increment: completionTokens } }
}

/** Of a reply that is not kept. */
const saveTokens = ({ clock, save }: Asking, model: string, { promptTokens, completionTokens }: Tokens) =>
  save(takenBy({ promptTokens, completionTokens }), (tx) =>
    addToMonth(tx, { month: monthOf(clock()), model, promptTokens, completionTokens }, 0),
  )

type Usage = {
  readonly month: Date
  readonly model: string
  readonly promptTokens: number
  readonly completionTokens: number
}

/** What a trial by the operator took. It is about no document. */
export const countTrial = (tokens: Omit<Usage, 'month'>, now: Date): Promise<void> =>
  db().$transaction((tx) => addToMonth(tx, { ...tokens, month: monthOf(now) }, 0))

/** A document counts in the month of its first reply. */
async function addUsage(tx: Tx, documentId: string, usage: Usage): Promise<void> {
  const isFirst = (await tx.modelReply.count({ where: { documentId }, take: 2 })) === 1
  await addToMonth(tx, usage, Number(isFirst))
}

async function addToMonth(tx: Tx, usage: Usage, documents: number): Promise<void> {
  const { month, model, promptTokens, completionTokens } = usage
  await tx.modelUsage.upsert({
    where: { month_model: { month, model } },
    create: { month, model, promptTokens, completionTokens, documents },
    update: {
      promptTokens: { increment: promptTokens },
      completionTokens: { increment: completionTokens },
      documents: { increment: documents },
    },
  })
}
