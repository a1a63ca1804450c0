import 'server-only'
import { DeckId, ItemId, RevisionId } from '../../core/ids'
import type { Filtered } from '../../core/item/filter-items'
import type { ItemType, Tier } from '../../core/item/item'
import { db } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { DeckChoice } from './choose-item'
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
