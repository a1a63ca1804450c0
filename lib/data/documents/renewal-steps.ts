import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Span } from '../../core/document/document'
import { asCard, pickCards } from '../../core/item/as-card'
import type { Generated } from '../../core/item/item'
import { relabelled } from '../../core/item/label'
import { type ItemType, write } from '../../core/question-types/registry'
import { db, type Tx } from '../../db'
import { type Dropped, dropFacts, dropItems, lockFacts } from './drop-withdrawn'
import { findStudied } from './find-studied'
import { findWithdrawn } from './find-withdrawn'
import { placeAmong } from './place-among'
import { type Saved, saveFacts } from './save-facts'
import { type PlacedItem, saveItems } from './save-items'

/** What became of rows: new; kept, in other words or as they were; gone; held, which is no longer made and left as it is. */
export type Counts = Saved & Dropped
export type Renewal = { readonly facts: Counts; readonly items: Counts }

type Tally = { readonly facts?: Partial<Counts>; readonly items?: Partial<Counts> }
/** `title`: what the document is called by now. */
export type Step = (tx: Tx, title: string) => Promise<Tally>
type Withdrawn = Awaited<ReturnType<typeof findWithdrawn>>
type Plan = {
  readonly documentId: string
  readonly generated: Generated
  readonly left: Withdrawn
  /** Facts, by row, that are held if somebody has studied them. */
  readonly holdable: ReadonlySet<string>
  /** Cards, by row, without which a studied fact could not be asked. */
  readonly lastCards: ReadonlySet<string>
  /** Facts, by content key, that somebody has studied. */
  readonly studied: ReadonlySet<string>
  readonly places: { readonly facts: Places; readonly items: Places }
}
/** Of what was made by its index, of what is held by its row. */
type Places = { readonly made: readonly number[]; readonly held: ReadonlyMap<string, number> }

// Some tens of milliseconds on the embedded database, where everybody else waits meanwhile.
const FACTS_A_STEP = 25
const LOST_FACTS_A_STEP = 10
const ITEMS_A_STEP = 50

/**
 * What is to be done. A fact that somebody has studied stays to be asked: one that is no longer found is held with its items,
 * one that is still found keeps a card, and what was shown of it stays shown (docs/decisions/0011). In a deck of nobody's
 * the engine has the last word.
 */
export async function planRenewal(
  document: { readonly id: string; readonly ownerId: string | null },
  generated: Generated,
): Promise<Plan> {
  const left = await findWithdrawn(db(), document.id, generated)
  await breathe()
  const studied = document.ownerId ? await findStudied(db(), document.id) : new Set<string>()
  const older = left.facts.filter(({ engine, retired }) => !retired && engine !== generated.engine)
  const held = await db().fact.findMany({
    where: { id: { in: idsOf(older.filter(({ id }) => studied.has(id))) } },
    select: { id: true, spans: true },
  })
  return {
    documentId: document.id,
    generated,
    left,
    holdable: new Set(document.ownerId ? idsOf(older) : []),
    lastCards: findLastCards(left, generated, studied),
    studied: new Set([...studied].flatMap((id) => left.factKeys.get(id) ?? [])),
    places: placesOf(generated, left, held),
  }
}

type Held = readonly { readonly id: string; readonly spans: unknown }[]

function placesOf({ facts, items }: Generated, left: Withdrawn, held: Held): Plan['places'] {
  const starts = new Map(held.map(({ id, spans }) => [id, startOf(spans as Span[])]))
  const heldItems = left.items.flatMap(({ id, mainFact }) => {
    const start = starts.get(mainFact ?? '')
    return start === undefined ? [] : [{ id, start }]
  })
  return {
    facts: place(
      facts.map(({ spans }) => startOf(spans)),
      [...starts].map(([id, start]) => ({ id, start })),
    ),
    items: place(
      items.map(({ evidence }) => startOf(evidence)),
      heldItems,
    ),
  }
}

/** Of facts that are still made and by which nothing can be studied any more, the cards that they had. */
function findLastCards(left: Withdrawn, { facts, items }: Generated, studied: ReadonlySet<string>): Set<string> {
  const cards = items.filter((item) => item.tier === 'A' && asCard(item) !== null)
  const withCard = new Set(cards.map(({ factIds }) => factIds[0]))
  const cardless = new Set(facts.flatMap(({ id }) => (withCard.has(id) ? [] : [id])))
  const lasting = [...studied].filter((factId) => cardless.has(left.factKeys.get(factId) ?? ''))
  const byFact = new Map(lasting.map((factId): [string, CardRow[]] => [factId, []]))
  for (const { id, type, mainFact, retired } of left.items) {
    // A choice that is no card without its options may be among them: one that stays too many does no harm.
    if (!retired) byFact.get(mainFact ?? '')?.push({ id, type: type as ItemType })
  }
  return new Set([...byFact.values()].flatMap((rows) => idsOf(pickCards(rows))))
}

type CardRow = { readonly id: string; readonly type: ItemType }

const startOf = (spans: readonly Span[]): number => spans[0]?.start ?? 0

function place(made: readonly number[], held: readonly { id: string; start: number }[]): Places {
  const places = placeAmong(
    made,
    held.map(({ start }) => start),
  )
  return { made: places.made, held: new Map(held.map(({ id }, at) => [id, places.others[at] ?? 0])) }
}

/** A few facts at a time, each item with the last of the facts that it asks. */
export function saveSteps({ documentId, generated, studied, places }: Plan): Step[] {
  const { engine, facts, items } = generated
  const stepOf = new Map(facts.map(({ id }, at) => [id, Math.floor(at / FACTS_A_STEP)]))
  const placedFacts = facts.map((fact, at) => ({ fact, position: places.facts.made[at] ?? at }))
  const itemsOf = chunksOf(facts, FACTS_A_STEP).map((): PlacedItem[] => [])
  for (const [at, item] of items.entries()) {
    const step = Math.max(...item.factIds.map((id) => stepOf.get(id) ?? 0))
    const staysShown = item.factIds.some((id) => studied.has(id))
    itemsOf[step]?.push({ item, position: places.items.made[at] ?? at, staysShown })
  }
  return chunksOf(placedFacts, FACTS_A_STEP).map((some, at) => async (tx, title) => ({
    facts: await saveFacts(tx, documentId, engine, some),
    items: await saveItems(tx, documentId, engine, underTitle(itemsOf[at] ?? [], generated, title)),
  }))
}

/** The engine read the document under the title that it had then. */
function underTitle(
  placed: readonly PlacedItem[],
  { document, facts }: Generated,
  title: string,
): readonly PlacedItem[] {
  const titles = { from: document.title, to: title }
  if (titles.from === titles.to) return placed
  const headingOf = new Map(facts.map(({ id, heading }) => [id, heading]))
  const headings = [...new Set(headingOf.values())]
  return placed.map(({ item, ...place }) => {
    const heading = headingOf.get(item.factIds[0] ?? '') ?? ''
    return {
      ...place,
      item: {
        ...item,
        stem: relabelled({ type: item.type, stem: item.stem, key: write(item).key, heading }, titles, headings),
      },
    }
  })
}

/** First facts that are no longer found, each with its items; then single items of facts that still are. */
export function dropSteps(plan: Plan): Step[] {
  const { facts, items } = plan.left
  const { lastCards } = plan
  const lost = new Set(facts.map(({ id }) => id))
  const single = items.filter(({ id, mainFact }) => !lastCards.has(id) && (!mainFact || !lost.has(mainFact)))
  const dropFew = (some: readonly Row[]) => (tx: Tx) => dropOrHold(tx, plan, idsOf(some))
  const dropSingle = (some: readonly Row[]) => async (tx: Tx) => ({ items: await dropItems(tx, idsOf(some)) })
  return [
    ...chunksOf(facts, LOST_FACTS_A_STEP).map(dropFew),
    ...chunksOf(single, ITEMS_A_STEP).map(dropSingle),
    (tx) => putIn(tx, plan),
  ]
}

async function dropOrHold(tx: Tx, { documentId, left, holdable }: Plan, ids: readonly string[]) {
  await lockFacts(tx, ids)
  const mayStay = ids.filter((id) => holdable.has(id))
  const held = await findStudied(tx, documentId, mayStay)
  const some = new Set(ids)
  const items = left.items.filter(({ mainFact }) => mainFact && some.has(mainFact))
  const stays = ({ mainFact }: { mainFact: string | null }) => mainFact !== null && held.has(mainFact)
  const dropped = await dropItems(tx, idsOf(items.filter((item) => !stays(item))))
  const going = ids.filter((id) => !held.has(id))
  const facts = await dropFacts(tx, going)
  return {
    facts: { gone: facts.gone, held: facts.held + held.size },
    items: { gone: dropped.gone, held: dropped.held + items.filter((item) => stays(item) && !item.retired).length },
  }
}

/** What is held stands where it stands in the text. */
async function putIn(tx: Tx, { places: { facts, items }, lastCards }: Plan): Promise<Tally> {
  const rows = (places: Places) => JSON.stringify([...places.held].map(([id, position]) => ({ id, position })))
  await tx.$executeRaw`
    UPDATE "Fact" AS fact SET position = held.position
    FROM jsonb_to_recordset(${rows(facts)}::jsonb) AS held(id uuid, position int) WHERE fact.id = held.id`
  await tx.$executeRaw`
    UPDATE "Item" AS item SET position = held.position
    FROM jsonb_to_recordset(${rows(items)}::jsonb) AS held(id uuid, position int) WHERE item.id = held.id`
  return { items: { held: lastCards.size } }
}

type Row = { readonly id: string }
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id)

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
}
