import type { Block, DocumentFormat, Span, StructuredDocument } from '../../document/document'
import { sectionsOf } from '../../document/sections'
import { nounPhraseEnd } from '../../language/english/phrases'
import { lowerAt } from '../../language/english/tokens'
import { readWordCase, type WordCase } from '../../language/english/word-case'
import type { Claim } from './claims/claim'
import { acronymClaims, collectNames, type NamesByInitials, shortFormsIn } from './claims/name-claims'
import { collectMentions, type Mention } from './distractors/distractor-pool'
import { listClaims } from './lists/list-claims'
import { readMembers } from './lists/list-members'
import { sentenceClaims } from './sentence-claims'
import { unresolvedDefinites } from './sentences/definite-noun-phrases'
import {
  kindsOf,
  type ReaderContext,
  type RefusalCheck,
  topicsOf,
  type WordCounts,
  wordCountsOf,
} from './sentences/document-context'
import { type NamedPlaces, resolveReferences } from './sentences/references'
import { isReference, isSkippedHeading, readSentences, type Sentence } from './sentences/sentence'
import { type Topic, topicOf } from './sentences/topic'
import { unresolvedReference } from './sentences/unresolved-reference'

/** What one section of a document states, and the names it mentions. */
export type SectionClaims = {
  /** In the order of the text; no claim is found twice in a document. */
  readonly claims: Claim[]
  readonly mentions: Map<string, Mention>
  /** How many sentences and lists gave no claim, by the check that spoke against them. */
  readonly refused: Record<string, number>
  /** The sentences as they stand. */
  readonly sentences: Set<string>
}

/**
 * Every claim of the document that the engine can read, section by section. Abbreviations come with the last section: only the
 * whole document shows that no other name has the same initials. `onBlock` is called for each block, with the
 * number of claims so far.
 */
export function* findClaims(
  document: StructuredDocument,
  format: DocumentFormat,
  onBlock: (done: number, claims: number) => void,
): Generator<SectionClaims> {
  const state = startOf(document)
  const sections = sectionsOf(document)
  for (const [n, blocks] of sections.entries()) {
    const found: SectionClaims = { claims: [], mentions: new Map(), refused: {}, sentences: new Set() }
    for (const block of blocks) {
      readBlock({ document, format, block }, state, found)
      onBlock(state.blocks, state.ids.size)
    }
    if (n === sections.length - 1) addNew(acronymClaims(state.names, state.shorts), state, found)
    found.claims.sort((a, b) => beginOf(a) - beginOf(b))
    yield found
  }
}

/** What is known before reading, and what is kept of the sections read so far; tagged sentences are not. */
type ReadingState = {
  readonly words: WordCase
  readonly counts: WordCounts
  readonly shorts: ReadonlyMap<string, Span>
  readonly names: NamesByInitials
  readonly places: NamedPlaces
  readonly topic: Topic
  /** Of the claims. */
  readonly ids: Set<string>
  heading: string
  titled: ReadonlySet<string>
  kinds: ReadonlySet<string>
  topics: ReadonlySet<string>
  blocks: number
}

function startOf(document: StructuredDocument): ReadingState {
  const { text, title } = document
  return {
    words: readWordCase(text),
    counts: wordCountsOf(document),
    shorts: shortFormsIn(text),
    names: new Map(),
    places: new Map(),
    topic: topicOf(title, text),
    ids: new Set(),
    heading: '',
    topics: topicsOf(title, ''),
    titled: topicsOf(title, ''),
    kinds: kindsOf(title),
    blocks: 0,
  }
}

const beginOf = ({ fact }: Claim): number => fact.spans[0]?.start ?? 0

type BlockPlace = { readonly document: StructuredDocument; readonly format: DocumentFormat; readonly block: Block }

function readBlock(place: BlockPlace, state: ReadingState, found: SectionClaims): void {
  const { document, block } = place
  const { title, text } = document
  const said = text.slice(block.span.start, block.span.end)
  if (block.kind === 'heading') {
    state.heading = said
    state.topics = topicsOf(title, said)
  }
  if (!isSkippedHeading(state.heading) && !isReference(said)) {
    const { topics, titled, kinds, words, counts } = state
    const refuse = counting(found)
    const context = { title, topics, titled, kinds, past: false, words, counts, refuse, lenient: false }
    addNew(claimsOf(place, context, state, found), state, found)
  }
  state.blocks += 1
}

const counting =
  ({ refused }: SectionClaims) =>
  (check: RefusalCheck): void => {
    refused[check] = (refused[check] ?? 0) + 1
  }

function addNew(claims: readonly Claim[], { ids }: ReadingState, found: SectionClaims): void {
  for (const claim of claims) {
    if (ids.has(claim.fact.id)) continue
    ids.add(claim.fact.id)
    found.claims.push(claim)
  }
}

function claimsOf(
  { document, format, block }: BlockPlace,
  context: ReaderContext,
  state: ReadingState,
  found: SectionClaims,
): Claim[] {
  const { heading } = state
  const read = (span: Span): Sentence[] => {
    const sentences = readSentences(document, format, { span, heading, paragraph: state.blocks }, context.words)
    const resolved = resolveReferences(sentences, state)
    recordSentences(resolved, state, found)
    return resolved
  }
  if (block.kind === 'paragraph') return proseClaims(read(block.span), context)
  if (block.kind !== 'list') return []
  const prose = block.members.map(read)
  const members = readMembers(document, format, block, context.words)
  if (members === null) return prose.flatMap((member) => proseClaims(member, context))
  return listClaims(document, format, block, members, heading, context)
}

function recordSentences(
  read: readonly Sentence[],
  { names, shorts }: ReadingState,
  { mentions, sentences }: SectionClaims,
): void {
  collectNames(names, shorts, read)
  collectMentions(mentions, read)
  for (const { raw, text } of read) sentences.add(raw).add(text)
}

/** The claims of each sentence; one that has none is counted. */
const proseClaims = (sentences: readonly Sentence[], context: ReaderContext): Claim[] =>
  sentences.flatMap((sentence) => {
    const claims = strictOrLenient(sentence, { ...context, past: tellsPast(sentence) })
    if (claims.length === 0 && !announcesList(sentence)) context.refuse(refusalOf(sentence, context))
    return claims
  })

/** If nothing can be asked strictly, claims with unresolved references are taken for review. */
function strictOrLenient(sentence: Sentence, context: ReaderContext): Claim[] {
  const strict = sentenceClaims(sentence, context)
  if (strict.length > 0) return strict
  const unresolved = unresolvedDefinites(sentence.tokens, context)
  // "The law was repealed": an unknown subject cannot be asked.
  if (unresolved.includes(subjectOf(sentence))) return []
  return sentenceClaims(sentence, { ...context, lenient: true }).map((claim) => ({ ...claim, unresolved }))
}

/** The noun of a subject that opens its sentence with "The". */
const subjectOf = ({ tokens }: Sentence): string =>
  lowerAt(tokens, 0) === 'the' ? lowerAt(tokens, nounPhraseEnd(tokens, 0) - 1) : ''

const PAST =
  /^(?:was|were|had|did|took|gave|made|became|began|came|went|saw|led|kept|brought|built|won|lost|fought|wrote|spoke|fell|grew|knew|met|paid|ran|sent|sold|spent|stood|taught|told|thought|threw|understood|wore|drew|drove|flew|rode|sank|shot|struck|chose|broke)$/
const tellsPast = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ tag, lower }, n) =>
      PAST.test(lower) ||
      (tag === 'VERB' && lower.endsWith('ed') && /^(?:NOUN|PROPN|PRON|ADV)$/.test(tokens[n - 1]?.tag ?? '')),
  )

/** "The tasks were:" is counted with its list. */
const announcesList = ({ raw }: Sentence): boolean => raw.endsWith(':')

const HEDGED =
  /\b(?:may|might|could|would|should|perhaps|probably|possibly|likely|allegedly|reportedly|apparently|seem(?:s|ed)?|appear(?:s|ed)?|if|unless|not|no|never|neither|nor|none|hardly|rarely)\b|n[’']t\b/i
const LONGEST_WORDS = 35

/** Why a sentence has no claim: the first check that it fails. A sentence that fails none has nothing to ask. */
function refusalOf({ text, raw, tokens, example }: Sentence, context: ReaderContext): RefusalCheck {
  if (example) return 'R11'
  if (!/[.!]["”’)]?$/.test(raw)) return 'R8'
  if (unresolvedReference(tokens, { from: 0, to: tokens.length }, context) !== null) return 'R7'
  if (HEDGED.test(text)) return 'R9'
  return text.split(/\s+/).length > LONGEST_WORDS ? 'R12' : 'R11'
}
