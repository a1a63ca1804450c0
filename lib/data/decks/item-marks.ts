import 'server-only'
import { DeckId, ItemId, RevisionId } from '../../core/ids'
import type { Filtered } from '../../core/item/filter-items'
import type { ItemType, Tier } from '../../core/item/item'
import { wrongOptions } from '../../core/item/reword'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { DeckChoice } from './choose-items'
import { chosenRevision, type Revision, revisionOf } from './revision-of'
import { waitingItems } from './shown-items'

/** What is known of an item before its words are read. */
export type ItemMark = Filtered & {
  readonly id: ItemId
  /** What it asks, the main fact first. */
  readonly factIds: readonly string[]
  /** Its place among all that the viewer sees of the deck, from 1. */
  readonly number: number
  readonly choice: DeckChoice
}

/** Every item that the deck's author sees of it, or with `mayEdit: false` a learner, in the order of the document. */
export async function markItems(deck: {
  readonly id: string
  readonly documentId: string
  readonly engine: string
  readonly mayEdit: boolean
}): Promise<readonly Omit<ItemMark, 'number'>[]> {
  const [rows, waiting] = await Promise.all([
    db().item.findMany({
      where: { documentId: deck.documentId },
      orderBy: { position: 'asc' },
      select: select(deck.id),
    }),
    db().item.findMany({ where: waitingItems(DeckId.parse(deck.id)), select: { id: true } }),
  ])
  const waits = new Set(waiting.map(({ id }) => id))
  return rows.map((row) => markOf(row, deck.engine, waits.has(row.id))).filter((mark) => isListed(mark, deck.mayEdit))
}

const select = (deckId: string) =>
  ({
    id: true,
    type: true,
    tier: true,
    engine: true,
    retired: true,
    createdAt: true,
    facts: { orderBy: { slot: 'asc' }, select: { factId: true } },
    choices: {
      where: { deckId },
      select: { choice: true, revisionId: true, revision: { select: { authorId: true } } },
    },
  }) satisfies Prisma.ItemSelect

type Row = Prisma.ItemGetPayload<{ select: ReturnType<typeof select> }>
type Mark = Omit<ItemMark, 'number'> & { readonly retired: boolean }

function markOf({ facts, choices, engine, ...row }: Row, present: string, waits: boolean): Mark {
  const [chosen] = choices
  return {
    id: ItemId.parse(row.id),
    factIds: facts.map(({ factId }) => factId),
    type: row.type as ItemType,
    tier: row.tier as Tier,
    status: chosen?.choice ?? (waits ? 'waiting' : 'ready'),
    edited: (chosen?.revision?.authorId ?? null) !== null,
    held: row.retired || engine !== present,
    retired: row.retired,
    createdAt: row.createdAt,
    choice: chosen
      ? { choice: chosen.choice, revisionId: chosen.revisionId ? RevisionId.parse(chosen.revisionId) : null }
      : null,
  }
}

// Learners meet what is shown; what waits or was turned down is the author's alone.
function isListed({ retired, status }: Mark, mayEdit: boolean): boolean {
  if (retired) return status === 'accepted'
  return mayEdit || status === 'ready' || status === 'accepted'
}

type ListedAnswer = Pick<Revision, 'key' | 'accepted' | 'evidence' | 'distractorReasons'> & {
  readonly wrong: readonly string[]
}

export type ListedItem = Omit<ItemMark, 'createdAt' | 'choice'> & {
  /** The one shown; a choice names it, so that a newer engine does not change what an author nodded at. */
  readonly revisionId: RevisionId
  readonly stem: string
  readonly options: readonly string[]
  /** Null where the viewer may not edit the deck and the item is a question: keys stay on the server. */
  readonly answer: ListedAnswer | null
  /** What undo goes back to. */
  readonly choice: DeckChoice
}

/** The words of items as the deck shows them. The marks come from `markItems`, which has looked at who asks. */
export async function listWords(
  marks: readonly ItemMark[],
  { deckId, mayEdit }: { deckId: string; mayEdit: boolean },
): Promise<ReadonlyMap<ItemId, ListedItem>> {
  const rows = await db().revision.findMany({
    where: {
      itemId: { in: marks.map(({ id }) => id) },
      OR: [{ authorId: null }, { choices: { some: { deckId } } }],
    },
  })
  const byItem = new Map<string, typeof rows>()
  for (const row of rows) byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row])
  return new Map(
    marks.flatMap(({ factIds, createdAt, choice, ...mark }) => {
      const found = chosenRevision(byItem.get(mark.id) ?? [], choice?.revisionId)
      if (!found) return []
      const revision = revisionOf(found)
      const item: ListedItem = {
        ...mark,
        factIds: mayEdit ? factIds : [],
        revisionId: revision.id,
        stem: revision.stem,
        options: [...revision.options].sort((a, b) => a.localeCompare(b)),
        answer: mayEdit || mark.type === 'flashcard' ? answerOf(mark.type, revision) : null,
        choice: choice && { choice: choice.choice, revisionId: revision.id },
      }
      return [[mark.id, item] as const]
    }),
  )
}

function answerOf(type: ItemType, { key, options, accepted, evidence, distractorReasons }: Revision): ListedAnswer {
  return { key, wrong: wrongOptions({ type, key, options }), accepted, evidence, distractorReasons }
}
