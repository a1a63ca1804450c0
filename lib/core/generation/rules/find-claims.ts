import type { Block, DocumentFormat, Span, StructuredDocument } from '../../document/document'
import { sectionsOf } from '../../document/sections'
import { readWordCase, type WordCase } from '../../language/english/word-case'
import { readAliases, shortFormClaims } from './claims/aliases'
import type { Claim } from './claims/claim'
import { collectMentions, type Mention } from './distractors/distractor-pool'
import { listClaims } from './lists/list-claims'
import { readMembers } from './lists/list-members'
import { type SentenceCode, sentenceClaims, sentenceCode } from './sentence-claims'
import { countWords, type ReaderContext, topicsOf, type WordCounts } from './sentences/document-context'
import { isReference, isSkippedHeading, readSentences, type Sentence } from './sentences/sentence'

/** What one section of a document states, and the names it mentions. */
export type SectionClaims = {
  /** In the order of the text; no claim is found twice in a document. */
  readonly claims: Claim[]
  readonly mentions: Map<string, Mention>
  /** Each sentence with why it gives no claim; null where it gives some. */
  readonly sentences: { readonly span: Span; readonly code: SentenceCode | null }[]
}

/**
 * Every claim of the document that the engine can read, section by section. Short forms come with the last section. `onBlock` is called for each block, with the
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
    const found: SectionClaims = { claims: [], mentions: new Map(), sentences: [] }
    for (const block of blocks) {
      readBlock({ document, format, block }, state, found)
      onBlock(state.blocks, state.ids.size)
    }
    if (n === sections.length - 1) addNew(shortFormClaims(readAliases(document.text)), state, found)
    found.claims.sort((a, b) => beginOf(a) - beginOf(b))
    yield found
  }
}

/** What is known before reading, and what is kept of the sections read so far; tagged sentences are not. */
type ReadingState = {
  readonly words: WordCase
  readonly counts: WordCounts
  /** Of the claims. */
  readonly ids: Set<string>
  heading: string
  blocks: number
}

const startOf = ({ text }: StructuredDocument): ReadingState => ({
  words: readWordCase(text),
  counts: countWords(text),
  ids: new Set(),
  heading: '',
  blocks: 0,
})

const beginOf = ({ fact }: Claim): number => fact.spans[0]?.start ?? 0

type BlockPlace = { readonly document: StructuredDocument; readonly format: DocumentFormat; readonly block: Block }

function readBlock(place: BlockPlace, state: ReadingState, found: SectionClaims): void {
  const { document, block } = place
  const said = document.text.slice(block.span.start, block.span.end)
  if (block.kind === 'heading') state.heading = said
  if (!isSkippedHeading(state.heading) && !isReference(said)) addNew(claimsOf(place, state, found), state, found)
  state.blocks += 1
}

function addNew(claims: readonly Claim[], { ids }: ReadingState, found: SectionClaims): void {
  for (const claim of claims) {
    if (ids.has(claim.fact.id)) continue
    ids.add(claim.fact.id)
    found.claims.push(claim)
  }
}

function claimsOf({ document, format, block }: BlockPlace, state: ReadingState, found: SectionClaims): Claim[] {
  const { heading, words, counts } = state
  const context = { title: document.title, topics: topicsOf(document.title, heading), words, counts }
  const prose = (span: Span): Claim[] => {
    const read = readSentences(document, format, { span, heading }, words)
    collectMentions(found.mentions, read)
    return read.flatMap((sentence) => proseClaims(sentence, context, found))
  }
  if (block.kind === 'paragraph') return prose(block.span)
  if (block.kind !== 'list') return []
  const members = readMembers(document, format, block, words)
  const spoken = block.members.flatMap(prose)
  return members === null ? spoken : listClaims(document, format, block, members, heading, context)
}

function proseClaims(sentence: Sentence, context: ReaderContext, found: SectionClaims): Claim[] {
  const claims = sentenceClaims(sentence, context)
  // "The tasks were:" is asked with its list.
  const code = claims.length > 0 || sentence.raw.endsWith(':') ? null : sentenceCode(sentence)
  found.sentences.push({ span: sentence.span, code })
  return claims
}
