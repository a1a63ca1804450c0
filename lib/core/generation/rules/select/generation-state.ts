import { type CheckContext, contextOf, type Finding } from '../../../check/check-result'
import type { Span, StructuredDocument } from '../../../document/document'
import type { Fact } from '../../../fact/fact'
import type { WrittenItem } from '../../../item/item'
import { keyToHide, labelled } from '../../../item/item-label'
import { contentWords } from '../../../language/english/content-words'
import type { ItemType } from '../../../question-types/registry'
import type { Refusal, RefusalCode } from '../../refusal'
import { type Aliases, readAliases } from '../claims/aliases'
import type { Claim } from '../claims/claim'
import { addToPool, type Pool, startPool } from '../distractors/distractor-pool'
import type { SectionClaims } from '../find-claims'
import type { ScoreContext } from '../score'
import { countWords } from '../sentences/document-context'
import { type Answers, contradictedBy, withOneAnswer } from './contradictions'

/** An item that passes every check, with its claim, how good it is thought to be, and what its author should look at. */
export type ScoredItem = {
  readonly item: WrittenItem
  readonly claim: Claim
  readonly score: number
  readonly doubts: readonly Finding[]
}

/** Why a sentence gave no item. */
type Reason = { readonly code: RefusalCode; readonly values: Finding['values'] }

/** What has been made of a document so far. */
export type GenerationState = {
  readonly pool: Pool
  readonly context: CheckContext
  readonly scoreContext: ScoreContext
  readonly aliases: Aliases
  /** Without the labels that tell what they are about. */
  readonly items: ScoredItem[]
  readonly facts: Fact[]
  /** The heading over each fact. */
  readonly headings: Map<string, string>
  /** Candidates by the check that spoke against them. */
  readonly refused: Record<string, number>
  /** The sentences of the text, and by where they begin the first thing that spoke against asking them. */
  readonly spans: Span[]
  readonly reasons: Map<number, Reason>
  /** Facts that no item has asked yet. */
  readonly unasked: Map<string, Fact>
  readonly answers: Answers
  /** Questions that were asked before a later section answered them in another way. */
  readonly contradicted: Set<string>
  readonly stems: Set<string>
  /** The stems of the items by their answer keys. */
  readonly stemsByAnswers: Map<string, readonly string[]>
  /** Shown items so far, by type. */
  readonly typeCounts: Map<ItemType, number>
}

export function startGeneration(document: StructuredDocument): GenerationState {
  const { text, title } = document
  return {
    pool: startPool(document),
    context: contextOf(document, { stems: [] }),
    scoreContext: { text, titled: new Set(contentWords(title)), counts: countWords(text) },
    aliases: readAliases(text),
    items: [],
    facts: [],
    headings: new Map(),
    refused: {},
    spans: [],
    reasons: new Map(),
    unasked: new Map(),
    answers: new Map(),
    contradicted: new Set(),
    stems: new Set(),
    stemsByAnswers: new Map(),
    typeCounts: new Map(),
  }
}

/** Takes in what a section says before any of it is asked. */
export function addSection({ claims, mentions, sentences }: SectionClaims, state: GenerationState): Claim[] {
  for (const question of contradictedBy(claims, state.answers)) state.contradicted.add(question)
  const known = withOneAnswer(claims, state.answers)
  addToPool(state.pool, known, mentions.values())
  for (const { span, code } of sentences) {
    state.spans.push(span)
    if (code !== null) state.reasons.set(span.start, { code, values: {} })
  }
  for (const { fact } of known) {
    state.facts.push(fact)
    state.headings.set(fact.id, fact.heading)
    state.unasked.set(fact.id, fact)
  }
  return known
}

/** Counts what is not shown, by the check that spoke against it. */
export function countRefusal(check: string, { refused }: GenerationState): void {
  refused[check] = (refused[check] ?? 0) + 1
}

/** Keeps the first finding against asking the sentence of a claim. */
export function refuseSentence({ fact }: Claim, { code, values }: Finding, { reasons }: GenerationState): void {
  const start = fact.spans[0]?.start ?? 0
  if (!reasons.has(start)) reasons.set(start, { code, values })
}

const NOTHING: Reason = { code: 'no-claim', values: {} }

/** The sentences that no item proves itself by, in the order of the text, each with why it is not asked. */
export function refusalsOf(items: readonly ScoredItem[], { spans, reasons }: GenerationState): Refusal[] {
  const asked = items.flatMap(({ item }) => item.evidence).sort((a, b) => a.start - b.start)
  let at = 0
  let reached = 0
  return spans.flatMap((span) => {
    for (; (asked[at]?.start ?? span.end) < span.end; at++) reached = Math.max(reached, asked[at]?.end ?? 0)
    const { code, values } = reasons.get(span.start) ?? NOTHING
    return reached > span.start ? [] : [{ finder: 'rules' as const, code, values, span, stem: '', key: '' }]
  })
}

/** With what it is about in front; its id stays that of the bare stem, so that a new title makes no new item. */
export function withLabel(item: WrittenItem, { context, headings }: GenerationState): WrittenItem {
  const place = { title: context.title, heading: headings.get(item.factIds[0] ?? '') ?? '' }
  return { ...item, stem: labelled(item.stem, keyToHide(item), place) }
}
