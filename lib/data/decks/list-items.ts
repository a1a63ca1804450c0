import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Span } from '../../core/document/document'
import { type DeckId, FactId, ItemId, type RevisionId } from '../../core/ids'
import type { ItemType, Tier } from '../../core/item/item'
import { wrongOptions } from '../../core/item/reword'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { DeckChoice } from './choose-item'
import { decksVisibleTo } from './decks-visible-to'
import { chosenRevision, type Revision, revisionOf } from './revision-of'

/** `ready`: shown without a word from the author. `waiting`: not shown until accepted. */
type ItemStatus = 'ready' | 'waiting' | 'accepted' | 'rejected'

type ListedAnswer = Pick<Revision, 'key' | 'accepted' | 'evidence'> & { readonly wrong: readonly string[] }

type ListedItem = {
  readonly id: ItemId
  /** The one shown; a choice names it, so that a newer engine does not change what an author nodded at. */
  readonly revisionId: RevisionId
  readonly type: ItemType
  readonly tier: Tier
  readonly status: ItemStatus
  readonly edited: boolean
  readonly stem: string
  readonly options: readonly string[]
  /** Null where the viewer may not edit the deck and the item is a question: keys stay on the server. */
  readonly answer: ListedAnswer | null
  /** What undo goes back to. */
  readonly choice: DeckChoice
}

type FactWithItems = {
  /** The fact's id; of a group of questions, a name of its own. */
  readonly id: string
  /** Empty for a group of questions whose facts are kept back. */
  readonly statement: string
  readonly heading: string
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
  readonly items: readonly ListedItem[]
}

export type DeckItems = { readonly mayEdit: boolean; readonly facts: readonly FactWithItems[] }

/** Every item of a deck under its main fact, in the document's order; null when the viewer may not see the deck. */
export async function listItems(viewer: Viewer | null, deckId: DeckId): Promise<DeckItems | null> {
  const deck = await db().deck.findFirst({ where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } })
  if (!deck) return null
  const mayEdit = viewer !== null && deck.ownerId === viewer.learnerId
  const [items, facts] = await Promise.all([
    db().item.findMany({
      where: { documentId: deck.documentId },
      orderBy: { position: 'asc' },
      include: include(deckId),
    }),
    db().fact.findMany({ where: { documentId: deck.documentId }, orderBy: { position: 'asc' } }),
  ])
  const byFact = new Map<string | undefined, Row[]>()
  for (const item of items) {
    const factId = item.facts[0]?.factId
    byFact.set(factId, [...(byFact.get(factId) ?? []), item])
  }
  const listed = facts.map((fact) => ({
    id: FactId.parse(fact.id),
    statement: fact.statement,
    heading: fact.heading,
    spans: fact.spans as Span[],
    answerSpan: fact.answerSpan as Span | null,
    items: (byFact.get(fact.id) ?? []).flatMap((item) => listItem(item, mayEdit)),
  }))
  const shown = mayEdit ? listed : keepProofsBack(listed)
  return { mayEdit, facts: shown.filter(({ items }) => items.length > 0) }
}

/**
 * For whoever answers the questions later: cards stay with their facts, and the questions of a section follow together,
 * without the statement and the sentence that would give their keys away.
 */
function keepProofsBack(facts: readonly FactWithItems[]): FactWithItems[] {
  const headings = [...new Set(facts.map(({ heading }) => heading))]
  return headings.flatMap((heading, at) => {
    const section = facts.filter((fact) => fact.heading === heading)
    const cards = section.map((fact) => ({ ...fact, items: fact.items.filter(({ type }) => type === 'flashcard') }))
    const questions = section.flatMap(({ items }) => items.filter(({ type }) => type !== 'flashcard'))
    return [...cards, { id: `questions-${at}`, statement: '', heading, spans: [], answerSpan: null, items: questions }]
  })
}

const include = (deckId: DeckId) =>
  ({
    facts: { where: { slot: 0 } },
    choices: { where: { deckId } },
    revisions: { where: { OR: [{ authorId: null }, { choices: { some: { deckId } } }] } },
  }) satisfies Prisma.ItemInclude

type Row = Prisma.ItemGetPayload<{ include: ReturnType<typeof include> }>

function listItem(row: Row, mayEdit: boolean): ListedItem[] {
  const chosen = row.choices[0]
  const found = chosenRevision(row.revisions, chosen?.revisionId)
  const status = statusOf(row)
  if (!found || !isListed(row, status, mayEdit)) return []
  const revision = revisionOf(found)
  return [
    {
      id: ItemId.parse(row.id),
      revisionId: revision.id,
      type: row.type as ItemType,
      tier: row.tier as Tier,
      status,
      edited: found.authorId !== null,
      stem: revision.stem,
      options: [...revision.options].sort((a, b) => a.localeCompare(b)),
      answer: mayEdit || row.type === 'flashcard' ? answerOf(row.type as ItemType, revision) : null,
      choice: chosen ? { choice: chosen.choice, revisionId: revision.id } : null,
    },
  ]
}

function statusOf(row: Row): ItemStatus {
  return row.choices[0]?.choice ?? (row.tier === 'A' ? 'ready' : 'waiting')
}

// Learners meet what is shown; what waits or was turned down is the author's alone.
function isListed(row: Row, status: ItemStatus, mayEdit: boolean): boolean {
  if (row.retired) return status === 'accepted'
  return mayEdit || status === 'ready' || status === 'accepted'
}

function answerOf(type: ItemType, { key, options, accepted, evidence }: Revision): ListedAnswer {
  return { key, wrong: wrongOptions({ type, key, options }), accepted, evidence }
}
