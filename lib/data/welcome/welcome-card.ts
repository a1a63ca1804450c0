import 'server-only'
import { answerPlace, evidenceOf, type ShownEvidence } from '@/lib/core/document/evidence'
import type { DeckId } from '@/lib/core/ids'
import { CARD_TYPES } from '@/lib/core/item/card'
import { write, wrongOptions } from '@/lib/core/question-types/registry'
import { type ReadDocument, readDocument } from '@/lib/data/decks/document-text'
import { type DeckHead, findShippedDeck } from '@/lib/data/decks/find-deck'
import { listShownRevisions, type ShownRevision } from '@/lib/data/decks/shown-items'
import { pickExample, pickWelcomeCard } from './pick-showcase'

export type WelcomeCard = {
  readonly stem: string
  readonly answers: readonly string[]
  readonly evidence: ShownEvidence
}

export type WelcomeDeck = {
  readonly deckId: DeckId
  readonly title: string
  readonly card: WelcomeCard | null
  /** One sentence and what became of it. */
  readonly example: (WelcomeCard & { readonly statement: string; readonly wrongOptions: number }) | null
}

const SHIPPED = 'the-foreign-policy-of-kyrgyzstan'

/** What a stranger sees of the shipped deck; null until it is loaded. Cards may be shown whole (docs/decisions/0013). */
export async function findWelcomeCard(): Promise<WelcomeDeck | null> {
  const deck = await findShippedDeck(SHIPPED)
  if (!deck) return null
  const key = `${deck.id} ${deck.documentId}`
  if (held?.key !== key) held = { key, opening: await makeOpening(deck) }
  return held.opening
}

// What ships does not change while the app runs, and this is the screen that is opened most.
let held: { key: string; opening: WelcomeDeck | null } | undefined

async function makeOpening(deck: DeckHead): Promise<WelcomeDeck | null> {
  const document = await readDocument(null, deck.id)
  if (!document) return null
  const shown = await listShownRevisions(null, deck.id, { types: CARD_TYPES })
  const cards = shown.filter(({ isCard }) => isCard)
  const candidates = cards.map((item) => candidateOf(document, item, shown))
  const card = pickWelcomeCard(candidates.filter((_, at) => cards[at]?.revision.type === 'flashcard'))
  const example = pickExample(candidates, card)
  return {
    deckId: deck.id,
    title: deck.title,
    card: card ? bare(card) : null,
    example: example ? { ...bare(example), statement: example.statement, wrongOptions: example.wrongOptions } : null,
  }
}

type Candidate = WelcomeCard & { readonly statement: string; readonly wrongOptions: number }

function candidateOf(
  document: ReadDocument,
  { revision, factIds }: ShownRevision,
  shown: readonly ShownRevision[],
): Candidate {
  const fact = document.facts.find(({ id }) => id === factIds[0])
  const place = { spans: revision.evidence, answerSpan: fact?.answerSpan ?? null }
  const { key } = write(revision)
  const answer = key.length === 1 ? answerPlace(document.text, place, key) : spanOfAll(document, factIds)
  const evidence = evidenceOf(document, revision.evidence, answer)
  const choice = shown.find((item) => item.revision.type === 'choice' && item.factIds[0] === factIds[0])
  return {
    ...{ stem: revision.stem, answers: key, evidence },
    statement: fact?.statement ?? revision.stem,
    wrongOptions: Math.max(0, choice ? wrongOptions(choice.revision).length : 0),
  }
}

// The members of a list follow one another; highlighted together they are the answer.
function spanOfAll(document: ReadDocument, factIds: readonly string[]) {
  const spans = document.facts.flatMap(({ id, answerSpan }) => (factIds.includes(id) && answerSpan ? [answerSpan] : []))
  if (spans.length === 0) return null
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

function bare({ stem, answers, evidence }: Candidate): WelcomeCard {
  return { stem, answers, evidence }
}
