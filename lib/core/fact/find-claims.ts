import type { Block, DocumentFormat, StructuredDocument } from '../document/document'
import { readWordCase } from '../language/english/surface'
import { acronymClaims } from './acronym-claims'
import type { Claim } from './claim'
import { type Known, topicsOf } from './known'
import { listClaims, readMembers } from './list-claims'
import { type Mention, mentionsOf } from './mentions'
import { resolveReferences } from './resolve'
import { isReference, isSkippedHeading, readSentences, type Sentence } from './sentence'
import { sentenceClaims } from './sentence-claims'
import { countWords } from './word-counts'

/** What a document states, and the names it mentions. */
export type Found = { readonly claims: readonly Claim[]; readonly mentions: readonly Mention[] }

/** Every claim the document makes that the engine can read, in the order of the text, each once. */
export function findClaims(
  document: StructuredDocument,
  format: DocumentFormat,
  onBlock: (done: number, facts: number) => void,
): Found {
  const claims = new Map<string, Claim>()
  const sentences: Sentence[] = []
  const words = readWordCase(document.text)
  const counts = countWords(document.text)
  let heading = ''
  for (const [n, block] of document.blocks.entries()) {
    if (block.kind === 'heading') heading = document.text.slice(block.span.start, block.span.end)
    const known = { title: document.title, topics: topicsOf(document.title, heading), words, counts }
    const found = isSkippedHeading(heading)
      ? []
      : claimsOf({ document, format, block, heading, paragraph: n, known }, sentences)
    addNew(claims, found)
    onBlock(n + 1, claims.size)
  }
  addNew(claims, acronymClaims(document, sentences))
  const ordered = withOneAnswer([...claims.values()]).sort((a, b) => startOf(a) - startOf(b))
  return { claims: ordered, mentions: mentionsOf(sentences) }
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

function claimsOf(place: Place, sentences: Sentence[]): Claim[] {
  const { document, format, block, known } = place
  const read = (span: { start: number; end: number }) => {
    const found = resolveReferences(readSentences(document, format, { ...place, span }, known.words))
    sentences.push(...found)
    return found
  }
  if (isReference(document.text.slice(block.span.start, block.span.end))) return []
  if (block.kind === 'paragraph') return proseClaims(read(block.span), known)
  if (block.kind !== 'list') return []
  const prose = block.members.map(read)
  return readMembers(document, format, block) === null
    ? prose.flatMap((member) => proseClaims(member, known))
    : listClaims(document, format, block, place.heading, known)
}

const proseClaims = (sentences: readonly Sentence[], known: Known): Claim[] =>
  sentences.flatMap((sentence) => sentenceClaims(sentence, known))
