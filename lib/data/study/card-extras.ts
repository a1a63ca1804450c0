import 'server-only'
import { type DeckId, type FactId, ItemId } from '../../core/ids'
import { isLeechAt, type Memory } from '../../core/memory/scheduling/memory'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksEditableBy } from '../decks/deck-access'
import { type Revision, revisionOf } from '../decks/item-revisions'
import { shownItems } from '../decks/shown-items'

type Asked = { readonly itemId: ItemId; readonly revision: Revision }

/** What a card of a session needs beside its item. */
export type CardExtras = {
  readonly starred: boolean
  readonly mayEdit: boolean
  /** The items of the lower rungs, where the fact is on its way up or is a leech; else null. */
  readonly rungs: Rungs | null
}

type Rungs = { readonly choice?: Asked; readonly cloze?: Asked }

type Chosen = { readonly deckId: DeckId; readonly fact: { readonly id: FactId }; readonly memory: Memory }

/** By fact. The cards come from `nextCards`, which has looked at who asks; asked are at most as many as a session has. */
export async function cardExtras(
  viewer: Viewer | null,
  chosen: readonly Chosen[],
): Promise<ReadonlyMap<string, CardExtras>> {
  const factIds = chosen.map(({ fact }) => fact.id)
  const starred = viewer ? await starredOf(viewer, factIds) : new Set<string>()
  const extras = new Map<string, CardExtras>()
  const deckIds = [...new Set(chosen.map(({ deckId }) => deckId))]
  const editable = viewer ? await editableOf(viewer, deckIds) : new Set<string>()
  for (const deckId of deckIds) {
    const inDeck = chosen.filter((choice) => choice.deckId === deckId)
    const rungs = await lowerRungs(
      deckId,
      inDeck.filter(needsRungs).map(({ fact }) => fact.id),
    )
    for (const { fact } of inDeck) {
      extras.set(fact.id, {
        mayEdit: editable.has(deckId),
        starred: starred.has(fact.id),
        rungs: rungs.get(fact.id) ?? null,
      })
    }
  }
  return extras
}

async function editableOf(viewer: Viewer, deckIds: readonly DeckId[]): Promise<ReadonlySet<string>> {
  const where = { AND: [{ id: { in: [...deckIds] } }, decksEditableBy(viewer)] }
  const rows = await db().deck.findMany({ where, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

async function starredOf({ learnerId }: Viewer, factIds: readonly FactId[]): Promise<ReadonlySet<string>> {
  const where = { learnerId, factId: { in: [...factIds] }, starred: true }
  const rows = await db().factFlag.findMany({ where, select: { factId: true } })
  return new Set(rows.map(({ factId }) => factId))
}

/** On the ladder, or one lapse from being offered another kind of item. */
function needsRungs({ memory }: Chosen): boolean {
  return memory.kind === 'new' || memory.state === 'learning' || isLeechAt(memory.lapses + 1)
}

async function lowerRungs(deckId: DeckId, factIds: readonly FactId[]): Promise<ReadonlyMap<string, Rungs>> {
  if (factIds.length === 0) return new Map()
  // What asks several facts at once does not lead to one of them.
  const alone = { type: { in: ['choice', 'cloze'] }, facts: { none: { slot: { gt: 0 } } } }
  const rows = await db().itemFact.findMany({
    where: { factId: { in: [...factIds] }, slot: 0, item: { AND: [shownItems(deckId), alone] } },
    orderBy: { item: { position: 'asc' } },
    select: { factId: true, itemId: true },
  })
  const words = await cardRevisions(
    deckId,
    rows.map(({ itemId }) => ItemId.parse(itemId)),
  )
  const rungs = new Map<string, Rungs>(factIds.map((factId) => [factId, {}]))
  for (const { factId, itemId } of rows) {
    const id = ItemId.parse(itemId)
    const revision = words.get(id)
    const rung = revision && rungFor(revision)
    const known = rungs.get(factId) ?? {}
    if (rung && !known[rung]) rungs.set(factId, { ...known, [rung]: { itemId: id, revision } })
  }
  return rungs
}

function rungFor(revision: Revision): 'choice' | 'cloze' | null {
  if (revision.type === 'cloze') return 'cloze'
  return revision.type === 'choice' && revision.content.options.length > 1 ? 'choice' : null
}

/** The words of cards as the deck shows them. The ids come from `listDeckFacts`, which has looked at who asks. */
async function cardRevisions(deckId: DeckId, itemIds: readonly ItemId[]): Promise<ReadonlyMap<ItemId, Revision>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db().deckItem.findMany({
    where: { deckId, itemId: { in: [...itemIds] } },
    select: { itemId: true, revision: true },
  })
  return new Map(
    rows.flatMap(({ itemId, revision }) => (revision ? [[ItemId.parse(itemId), revisionOf(revision)]] : [])),
  )
}
