import type { CheckContext } from '../../../check/check-result'
import type { StructuredDocument } from '../../../document/document'
import type { Fact } from '../../../fact/fact'
import type { WrittenItem } from '../../../item/item'
import { keyToHide, labelled } from '../../../item/item-label'
import { type ItemType, isArrangement } from '../../../question-types/registry'
import type { Claim } from '../claims/claim'
import { addToPool, type Pool, startPool } from '../distractors/distractor-pool'
import { type Aliases, readAliases } from '../drafts/aliases'
import type { SectionClaims } from '../find-claims'
import { type FeatureContext, featureContextOf } from '../score/text-features'
import { type Answers, contradictedBy, withOneAnswer } from './contradictions'

/** What has been made of a document so far. */
export type GenerationState = {
  readonly pool: Pool
  readonly context: CheckContext
  readonly featureContext: FeatureContext
  readonly sentences: Set<string>
  readonly aliases: Aliases
  /** Without the labels that tell what they are about. */
  readonly items: WrittenItem[]
  readonly facts: Fact[]
  /** The heading over each fact. */
  readonly headings: Map<string, string>
  readonly refused: Record<string, number>
  /** Facts that no item has asked yet. */
  readonly unasked: Map<string, Fact>
  readonly answers: Answers
  /** Questions that were asked before a later section answered them in another way. */
  readonly contradicted: Set<string>
  readonly stems: Set<string>
  /** The stems of the items by their answer keys. */
  readonly stemsByAnswers: Map<string, readonly string[]>
  /** Statements to judge so far, by their answer. */
  readonly statementCounts: Map<string, number>
  /** Shown items so far, by type. */
  readonly typeCounts: Map<ItemType, number>
}

export function startGeneration(document: StructuredDocument): GenerationState {
  const sentences = new Set<string>()
  return {
    pool: startPool(document),
    context: contextOf(document, sentences),
    featureContext: featureContextOf(document),
    sentences,
    aliases: readAliases(document.text),
    items: [],
    facts: [],
    headings: new Map(),
    refused: {},
    unasked: new Map(),
    answers: new Map(),
    contradicted: new Set(),
    stems: new Set(),
    stemsByAnswers: new Map(),
    statementCounts: new Map(),
    typeCounts: new Map(),
  }
}

function contextOf(document: StructuredDocument, sentences: ReadonlySet<string>): CheckContext {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [document.text.slice(block.span.start, block.span.end)] : [],
  )
  return { text: document.text, title: document.title, headings, sentences, stems: [] }
}

/** Takes in what a section says before any of it is asked. */
export function addSection({ claims, mentions, sentences, refused }: SectionClaims, state: GenerationState): Claim[] {
  for (const question of contradictedBy(claims, state.answers)) state.contradicted.add(question)
  const known = withOneAnswer(claims, state.answers)
  addToPool(state.pool, known, mentions.values())
  for (const sentence of sentences) state.sentences.add(sentence)
  for (const [check, times] of Object.entries(refused)) countRefusal(check, state, times)
  for (const { fact } of known) {
    state.facts.push(fact)
    state.headings.set(fact.id, fact.heading)
    state.unasked.set(fact.id, fact)
  }
  return known
}

/** Counts what is not shown, by the check that spoke against it. */
export function countRefusal(check: string, { refused }: GenerationState, times = 1): void {
  refused[check] = (refused[check] ?? 0) + times
}

/** With what it is about in front; its id stays that of the bare stem, so that a new title makes no new item. */
export function withLabel(item: WrittenItem, { context, headings }: GenerationState): WrittenItem {
  if (isArrangement(item.type)) return item
  const place = { title: context.title, heading: headings.get(item.factIds[0] ?? '') ?? '' }
  return { ...item, stem: labelled(item.stem, keyToHide(item), place) }
}
