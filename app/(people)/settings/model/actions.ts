'use server'

import type { Trial } from '@/components/model/try-model'
import { structureDocument } from '@/lib/core/document/structure-document'
import type { ModelReply, ModelRequest } from '@/lib/core/generation/finder'
import { openGate } from '@/lib/core/generation/gate'
import { modelFinder } from '@/lib/core/generation/model/model-finder'
import { MINUTE_MS, SECOND_MS } from '@/lib/core/shared/time'
import { tokensOfMonth } from '@/lib/data/readings/find-reading'
import { type ChatReply, completeChat } from '@/lib/model/complete-chat'
import type { ModelFailure } from '@/lib/model/failure'
import { findInPart, inTurn } from '@/lib/model/find-in-document'
import { type ModelConnection, modelSettings } from '@/lib/model/settings'
import { isOperator } from '@/lib/operators'
import { requireViewer } from '@/lib/session'
import { refusalSentences } from '../../../(learn)/decks/[id]/refusal-sentence'

const SENTENCE = 'A tarn lies in a hollow that a glacier has ground into the rock.'

/** Asks the model about one sentence of ours, by the stages and checks of every document. */
export async function tryModel(): Promise<Trial> {
  const viewer = await requireViewer('/settings/model')
  const settings = modelSettings()
  if (settings.kind !== 'on' || !(await isOperator(viewer))) return { kind: 'untried' }
  const { monthlyTokens, connection } = settings
  if (monthlyTokens !== null && (await tokensOfMonth(new Date())) >= monthlyTokens)
    return { kind: 'failed', reason: 'limit', detail: String(monthlyTokens) }
  return runTrial(connection)
}

async function runTrial(connection: ModelConnection): Promise<Trial> {
  const started = performance.now()
  const document = { ...structureDocument({ title: null, text: SENTENCE, format: 'txt' }), language: 'eng' }
  const finder = modelFinder(`model:${connection.name}`, { depth: 'key', language: document.language })
  const asker = createAsker(connection)
  const [part] = finder.parts(document)
  if (!part) throw new Error('The sentence of the trial has no part.')
  const found = await findInPart(finder, part, document, inTurn(asker.ask))
  const seconds = (performance.now() - started) / SECOND_MS
  const { last } = asker
  if (last?.kind === 'failed') return { kind: 'failed', reason: last.reason, detail: last.detail }
  const admitted = openGate(document).admit(found.drafts)
  const [item] = admitted.items
  const draft = found.drafts[0]
  // In doubt where a stage could not be read.
  if (!item || !draft || draft.doubts.length > 0 || last?.kind !== 'replied') {
    const sentenceOf = await refusalSentences()
    const reasons = [...found.refusals, ...admitted.refusals, ...(draft?.doubts ?? [])].map(sentenceOf)
    return { kind: 'refused', seconds, sentence: SENTENCE, reasons: [...new Set(reasons)] }
  }
  return {
    kind: 'kept',
    seconds,
    kept: admitted.items.length,
    question: item.stem,
    sentence: SENTENCE,
    answer: draft.answerSpan,
    format: last.format,
  }
}

/** Remembers the last answer; after a failure nothing more is asked. */
function createAsker(connection: ModelConnection) {
  const asker: { last: ChatReply | ModelFailure | null; ask: (request: ModelRequest) => Promise<ModelReply> } = {
    last: null,
    async ask({ messages, schema, mostTokens }) {
      if (asker.last?.kind === 'failed') return null
      // No document of anybody: it may go wherever the operator set the model up.
      const options = { documentId: 'trial', mayLeave: true, signal: AbortSignal.timeout(TRIAL_WITHIN_MS) }
      asker.last = await completeChat(connection, { messages, schema, mostTokens }, options)
      return asker.last.kind === 'replied' ? asker.last.content : null
    },
  }
  return asker
}

const TRIAL_WITHIN_MS = 2 * MINUTE_MS
