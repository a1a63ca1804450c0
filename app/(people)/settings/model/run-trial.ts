import 'server-only'
import type { CheckOfTrial, Trial } from '@/components/model/try-model'
import { structureDocument } from '@/lib/core/document/structure-document'
import type { Draft } from '@/lib/core/generation/draft'
import type { Found, ModelReply, ModelRequest, SecondReadingStage } from '@/lib/core/generation/finder'
import { type Admitted, openGate } from '@/lib/core/generation/gate'
import { modelFinder } from '@/lib/core/generation/model/model-finder'
import { isReadable } from '@/lib/core/generation/model/requests'
import { readProposals } from '@/lib/core/generation/read-reply'
import { MINUTE_MS, SECOND_MS } from '@/lib/core/shared/time'
import { type ChatReply, completeChat, forgetDialect } from '@/lib/model/complete-chat'
import type { ReplyFormat } from '@/lib/model/dialect'
import { type FailureReason, failed, type ModelFailure } from '@/lib/model/failure'
import { findInPart, inTurn } from '@/lib/model/find-in-document'
import type { ModelConnection } from '@/lib/model/settings'
import type { refusalSentences } from '../../../(learn)/decks/[id]/refusal-sentence'

const SENTENCE = 'A tarn lies in a hollow that a glacier has ground into the rock.'
const TRIAL_WITHIN_MS = MINUTE_MS

/** Takes the tokens of a reply. */
export type CountTokens = (tokens: Pick<ChatReply, 'promptTokens' | 'completionTokens'>) => Promise<void>

type SentenceOf = Awaited<ReturnType<typeof refusalSentences>>

type Options = {
  readonly sentenceOf: SentenceOf
  readonly skippedStages: readonly SecondReadingStage[]
  readonly within?: number
}

/** Asks the model about one sentence of ours, by the same stages and checks as a document. */
export async function runTrial(
  connection: ModelConnection,
  count: CountTokens,
  { sentenceOf, skippedStages, within = TRIAL_WITHIN_MS }: Options,
): Promise<Trial> {
  const started = performance.now()
  forgetDialect(connection)
  const document = { ...structureDocument({ title: null, text: SENTENCE, format: 'txt' }), language: 'eng' }
  const finder = modelFinder(`model:${connection.name}`, { depth: 'key', language: document.language }, skippedStages)
  const asker = createAsker(connection, count, within)
  const [part] = finder.parts(document)
  if (!part) throw new Error('The sentence of the trial has no part.')
  const found = await findInPart(finder, part, document, inTurn(asker.ask))
  const seconds = (performance.now() - started) / SECOND_MS
  const admitted = openGate(document).admit(found.drafts)
  const [item] = admitted.items
  const [draft] = found.drafts
  return {
    kind: 'tried',
    ...{ seconds, sentence: SENTENCE, tokens: asker.tokens },
    ...checksOf(asker, { found, admitted, draft }, sentenceOf),
    item: item && draft ? { question: item.stem, answer: draft.answerSpan } : null,
  }
}

/** Counts what was taken, and keeps the first reply and the first failure; after a failure nothing more is asked. */
function createAsker(connection: ModelConnection, count: CountTokens, within: number) {
  const asker: Asker = {
    first: null,
    failure: null,
    tokens: 0,
    async ask(request) {
      if (asker.failure) return null
      const { messages, schema, mostTokens } = request
      // No document of anybody: it may go wherever the operator set the model up.
      const options = { documentId: 'trial', mayLeave: true, signal: AbortSignal.timeout(within), mostRetries: 0 }
      const reply = await completeChat(connection, { messages, schema, mostTokens }, options)
      if (reply.kind === 'failed') {
        asker.failure = withTimeout(reply)
        return null
      }
      asker.first ??= { format: reply.format, isRead: isRead(request, reply.content) }
      asker.tokens += reply.promptTokens + reply.completionTokens
      await count(reply)
      return reply.content
    },
  }
  return asker
}

/** An empty list can be read; one of which no entry can be read cannot. */
function isRead(request: ModelRequest, reply: string): boolean {
  const { entries, unreadable } = readProposals(reply)
  return entries.length > 0 || (unreadable === 0 && isReadable(request, reply))
}

/** Nobody cancels a trial but its time. */
const withTimeout = (failure: ModelFailure): ModelFailure =>
  failure.reason === 'cancelled' ? { ...failed('timeout'), isBegun: failure.isBegun === true } : failure

type Asker = {
  /** The reply that should propose questions, and whether it could be read. */
  first: { readonly format: ReplyFormat; readonly isRead: boolean } | null
  failure: ModelFailure | null
  tokens: number
  readonly ask: (request: ModelRequest) => Promise<ModelReply>
}

/** With these something answered at the address, though not as it was asked to. */
const ANSWERED: ReadonlySet<FailureReason> = new Set([
  ...(['stalled', 'too-large', 'prompt-too-long', 'rejected', 'bad-reply'] as const),
  ...(['cut-off', 'empty-reply', 'declined'] as const),
])

const YES: CheckOfTrial = { result: 'yes' }
const UNTRIED: CheckOfTrial = { result: 'untried' }

type Outcome = { readonly found: Found; readonly admitted: Admitted; readonly draft: Draft | undefined }
type Checks = Pick<Extract<Trial, { kind: 'tried' }>, 'reachable' | 'form' | 'sense'>

/** A check is made only if the one before it passed; the first reply decides on the form. */
function checksOf({ first, failure }: Asker, outcome: Outcome, sentenceOf: SentenceOf): Checks {
  if (first === null) return checksWithoutReply(failure)
  const { found, admitted, draft } = outcome
  const sentencesOf = (reasons: Parameters<SentenceOf>[0][]) => [...new Set(reasons.map(sentenceOf))]
  const unreadable = found.refusals.filter(({ code }) => code === 'unreadable')
  if (!first.isRead) return { reachable: YES, form: { result: 'no', why: sentencesOf(unreadable) }, sense: UNTRIED }
  const form: CheckOfTrial = first.format === 'schema' ? YES : { result: 'partly', format: first.format }
  if (failure) return { reachable: YES, form, sense: failedCheck(failure) }
  const doubts = draft?.doubts ?? []
  const why = sentencesOf([...found.refusals, ...admitted.refusals, ...doubts])
  // In doubt where a stage could not be read.
  const isKept = admitted.items.length > 0 && doubts.length === 0
  return { reachable: YES, form, sense: isKept ? YES : { result: 'no', why } }
}

function checksWithoutReply(failure: ModelFailure | null): Checks {
  if (!failure) return { reachable: UNTRIED, form: UNTRIED, sense: UNTRIED }
  const check = failedCheck(failure)
  if (failure.isBegun || ANSWERED.has(failure.reason)) return { reachable: YES, form: check, sense: UNTRIED }
  // It may be reached and have too much to do.
  const reachable: CheckOfTrial = failure.reason === 'timeout' ? { ...check, result: 'unknown' } : check
  return { reachable, form: UNTRIED, sense: UNTRIED }
}

function failedCheck({ reason, detail }: ModelFailure) {
  return { result: 'failure', reason, detail } as const
}
