import type { Span, StructuredDocument } from '../../document/document'
import { countWords } from '../../shared/count-words'
import { type Draft, type FinderName, withScore } from '../draft'
import type { Finder, Found, ModelReply, ModelRequest, SecondReadingStage } from '../finder'
import { openGate } from '../gate'
import { locateDraft } from '../locate-draft'
import { readProposals } from '../read-reply'
import type { Refusal, RefusalCode } from '../refusal'
import { itemsToAsk, type Passage, proposeInstructions, type Wish, writePassage } from './prompts'
import { makeRequest } from './requests'
import { secondAskings } from './second-asking'
import { elsewhereStage, refuteStage, type StageRequests, withoutTextStage, withTextStage } from './second-reading'
import { type Window, windowsOf } from './windows'

/**
 * A language model as a finder: it proposes items of a window, code refuses those that fail a check, and a second reading by the same
 * model doubts the rest, but for the `skipped` stages. Nothing is rewritten;
 * a fact that is asked in one way is asked in a second. A stage without a readable reply is skipped; without an answer from the text the drafts
 * are in doubt.
 */
export function modelFinder(name: FinderName, wish: Wish, skipped: readonly SecondReadingStage[] = []): Finder<Window> {
  const unlessSkipped = (stage: StageRequests): StageRequests =>
    skipped.includes(stage.stage) ? { ...stage, requests: [] } : stage
  return {
    name,
    parts: windowsOf,
    *find(window, document) {
      if (window.sentences.length === 0) return { drafts: [], refusals: refusalsOf(window, name) }
      const passage = { title: document.title, sentences: window.sentences, before: window.before }
      const [proposed] = yield [proposeRequest(passage, wish)]
      const located = locate(proposed ?? null, name, window, document)
      const answered = yield* reread(located, unlessSkipped(withTextStage(located.drafts, passage, document)))
      const { drafts } = answered
      const stages = [
        withoutTextStage(drafts, document),
        elsewhereStage(drafts, document),
        refuteStage(drafts, passage, document),
      ]
      const read = yield* reread(answered, together(stages.map(unlessSkipped)))
      return { ...read, drafts: [...read.drafts, ...secondAskings(read.drafts, document)] }
    },
  }
}

function proposeRequest(passage: Passage, wish: Wish): ModelRequest {
  const words = passage.sentences.reduce((sum, { text }) => sum + countWords(text), 0)
  return makeRequest(
    'propose',
    `${writePassage(passage)}\n\n${proposeInstructions(itemsToAsk(words, wish.depth), wish)}`,
  )
}

/** The proposals that pass every check in code. Those that repeat each other are refused before they cost a request. */
function locate(reply: ModelReply, finder: FinderName, window: Window, document: StructuredDocument): Found {
  const passedOver = refusalsOf(window, finder)
  if (reply === null) return { drafts: [], refusals: passedOver, isUnread: true }
  const { sentences, before } = window
  const { entries, unreadable } = readProposals(reply)
  const nothing = sentenceRefusal(finder, 'unreadable', sentences[0]?.span ?? null)
  const refusals: Refusal[] = [...passedOver, ...Array.from({ length: unreadable }, () => nothing)]
  const drafts: Draft[] = []
  const gate = openGate(document)
  for (const entry of entries) {
    const located = locateDraft(entry, { finder, document, sentences: [...before, ...sentences] })
    if ('refusal' in located) {
      refusals.push(located.refusal)
      continue
    }
    const admitted = gate.admit([located.draft])
    refusals.push(...admitted.refusals)
    if (admitted.items.length > 0) drafts.push(located.draft)
  }
  return { drafts, refusals }
}

const refusalsOf = ({ tooLong }: Window, finder: FinderName): readonly Refusal[] =>
  tooLong.map((span) => sentenceRefusal(finder, 'sentence-too-long', span))

const sentenceRefusal = (finder: FinderName, code: RefusalCode, span: Span | null): Refusal => {
  return { finder, code, values: {}, span, stem: '', key: '' }
}

/** Sends the requests of a stage, and leaves the drafts that its replies do not refuse. */
function* reread(
  found: Found,
  stage: Pick<StageRequests, 'requests' | 'judge'>,
): Generator<readonly ModelRequest[], Found, readonly ModelReply[]> {
  if (found.drafts.length === 0) return found
  const replies = stage.requests.length > 0 ? yield stage.requests : []
  const verdicts = found.drafts.map((draft) => stage.judge(draft, replies))
  const drafts = verdicts.flatMap((verdict) =>
    'refused' in verdict ? [] : [withScore(verdict.draft, verdict.draft.score)],
  )
  const refusals = verdicts.flatMap((verdict): Refusal[] => {
    if (!('refused' in verdict)) return []
    const { finder, stem, key, evidence } = verdict.draft
    return [{ finder, code: verdict.refused, values: {}, span: evidence[0] ?? null, stem, key: key.join(', ') }]
  })
  return { drafts, refusals: [...found.refusals, ...refusals] }
}

/** Several stages at once; the first that refuses a draft decides. */
function together(stages: readonly StageRequests[]): Pick<StageRequests, 'requests' | 'judge'> {
  const starts = stages.map((_, at) => stages.slice(0, at).reduce((sum, { requests }) => sum + requests.length, 0))
  return {
    requests: stages.flatMap(({ requests }) => requests),
    judge(draft, replies) {
      let kept = draft
      for (const [at, stage] of stages.entries()) {
        const start = starts[at] ?? 0
        const verdict = stage.judge(kept, replies.slice(start, start + stage.requests.length))
        if ('refused' in verdict) return verdict
        kept = verdict.draft
      }
      return { draft: kept }
    },
  }
}
