import 'server-only'
import { evidenceOf, type ShownEvidence } from '@/lib/core/document/evidence'
import type { DeckId } from '@/lib/core/ids'
import { findShippedDeck } from '@/lib/data/decks/find-deck'
import { listShownRevisions, type ShownRevision } from '@/lib/data/decks/list-shown-revisions'
import { type ReadDocument, readDocument } from '@/lib/data/decks/read-document'
import { pickOpeningCard, pickThread } from './pick-showcase'

export type OpeningCard = {
  readonly stem: string
  readonly answers: readonly string[]
  readonly evidence: ShownEvidence
}

export type Opening = {
  readonly deckId: DeckId
  readonly title: string
  readonly card: OpeningCard | null
  /** One sentence and what became of it. */
  readonly thread: (OpeningCard & { readonly statement: string; readonly wrongOptions: number }) | null
}

const SHIPPED = 'the-foreign-policy-of-kyrgyzstan'

/** What a stranger sees of the shipped deck; null until it is loaded. Cards may be shown whole: they keep no key. */
export async function showOpening(): Promise<Opening | null> {
  const deck = await findShippedDeck(SHIPPED)
  const document = deck && (await readDocument(null, deck.id))
  if (!document) return null
  const shown = await listShownRevisions(null, deck.id, { types: ['flashcard'] })
  const candidates = shown.map((item) => candidateOf(document, item))
  const card = pickOpeningCard(candidates)
  const thread = pickThread(candidates, card)
  return {
    deckId: deck.id,
    title: deck.title,
    card: card ? bare(card) : null,
    thread: thread ? { ...bare(thread), ...(await followThread(document, deck.id, thread)) } : null,
  }
}

type Candidate = OpeningCard & Pick<ShownRevision, 'factIds'>

function candidateOf(document: ReadDocument, { revision, factIds }: ShownRevision): Candidate {
  const fact = document.facts.find(({ id }) => id === factIds[0])
  const answer = revision.key.length === 1 ? (fact?.answerSpan ?? null) : spanOfAll(document, factIds)
  const evidence = evidenceOf(document, revision.evidence, answer)
  return { stem: revision.stem, answers: revision.key, evidence, factIds }
}

// The members of a list stand one after another; lit together they are the answer.
function spanOfAll(document: ReadDocument, factIds: readonly string[]) {
  const spans = document.facts.flatMap(({ id, answerSpan }) => (factIds.includes(id) && answerSpan ? [answerSpan] : []))
  if (spans.length === 0) return null
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

async function followThread(document: ReadDocument, deckId: DeckId, { factIds, stem }: Candidate) {
  const [factId] = factIds
  const fact = document.facts.find(({ id }) => id === factId)
  const choices = factId ? await listShownRevisions(null, deckId, { types: ['choice'], factIds: [factId] }) : []
  const options = choices[0]?.revision.options.length ?? 0
  return { statement: fact?.statement ?? stem, wrongOptions: Math.max(0, options - 1) }
}

function bare({ stem, answers, evidence }: Candidate): OpeningCard {
  return { stem, answers, evidence }
}
