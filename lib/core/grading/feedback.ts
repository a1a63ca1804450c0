import type { Block, Span } from '../document/document'
import { evidenceOf, type ShownEvidence } from '../document/evidence'
import { FactId } from '../ids'
import type { Item, QuestionType } from '../item/item'
import { isPaired, pairsOf } from '../item/pairs'
import { grade, optionsOf } from './grade'
import type { Response } from './response'

export type ShownOption = {
  readonly text: string
  readonly isKey: boolean
  readonly isGiven: boolean
  /** Why it is wrong; empty for the key, and where nobody said why. */
  readonly reason: string
  /** Where the document speaks of a wrong option; null where it does not. */
  readonly proof: ShownEvidence | null
}

export type ShownPair = {
  readonly prompt: string
  /** Empty where nothing was chosen. */
  readonly given: string
  readonly right: string
  readonly counted: boolean
  readonly evidence: ShownEvidence
}

export type ShownPlace = {
  readonly entry: string
  /** The place it was given, from 1; null where the question was left. */
  readonly given: number | null
  readonly counted: boolean
  readonly evidence: ShownEvidence
}

/** What was answered beside what was right. */
export type SettledAnswer =
  | { readonly kind: 'options'; readonly options: readonly ShownOption[] }
  /** What was typed and whether it counted, one a gap or member. */
  | { readonly kind: 'typed'; readonly typed: readonly { readonly text: string; readonly counted: boolean }[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly ShownPair[] }
  /** The entries in the right order. */
  | { readonly kind: 'order'; readonly places: readonly ShownPlace[] }

/** All that is said about a question once it may be said. */
export type Feedback = {
  readonly answer: SettledAnswer
  readonly key: readonly string[]
  readonly explanation: string
  readonly evidence: ShownEvidence
  readonly factIds: readonly FactId[]
}

export type ProvenFact = { readonly id: string; readonly spans: readonly Span[]; readonly answerSpan: Span | null }

type Asked = Item & { readonly type: QuestionType }
type Document = { readonly text: string; readonly blocks: readonly Block[] }
type Known = { readonly document: Document; readonly facts: ReadonlyMap<string, ProvenFact> }

/** `perKey` as it was graded; empty for a question that was left. */
export function feedbackOf(item: Asked, response: Response | null, perKey: readonly boolean[], known: Known): Feedback {
  const main = known.facts.get(item.factIds[0] ?? '')
  return {
    answer: settle(item, response ?? { kind: 'unanswered' }, perKey, known),
    key: item.key,
    explanation: item.explanation,
    evidence: evidenceOf(known.document, item.evidence, main?.answerSpan ?? null),
    factIds: [...new Set(item.factIds)].map((id) => FactId.parse(id)),
  }
}

function settle(item: Asked, response: Response, perKey: readonly boolean[], known: Known): SettledAnswer {
  if (isPaired(item.type)) return { kind: 'pairs', pairs: settlePairs(item, response, perKey, known) }
  if (item.type === 'ordering') return { kind: 'order', places: settlePlaces(item, response, perKey, known) }
  const offered = optionsOf(item)
  if (offered.length > 0)
    return { kind: 'options', options: offered.map((text) => settleOption(item, text, response, known)) }
  const texts = response.kind === 'text' ? response.texts : []
  return { kind: 'typed', typed: texts.map((text, at) => ({ text, counted: counts(item, texts, at, perKey, known) })) }
}

function settleOption(item: Asked, text: string, response: Response, { document }: Known): ShownOption {
  const isKey = item.key.includes(text)
  const proof = item.distractorProofs[text]
  return {
    text,
    isKey,
    isGiven: optionsIn(response).includes(text),
    reason: isKey ? '' : (item.distractorReasons[text] ?? ''),
    proof: proof && !isKey ? proofOfOption(text, evidenceOf(document, [proof], null)) : null,
  }
}

function settlePairs(item: Asked, response: Response, perKey: readonly boolean[], known: Known): ShownPair[] {
  const chosen = response.kind === 'pairs' ? response.chosen : []
  return pairsOf(item).map(({ left, right }, at) => ({
    prompt: left,
    given: chosen[at] ?? '',
    right,
    counted: perKey[at] ?? false,
    evidence: evidenceAt(item, at, known),
  }))
}

function settlePlaces(item: Asked, response: Response, perKey: readonly boolean[], known: Known): ShownPlace[] {
  const entries = response.kind === 'order' ? response.entries : []
  return item.key.map((entry, at) => ({
    entry,
    given: entries.includes(entry) ? entries.indexOf(entry) + 1 : null,
    counted: perKey[at] ?? false,
    evidence: evidenceAt(item, at, known),
  }))
}

/** The proof of one key entry: its own fact's; where an author changed the entries, the whole item's. */
function evidenceAt(item: Asked, at: number, { document, facts }: Known): ShownEvidence {
  const fact = item.factIds.length === item.key.length ? facts.get(item.factIds[at] ?? '') : undefined
  if (!fact) return evidenceOf(document, item.evidence, null)
  // With its quote, by which words of an older text are found again.
  const isSame = (one: Span) => (other: Span) => one.start === other.start && one.end === other.end
  const spans = fact.spans.map((span) => item.evidence.find(isSame(span)) ?? span)
  return evidenceOf(document, spans, fact.answerSpan)
}

/** Members of a list may be typed in any order, so each text is asked by itself whether it is one. */
function counts(item: Asked, texts: readonly string[], at: number, perKey: readonly boolean[], known: Known): boolean {
  if (item.type !== 'short-answer' || item.key.length === 1 || texts.length === 1) return perKey[at] ?? false
  const alone = grade(item, { kind: 'text', texts: [texts[at] ?? ''] }, known.document.text)
  return alone.kind === 'graded' && alone.perKey.includes(true)
}

/** With the option lit in the words that speak of it, where they name it so. */
function proofOfOption(option: string, shown: ShownEvidence): ShownEvidence {
  const sentence = shown.sentence.toLowerCase()
  const names = [option, option.replace(/^(the|an?) /i, '')].map((name) => name.toLowerCase())
  const name = names.find((one) => sentence.includes(one))
  if (name === undefined) return shown
  const start = sentence.indexOf(name)
  return { ...shown, answer: { start, end: start + name.length } }
}

function optionsIn(response: Response): readonly string[] {
  if (response.kind === 'choice') return [response.option]
  return response.kind === 'multiple' ? response.options : []
}
