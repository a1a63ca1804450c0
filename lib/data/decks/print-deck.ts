import 'server-only'
import type { Span } from '../../core/document/document'
import { quoteEvidence } from '../../core/document/evidence'
import { type DeckId, FactId } from '../../core/ids'
import { CARD_TYPES, pickCards } from '../../core/item/card'
import type { Question } from '../../core/item/item'
import {
  type CardLayout,
  joinFacts,
  type Printed,
  printCard,
  printKey,
  printQuestion,
} from '../../core/item/printed-items'
import { shortenedLabel } from '../../core/item/shortened-label'
import type { Viewer } from '../../core/people/viewer'
import { isQuestion, QUESTION_TYPES } from '../../core/question-types/registry'
import { pickQuestions } from '../../core/quiz/pick-questions'
import { letterOf } from '../../core/shared/option-rows'
import { seededRandom } from '../../core/shared/random'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import { decksVisibleTo, decksWithKeysFor } from './deck-access'
import { labelSplitter, listShownRevisions, type ShownRevision } from './shown-items'

/** Of a longer deck a part is printed at a time: fifty sheets of paper, and a PDF that is made in seconds. */
export const FACTS_A_PART = 500

export type AskedPrint =
  | { readonly kind: 'cards'; readonly layout: CardLayout; readonly part: number }
  | { readonly kind: 'facts'; readonly part: number }
  /** The same version has the same questions in the same order for as long as the deck stays as it is. */
  | { readonly kind: 'quiz'; readonly count: number; readonly version: number }

export type PrintedDeck = { readonly printed: Printed; readonly parts: number }

type Deck = { readonly id: DeckId; readonly title: string; readonly document: Document }
type Document = { readonly text: string; readonly language: string }

/** A deck as it goes on paper; null when the viewer may not see it, or of a quiz, may not have its keys. */
export async function printDeck(viewer: Viewer | null, deckId: DeckId, asked: AskedPrint): Promise<PrintedDeck | null> {
  const allowed = asked.kind === 'quiz' ? withKeys(viewer) : decksVisibleTo(viewer)
  const found = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksVisibleTo(viewer), allowed] },
    select: { title: true, document: { select: { text: true, language: true } } },
  })
  if (!found) return null
  const deck = { id: deckId, ...found }
  const head = { title: deck.title, language: deck.document.language }
  switch (asked.kind) {
    case 'cards': {
      const { cards, parts } = await printCards(viewer, deck, asked.part)
      const first = (asked.part - 1) * FACTS_A_PART + 1
      return { parts, printed: { ...head, kind: 'cards', layout: asked.layout, first, cards } }
    }
    case 'facts': {
      const { rows, parts } = await factsOfPart(deck, asked.part, {})
      const facts = joinFacts(rows.map((row) => printFact(row, deck.document)))
      return { parts, printed: { ...head, kind: 'facts', count: rows.length, facts } }
    }
    case 'quiz':
      return { parts: 1, printed: { ...head, kind: 'quiz', ...(await printQuiz(viewer, deck, asked)) } }
  }
}

/** Whether the viewer may have the deck's questions with their keys. */
export async function mayPrintQuiz(viewer: Viewer | null, deckId: DeckId): Promise<boolean> {
  return (await db().deck.count({ where: { AND: [{ id: deckId }, decksVisibleTo(viewer), withKeys(viewer)] } })) > 0
}

const withKeys = (viewer: Viewer | null): Prisma.DeckWhereInput =>
  viewer ? decksWithKeysFor(viewer) : { id: { in: [] } }

/** A part of the facts of the deck, in the document's order. */
async function factsOfPart({ id }: Deck, part: number, asked: Prisma.DeckFactWhereInput) {
  const where = { inDecks: { some: { ...asked, deckId: id } } }
  const [count, rows] = await Promise.all([
    db().fact.count({ where }),
    db().fact.findMany({
      where,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      skip: (part - 1) * FACTS_A_PART,
      take: FACTS_A_PART,
      select: { id: true, statement: true, heading: true, spans: true, answerSpan: true },
    }),
  ])
  return { rows, parts: Math.max(1, Math.ceil(count / FACTS_A_PART)) }
}

/** Every card that Study would show of the facts. */
async function printCards(viewer: Viewer | null, deck: Deck, part: number) {
  const { rows, parts } = await factsOfPart(deck, part, { hasCard: true })
  const factIds = rows.map(({ id }) => FactId.parse(id))
  const shown = await listShownRevisions(viewer, deck.id, { types: CARD_TYPES, factIds })
  const byFact = new Map<string, ShownRevision[]>()
  for (const card of shown.filter(({ isCard }) => isCard)) {
    const main = card.factIds[0]
    if (main) byFact.set(main, [...(byFact.get(main) ?? []), card])
  }
  const cards = factIds.flatMap((id) => {
    return pickCards((byFact.get(id) ?? []).map(({ revision }) => revision)).flatMap((item) => printCard(item) ?? [])
  })
  return { cards, parts }
}

type FactRow = Awaited<ReturnType<typeof factsOfPart>>['rows'][number]

function printFact({ statement, heading, spans, answerSpan }: FactRow, { text }: Document) {
  const { sentence, answer } = quoteEvidence(text, spans as Span[], answerSpan as Span | null)
  return { statement, heading, evidence: sentence, answers: answer ? [answer] : [] }
}

async function printQuiz(viewer: Viewer | null, deck: Deck, asked: { count: number; version: number }) {
  const shown = await listShownRevisions(viewer, deck.id, { types: QUESTION_TYPES })
  const candidates = shown.flatMap(({ itemId, revision, factIds }): Question[] =>
    isQuestion(revision) ? [{ ...revision, id: itemId, tier: 'A', factIds }] : [],
  )
  const items = pickQuestions(candidates, asked.count, () => 1, seededRandom(asked.version))
  const apart = await labelSplitter(
    db(),
    items.flatMap(({ factIds }) => factIds),
  )
  return {
    version: letterOf(asked.version - 1),
    questions: items.map((item) => {
      const { label, rest } = apart(item)
      return printQuestion({ ...item, stem: rest }, shortenedLabel(label, deck.title))
    }),
    keys: items.map((item) => ({
      key: printKey(item),
      evidence: quoteEvidence(deck.document.text, item.evidence, null).sentence,
    })),
  }
}
