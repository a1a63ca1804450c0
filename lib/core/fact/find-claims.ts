import type { Block, DocumentFormat, Span, StructuredDocument } from '../document/document'
import { readWordCase } from '../language/english/surface'
import { acronymClaims, collectNames, type NamesByInitials, shortFormsIn } from './acronym-claims'
import type { Claim } from './claim'
import { type Known, topicsOf } from './known'
import { listClaims } from './list-claims'
import { readMembers } from './list-members'
import { collectMentions, type Mention } from './mentions'
import type { NamedPlaces } from './named-places'
import { resolveReferences } from './resolve'
import { isReference, isSkippedHeading, readSentences, type Sentence } from './sentence'
import { sentenceClaims } from './sentence-claims'
import { whySilent } from './why-silent'
import { countWords } from './word-counts'

/** What a document states, the names it mentions, and its sentences as they stand. */
export type Found = {
  readonly claims: readonly Claim[]
  readonly mentions: readonly Mention[]
  readonly sentences: ReadonlySet<string>
  /** How many sentences and lists gave no claim, by the check that spoke against them. */
  readonly refused: Readonly<Record<string, number>>
}

/** What is kept of sentences once their claims are read. */
type Seen = {
  readonly shorts: ReadonlyMap<string, Span>
  readonly names: NamesByInitials
  readonly mentions: Map<string, Mention>
  readonly sentences: Set<string>
  readonly places: NamedPlaces
}

/** Every claim the document makes that the engine can read, in the order of the text, each once. */
export function findClaims(
  document: StructuredDocument,
  format: DocumentFormat,
  onBlock: (done: number, facts: number) => void,
): Found {
  const claims = new Map<string, Claim>()
  const { text, title } = document
  const seen: Seen = {
    shorts: shortFormsIn(text),
    names: new Map(),
    mentions: new Map(),
    sentences: new Set(),
    places: new Map(),
  }
  const words = readWordCase(text)
  const counts = countWords(text)
  const refused: Record<string, number> = {}
  const refuse = (check: string): void => {
    refused[check] = (refused[check] ?? 0) + 1
  }
  let heading = ''
  for (const [n, block] of document.blocks.entries()) {
    if (block.kind === 'heading') heading = text.slice(block.span.start, block.span.end)
    const known = { title, topics: topicsOf(title, heading), words, counts, refuse, lenient: false }
    if (!isSkippedHeading(heading))
      addNew(claims, claimsOf({ document, format, block, heading, paragraph: n, known }, seen))
    onBlock(n + 1, claims.size)
  }
  addNew(claims, acronymClaims(seen.names, seen.shorts))
  const ordered = withOneAnswer([...claims.values()]).sort((a, b) => startOf(a) - startOf(b))
  return { claims: ordered, mentions: [...seen.mentions.values()], sentences: seen.sentences, refused }
}

function see(seen: Seen, sentences: readonly Sentence[]): void {
  collectNames(seen.names, seen.shorts, sentences)
  collectMentions(seen.mentions, sentences)
  for (const { raw, text } of sentences) seen.sentences.add(raw).add(text)
}

const startOf = ({ fact }: Claim): number => fact.spans[0]?.start ?? 0

/** A question that the document answers in two ways has no single key: it is not asked. */
function withOneAnswer(claims: readonly Claim[]): Claim[] {
  const answers = new Map<string, Set<string>>()
  for (const { question, fact } of claims) {
    if (question !== null) answers.set(question, (answers.get(question) ?? new Set()).add(fact.answer))
  }
  return claims.map((claim) =>
    claim.question !== null && (answers.get(claim.question)?.size ?? 0) > 1 ? { ...claim, question: null } : claim,
  )
}

function addNew(claims: Map<string, Claim>, found: readonly Claim[]): void {
  for (const claim of found) if (!claims.has(claim.fact.id)) claims.set(claim.fact.id, claim)
}

type Place = {
  readonly document: StructuredDocument
  readonly format: DocumentFormat
  readonly block: Block
  readonly heading: string
  readonly paragraph: number
  readonly known: Known
}

function claimsOf(place: Place, seen: Seen): Claim[] {
  const { document, format, block, known } = place
  const read = (span: { start: number; end: number }) => {
    const found = resolveReferences(
      readSentences(document, format, { ...place, span }, known.words),
      known.words,
      seen.places,
    )
    see(seen, found)
    return found
  }
  if (isReference(document.text.slice(block.span.start, block.span.end))) return []
  if (block.kind === 'paragraph') return proseClaims(read(block.span), known)
  if (block.kind !== 'list') return []
  const prose = block.members.map(read)
  const members = readMembers(document, format, block, known.words)
  if (members === null) return prose.flatMap((member) => proseClaims(member, known))
  return listClaims(document, format, block, members, place.heading, known)
}

/** The claims of each sentence; one that has none is counted. */
const proseClaims = (sentences: readonly Sentence[], known: Known): Claim[] =>
  sentences.flatMap((sentence) => {
    const claims = sentenceClaims(sentence, known)
    if (claims.length === 0 && !announcesList(sentence)) known.refuse(whySilent(sentence, known))
    return claims
  })

/** "The tasks were:" is counted with its list. */
const announcesList = ({ raw }: Sentence): boolean => raw.endsWith(':')
