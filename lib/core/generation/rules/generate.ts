import { type CheckId, finding } from '../../check/check-result'
import type { DocumentFormat } from '../../document/document'
import { structureDocument } from '../../document/structure-document'
import type { Fact } from '../../fact/fact'
import { withoutHint } from '../../item/hint'
import { readItem } from '../../item/item'
import { detectLanguage } from '../../language/detect-language'
import { ENGINE_VERSION } from '../engine-version'
import type { Generated, GeneratedItem } from '../generated'
import type { Claim } from './claims/claim'
import { alternativesOf } from './drafts/competing-drafts'
import { findClaims, type SectionClaims } from './find-claims'
import {
  addSection,
  countRefusal,
  type GenerationState,
  refusalsOf,
  refuseSentence,
  type ScoredItem,
  startGeneration,
  withLabel,
} from './select/generation-state'
import { selectItems } from './select/select-items'

/** Items, and the facts that they are the first to ask. */
export type Part = Pick<Generated, 'facts' | 'items'>

/** How far generation is: `done` and `total` in blocks of the document. */
export type Progress = { done: number; total: number; facts: number; items: number }

// The language model at hand reads English; a text too short to tell is tried as English.
const KNOWN_LANGUAGES = new Set(['eng', 'und'])

/**
 * Document → facts → items. Pure and deterministic: the same input gives the same bytes. Linear in the text's length.
 * A long document is made section by section: `onPart` gets each section as soon as it is done, in the order of the text,
 * with the whole document that it is a part of.
 * The returned items are final: a few items of earlier parts may be missing because a later section contradicts them.
 * A text in a language that the engine does not know yields no facts and no items, `refused: { language: 1 }`.
 */
export function generate(
  input: { title: string | null; text: string; format: DocumentFormat },
  onProgress: (progress: Progress) => void = () => {},
  onPart: (part: Part, document: Generated['document']) => void = () => {},
): Generated {
  const structured = structureDocument(input)
  const language = detectLanguage(structured.text)
  const document = { ...structured, language }
  if (!KNOWN_LANGUAGES.has(language)) {
    return { document, engine: ENGINE_VERSION, facts: [], items: [], refused: { language: 1 }, refusals: [] }
  }
  const total = document.blocks.length
  const state = startGeneration(document)
  const report = (done: number, facts: number) => onProgress({ done, total, facts, items: state.items.length })
  for (const found of findClaims(document, input.format, report)) onPart(makeItems(state, found), document)
  const whole = finish(state)
  onProgress({ done: total, total, facts: whole.facts.length, items: whole.items.length })
  return { document, engine: ENGINE_VERSION, ...whole }
}

/** Drafts and selects the items of a section. What fails is counted by its first failed check, as are sentences without a claim. */
function makeItems(state: GenerationState, found: SectionClaims): Part {
  const claims = addSection(found, state)
  const before = state.items.length
  const refuse = (claim: Claim, check: CheckId) => {
    countRefusal(check, state)
    refuseSentence(claim, finding('key-too-general', { key: claim.fact.answer }), state)
  }
  for (const alternatives of alternativesOf(claims, state.pool, refuse)) selectItems(alternatives, state)
  const items = state.items.slice(before)
  return { facts: newlyAsked(items, state), items: items.map((item) => generatedItem(item, state)) }
}

const generatedItem = ({ item, score, doubts }: ScoredItem, state: GenerationState): GeneratedItem => ({
  ...readItem(withLabel(item, state)),
  finder: 'rules',
  score,
  doubts,
})

function newlyAsked(items: readonly ScoredItem[], { unasked }: GenerationState): Fact[] {
  return items.flatMap(({ item }) =>
    item.factIds.flatMap((id) => {
      const fact = unasked.get(id)
      return fact && unasked.delete(id) ? [fact] : []
    }),
  )
}

/**
 * The items that hold in the whole document, and the facts they ask; what cannot be asked well is counted, not kept. A later
 * section may answer a question in another way.
 */
function finish(state: GenerationState): Omit<Generated, 'document' | 'engine'> {
  const items = state.items.filter(({ item: { stem } }) => {
    const isContradicted = state.contradicted.has(withoutHint(stem))
    if (isContradicted) countRefusal('R3', state)
    return !isContradicted
  })
  const asked = new Set(items.flatMap(({ item }) => item.factIds))
  return {
    facts: state.facts.filter(({ id }) => asked.has(id)),
    items: items.map((item) => generatedItem(item, state)),
    refused: state.refused,
    refusals: refusalsOf(items, state),
  }
}
