import 'server-only'
import type { CheckOfTrial, Trial } from '@/components/model/try-model'
import { structureDocument } from '@/lib/core/document/structure-document'
import type { Draft } from '@/lib/core/generation/draft'
import type { Found, ModelReply, ModelRequest, SecondReadingStage } from '@/lib/core/generation/finder'
import { type Admitted, openGate } from '@/lib/core/generation/gate'
import { modelFinder } from '@/lib/core/generation/model/model-finder'
import { MINUTE_MS, SECOND_MS } from '@/lib/core/shared/time'
import { type ChatReply, completeChat, forgetDialect } from '@/lib/model/complete-chat'
import type { FailureReason, ModelFailure } from '@/lib/model/failure'
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

/** Counts what was taken, and remembers the last answer; after a failure nothing more is asked. */
function createAsker(connection: ModelConnection, count: CountTokens, within: number) {
  const asker: Asker = {
    last: null,
    first: '',
    tokens: 0,
    async ask({ messages, schema, mostTokens }) {
      if (asker.last?.kind === 'failed') return null
      // No document of anybody: it may go wherever the operator set the model up.
      const options = { documentId: 'trial', mayLeave: true, signal: AbortSignal.timeout(within), mostRetries: 0 }
      const reply = await completeChat(connection, { messages, schema, mostTokens }, options)
      asker.last = reply
      if (reply.kind === 'failed') return null
      asker.tokens += reply.promptTokens + reply.completionTokens
      asker.first ||= reply.content
      await count(reply)
      return reply.content
    },
  }
  return asker
}

type Asker = {
  last: ChatReply | ModelFailure | null
  /** What it wrote when it was asked for questions. */
  first: string
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

/** A check is made only if the one before it passed. */
function checksOf({ last, first }: Asker, outcome: Outcome, sentenceOf: SentenceOf): Checks {
  if (last === null) return { reachable: UNTRIED, form: UNTRIED, sense: UNTRIED }
  if (last.kind === 'failed') return checksOfFailure(last)
  const { found, admitted, draft } = outcome
  const refusals = [...found.refusals, ...admitted.refusals]
  const isRead = /"items"\s*:/.test(first) && refusals.every(({ code }) => code !== 'unreadable')
  if (!draft && !isRead) return { reachable: YES, form: { result: 'no', why: [] }, sense: UNTRIED }
  const form: CheckOfTrial = last.format === 'schema' ? YES : { result: 'partly', format: last.format }
  const doubts = draft?.doubts ?? []
  // In doubt where a stage could not be read.
  const isKept = admitted.items.length > 0 && doubts.length === 0
  const why = [...new Set([...refusals, ...doubts].map(sentenceOf))]
  return { reachable: YES, form, sense: isKept ? YES : { result: 'no', why } }
}

function checksOfFailure({ reason, detail }: ModelFailure): Checks {
  const failure: CheckOfTrial = { result: 'failure', reason, detail }
  return ANSWERED.has(reason)
    ? { reachable: YES, form: failure, sense: UNTRIED }
    : { reachable: failure, form: UNTRIED, sense: UNTRIED }
}
