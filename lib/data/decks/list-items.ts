import 'server-only'
import type { Span } from '../../core/document/document'
import type { DeckId, ItemId } from '../../core/ids'
import { countItems, EVERYTHING, type ItemCounts, type ItemFilter, isWanted } from '../../core/item/filter-items'
import { groupByHeading, splitIntoPages } from '../../core/item/split-into-pages'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksVisibleTo } from './deck-access'
import { type ItemSummary, type ItemWithWords, listWords, summarizeItems } from './item-summaries'

type FactWithItems = {
  /** The fact's id; of a group of questions, a name of its own. */
  readonly id: string
  /** Empty for a group of questions whose facts are kept back. */
  readonly statement: string
  readonly heading: string
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
  readonly items: readonly ItemWithWords[]
}

/** Facts that follow each other under one heading, with the page on which they begin and the first of them. */
export type ItemsSection = {
  readonly heading: string
  readonly page: number
  readonly first: string
  readonly items: number
}

export type ItemList = {
  readonly mayEdit: boolean
  /** Of the whole deck, whatever is asked for. */
  readonly items: number
  readonly counts: ItemCounts
  readonly groups: readonly FactWithItems[]
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly sections: readonly ItemsSection[]
  /** The items right before and after this page. */
  readonly before: ItemId | null
  readonly after: ItemId | null
  /** Where in the document this page stands; null when it is empty. */
  readonly range: Span | null
  /** Where the document says what this page's items ask; for readers who may be asked the questions later, what its cards ask. */
  readonly stated: readonly Span[]
}

type AskedItems = {
  readonly filter: ItemFilter
  readonly page: number
  /** An item that is listed whatever the filter says; without a page, the page is its own. */
  readonly item: string | null
}

const ALL: AskedItems = { filter: EVERYTHING, page: 0, item: null }

// About a hundred items are drawn and moved through without a stutter on a phone; most decks are a page or two.
const ITEMS_A_PAGE = 100

/** A page of a deck's items, each under its main fact, in the document's order; null when the viewer may not see the deck. */
export async function listItems(viewer: Viewer | null, deckId: DeckId, asked = ALL): Promise<ItemList | null> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] },
    include: { document: { select: { engine: true } } },
  })
  if (!deck) return null
  const mayEdit = viewer !== null && deck.ownerId === viewer.learnerId
  const { documentId } = deck
  const summaries = await summarizeItems({ id: deck.id, documentId, engine: deck.document.engine, mayEdit })
  const listed = summaries.filter(({ id, replaced }) => !replaced || id === asked.item)
  const all = await groupItems(documentId, listed, mayEdit)
  const counted = all.flatMap(({ items }) => items.filter(({ replaced }) => !replaced))
  // What an author decided is the author's alone.
  const filter = mayEdit ? asked.filter : EVERYTHING
  const wanted = all.flatMap((group) => {
    const items = group.items.filter((item) => item.id === asked.item || isWanted(item, filter))
    return items.length > 0 ? [{ ...group, items, weight: items.length }] : []
  })
  const pages = splitIntoPages(wanted, ITEMS_A_PAGE)
  const at = indexOf(pages, asked)
  const here = pages[at] ?? []
  const words = await listWords(
    here.flatMap(({ items }) => items),
    { deckId, mayEdit },
  )
  const groups = here.map((group) => groupFor(group, words))
  return {
    mayEdit,
    items: counted.length,
    counts: countItems(counted, filter.since),
    groups: groups.filter(({ items }) => items.length > 0),
    page: at + 1,
    pages: Math.max(1, pages.length),
    sections: sectionsIn(pages),
    before: pages[at - 1]?.at(-1)?.items.at(-1)?.id ?? null,
    after: pages[at + 1]?.[0]?.items[0]?.id ?? null,
    range: rangeOf(here),
    stated: groups.flatMap(({ spans }) => spans),
  }
}

function indexOf(pages: readonly (readonly ItemGroup[])[], { page, item }: AskedItems): number {
  const found =
    item && page === 0 ? pages.findIndex((some) => some.some(({ items }) => items.some(({ id }) => id === item))) : -1
  return found >= 0 ? found : Math.max(0, Math.min(page, pages.length) - 1)
}

function groupFor({ kind, items, ...group }: ItemGroup, words: ReadonlyMap<ItemId, ItemWithWords>): FactWithItems {
  const { id, statement, heading } = group
  return {
    id,
    statement,
    heading,
    spans: kind === 'fact' ? group.spans : [],
    answerSpan: group.answerSpan,
    items: items.flatMap((item) => words.get(item.id) ?? []),
  }
}

function sectionsIn(pages: readonly (readonly ItemGroup[])[]): ItemsSection[] {
  const paged = pages.flatMap((some, at) => some.map((group) => ({ ...group, page: at + 1 })))
  return groupByHeading(paged).flatMap((section) => {
    const [first] = section
    const items = section.reduce((sum, group) => sum + group.items.length, 0)
    return first ? [{ heading: first.heading, page: first.page, first: first.id, items }] : []
  })
}

/** From the first piece of evidence to the last. */
function rangeOf(groups: readonly ItemGroup[]): Span | null {
  const evidence = groups.flatMap(({ spans: [first] }) => first ?? [])
  if (evidence.length === 0) return null
  return { start: Math.min(...evidence.map(({ start }) => start)), end: Math.max(...evidence.map(({ end }) => end)) }
}

/** A fact with its items; or, for readers who may be asked them later, the questions of a section without what gives their keys away. */
type ItemGroup = {
  /** The fact's id; of a group of questions, a name of its own. */
  readonly id: string
  readonly kind: 'fact' | 'questions'
  readonly statement: string
  readonly heading: string
  /** Where the document says it; of questions, of all their facts. */
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
  readonly items: readonly ItemSummary[]
}

/** Everything of a deck that the viewer may see, in the document's order and numbered in it. */
async function groupItems(
  documentId: string,
  summaries: readonly Omit<ItemSummary, 'number'>[],
  mayEdit: boolean,
): Promise<readonly ItemGroup[]> {
  const byFact = new Map<string | null, Omit<ItemSummary, 'number'>[]>()
  for (const summary of summaries) {
    const mainFact = summary.factIds[0] ?? null
    const beside = byFact.get(mainFact)
    if (beside) beside.push(summary)
    else byFact.set(mainFact, [summary])
  }
  const facts = await db().fact.findMany({
    where: { documentId },
    orderBy: { position: 'asc' },
    select: { id: true, statement: true, heading: true, spans: true, answerSpan: true },
  })
  const groups = facts.map((fact) => ({
    ...fact,
    kind: 'fact' as const,
    spans: fact.spans as Span[],
    answerSpan: fact.answerSpan as Span | null,
    items: byFact.get(fact.id) ?? [],
  }))
  let number = 0
  return (mayEdit ? groups : withholdEvidence(groups))
    .filter(({ items }) => items.length > 0)
    .map((group) => ({ ...group, items: group.items.map((item) => ({ ...item, number: ++number })) }))
}

type Group = Omit<ItemGroup, 'items'> & { readonly items: readonly Omit<ItemSummary, 'number'>[] }

/**
 * For readers who may be asked the questions later: cards stay with their facts, and the questions of a section follow together,
 * without the statement and the sentence that would give their keys away.
 */
function withholdEvidence(facts: readonly Group[]): Group[] {
  const headings = [...new Set(facts.map(({ heading }) => heading))]
  return headings.flatMap((heading, at) => {
    const section = facts.filter((fact) => fact.heading === heading)
    const cards = section.map((fact) => ({ ...fact, items: fact.items.filter(({ type }) => type === 'flashcard') }))
    const questions: Group = {
      id: `questions-${at}`,
      kind: 'questions',
      statement: '',
      heading,
      spans: section.flatMap(({ spans }) => spans),
      answerSpan: null,
      items: section.flatMap(({ items }) => items.filter(({ type }) => type !== 'flashcard')),
    }
    return [...cards, questions]
  })
}
