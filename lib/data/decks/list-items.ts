import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Span } from '../../core/document/document'
import { type DeckId, FactId, ItemId, type RevisionId } from '../../core/ids'
import type { ItemType, Tier } from '../../core/item/item'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { DeckChoice } from './choose-item'
import { decksVisibleTo } from './decks-visible-to'
import { chosenRevision, type Revision, revisionOf } from './revision-of'

/** `ready`: shown without a word from the author. `waiting`: not shown until accepted. */
export type ItemStatus = 'ready' | 'waiting' | 'accepted' | 'rejected'

export type ListedAnswer = Pick<Revision, 'key' | 'accepted' | 'evidence'> & { readonly wrong: readonly string[] }

export type ListedItem = {
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

export type FactWithItems = {
  readonly id: FactId
  readonly statement: string
  readonly heading: string
  readonly spans: readonly Span[]
  /** Null where the viewer may not edit: beside a question it would be the key. */
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
    answerSpan: mayEdit ? (fact.answerSpan as Span | null) : null,
    items: (byFact.get(fact.id) ?? []).flatMap((item) => listItem(item, mayEdit)),
  }))
  return { mayEdit, facts: listed.filter(({ items }) => items.length > 0) }
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
      answer: mayEdit || row.type === 'flashcard' ? answerOf(revision) : null,
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

function answerOf({ key, options, accepted, evidence }: Revision): ListedAnswer {
  return { key, wrong: options.filter((option) => !key.includes(option)), accepted, evidence }
}
