import { afterEach } from 'vitest'
import type { Span } from '@/lib/core/document/document'
import { contentKey } from '@/lib/core/fact/content-key'
import type { Draft } from '@/lib/core/generation/draft'
import type { Finder, ModelRequest } from '@/lib/core/generation/finder'
import type { Admitted } from '@/lib/core/generation/gate'
import { readItem } from '@/lib/core/item/item'
import type { Viewer } from '@/lib/core/people/viewer'
import type { ReadingTools } from '@/lib/data/readings/read-with-model'
import type { ReadingState } from '@/lib/data/readings/reading-row'
import { runReadings } from '@/lib/data/readings/run-readings'
import { db } from '@/lib/db'
import type { ChatReply } from '@/lib/model/complete-chat'
import type { ModelFailure } from '@/lib/model/failure'
import { useDatabase } from './database'
import { aDeck, aLearner, NOW } from './factories'

export const clock = () => NOW
const MODEL = 'tiny'
const HOST = 'localhost'
export const NAMED = { name: MODEL, host: HOST }
export const CONSENT = { model: MODEL, host: HOST, place: 'this-machine' } as const

export const NOT_POSSIBLE = { kind: 'rejected', reason: 'not-possible' }

type Answer = (request: ModelRequest) => ChatReply | ModelFailure
export const replied = (content: string): ChatReply => {
  return { kind: 'replied', content, promptTokens: 100, completionTokens: 10, format: 'text', finish: 'stop' }
}

/** Each paragraph is a part; its reply is the answer of a card on it, or "none". */
export const finder: Finder<Span> = {
  name: `model:${MODEL}`,
  parts: ({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.span] : [])),
  *find(span, { text }) {
    const quote = text.slice(span.start, span.end)
    const messages = [{ role: 'user' as const, content: quote }]
    const [reply] = yield [{ stage: 'propose', messages, schema: {}, mostTokens: 50 }]
    const refusal = { finder: finder.name, values: {}, span, stem: '', key: '' }
    if (!reply || reply === 'none')
      return { drafts: [], refusals: [{ ...refusal, code: 'no-claim' as const }], isUnread: reply === null }
    return { drafts: [draftOf(reply, span, quote)], refusals: [] }
  },
}

function draftOf(answer: string, span: Span, quote: string): Draft {
  const stem = `What does the paragraph of ${span.start} say?`
  const rest = { accepted: [[]], wrong: [], answerSpan: null, explanation: quote, score: 0.9, doubts: [] }
  return { finder: finder.name, type: 'short-answer', stem, key: [answer], evidence: [span], ...rest }
}

const admit = (drafts: readonly Draft[], text: string): Admitted => {
  const made = drafts.map((draft) => {
    const [span = { start: 0, end: 0 }] = draft.evidence
    const id = contentKey('property', draft.explanation, ...draft.key)
    const quoted = { subject: '', relation: '', members: [], open: false, heading: '', answerSpan: null }
    const fact = { id, kind: 'property' as const, statement: draft.explanation, spans: [span], answer: '', ...quoted }
    const written = {
      ...{ id: contentKey(draft.stem, id), type: draft.type, tier: 'A' as const, factIds: [id], stem: draft.stem },
      ...{ options: [], key: draft.key, accepted: draft.accepted, explanation: draft.explanation },
      ...{ distractorReasons: {}, distractorEvidence: {} },
      evidence: [{ ...span, quote: text.slice(span.start, span.end) }],
    }
    return { fact, item: { ...readItem(written), finder: draft.finder, score: draft.score, doubts: [] } }
  })
  return { facts: made.map(({ fact }) => fact), items: made.map(({ item }) => item), refusals: [] }
}

/** A reply that has nothing of what was asked for. */
export const NONSENSE = 'Lakes are fine.'

export function toolsFor(answer: Answer, monthlyTokens: number | null = null) {
  const asked: string[] = []
  const tools: ReadingTools<Span> = {
    model: {
      ...NAMED,
      monthlyTokens,
      hashOf: (model, { messages }) => contentKey(model, ...messages.map(({ content }) => content)),
      isReadable: (_, reply) => reply !== NONSENSE,
      send: async (request) => {
        asked.push(request.messages[0]?.content ?? '')
        return answer(request)
      },
    },
    finderFor: () => finder,
    headingOf: () => 'Lakes',
    gateFor: (_, { text }) => ({ admit: (drafts) => admit(drafts, text) }),
  }
  return { asked, tools }
}

export async function aWaitingReading() {
  const owner = await aLearner()
  const deck = await aDeck(owner)
  await consent(owner, deck.documentId)
  const paragraphs = finder.parts(
    await db()
      .document.findUniqueOrThrow({ where: { id: deck.documentId } })
      .then((row) => ({ ...row, blocks: row.blocks as never })),
  )
  return { owner, ...deck, paragraphs: paragraphs.length }
}

/** As `startReading` saves it. */
const consent = (owner: Viewer, documentId: string) =>
  db().modelReading.create({
    data: {
      ...{ documentId, ...CONSENT, state: 'waiting' satisfies ReadingState, consentedAt: NOW },
      ...{ leaseId: owner.learnerId, heartbeatAt: NOW },
    },
  })

export const onError = (error: unknown) => {
  throw error
}
export const run = async (tools: ReadingTools<Span>, at = clock) =>
  void (await Promise.all(await runReadings(tools, at, { isAlone: false, onError })))

export const modelItems = (documentId: string) =>
  db().item.findMany({ where: { documentId, finder: finder.name }, orderBy: { contentKey: 'asc' } })

/** A database, without the readings and the usage of the test before. */
export function useReadings(): void {
  useDatabase()
  afterEach(async () => {
    await db().modelReading.deleteMany()
    await db().modelUsage.deleteMany()
  })
}
