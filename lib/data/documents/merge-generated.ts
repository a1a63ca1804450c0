import 'server-only'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Span } from '../../core/document/document'
import type { Generated } from '../../core/generation/generated'
import { toCard } from '../../core/item/card'
import { relabelled } from '../../core/item/item-label'
import { write } from '../../core/question-types/registry'
import { countWords } from '../../core/shared/count-words'
import type { Db, Tx } from '../../db'
import { rankDocument } from './rank-items'
import { rematchKeys } from './rematch-content-keys'
import {
  chunksOf,
  findOutdated,
  findStudied,
  type Outdated,
  type Removed,
  type Retained,
  removalSteps,
  retainedOf,
} from './remove-outdated'
import type { BatchTarget } from './rows-by-content-key'
import { replaceRefusals } from './save-refusals'
import { type MergeBatch, type Upserted, upsertBatch } from './upsert-facts-and-items'

/** What became of rows: new; kept, with other content or the same; gone; held, which are no longer made and left as they are. */
type MergeCounts = Upserted & Removed
export type Merged = { readonly facts: MergeCounts; readonly items: MergeCounts }

/** How steps run: each in a transaction of its own under a lease, or all in one that is open already. */
export type StepRunner = {
  readonly from: Db | Tx
  readonly run: <T>(step: (tx: Tx) => Promise<T>) => Promise<T>
}

export const inOneTransaction = (tx: Tx): StepRunner => ({ from: tx, run: (step) => step(tx) })

type MergedDocument = { readonly id: string; readonly ownerId: string | null }

// Some tens of milliseconds on the embedded database, where everybody else waits meanwhile.
const FACTS_A_STEP = 25

/**
 * Merges all that the engine made of a document into what the document has. Matched by content key, so ids, memories, choices and
 * attempts stay; what is no longer made is withdrawn, except what learners study of an older engine's. Every step may be done
 * again: an interrupted merge is started anew.
 */
export async function mergeGenerated(
  document: MergedDocument,
  generated: Generated,
  { from, run }: StepRunner,
): Promise<Merged> {
  // All of a long document has just arrived.
  await letOthersRun()
  await rematchKeys(from, document.id, generated)
  const plan = await planMerge(document, generated, from)
  const total = { facts: { ...NO_COUNTS }, items: { ...NO_COUNTS } }
  const steps: readonly MergeStep[] = [...upsertSteps(plan), ...removalSteps(document.id, plan.outdated, plan.retained)]
  for (const step of steps) {
    const counts = await run(step)
    add(total.facts, counts.facts)
    add(total.items, counts.items)
  }
  await run((tx) => placeRetained(tx, plan.positions))
  await rankDocument({ id: document.id, words: countWords(generated.document.text) }, { from, run })
  await replaceRefusals(document.id, 'rules', generated.refusals, run)
  total.items.held += plan.retained.cards.size
  return total
}

type MergeStep = (tx: Tx) => Promise<StepCounts>
type StepCounts = { readonly facts?: Partial<MergeCounts>; readonly items?: Partial<MergeCounts> }

const NO_COUNTS: MergeCounts = { fresh: 0, changed: 0, kept: 0, gone: 0, held: 0 }

function add(total: { -readonly [name in keyof MergeCounts]: number }, more: Partial<MergeCounts> = {}): void {
  for (const name of Object.keys(NO_COUNTS) as (keyof MergeCounts)[]) total[name] += more[name] ?? 0
}

type Plan = {
  readonly documentId: string
  readonly generated: Generated
  readonly outdated: Outdated
  readonly retained: Retained
  /** Facts, by content key, that somebody has studied: what is shown of them stays shown. */
  readonly studied: ReadonlySet<string>
  readonly positions: { readonly facts: Positions; readonly items: Positions }
}

/** Of what was made by its index, of what is retained by its row. */
type Positions = { readonly made: readonly number[]; readonly retained: ReadonlyMap<string, number> }

async function planMerge({ id, ownerId }: MergedDocument, generated: Generated, from: Db | Tx): Promise<Plan> {
  const { engine, facts, items } = generated
  const outdated = await findOutdated(from, id, { facts: idsOf(facts), items: idsOf(items) })
  await letOthersRun()
  const studied = ownerId ? await findStudied(from, id) : new Set<string>()
  const withCard = new Set(items.filter((item) => item.tier === 'A' && toCard(item)).map(({ factIds }) => factIds[0]))
  const cardless = new Set(idsOf(facts).filter((contentKey) => !withCard.has(contentKey)))
  const retained = retainedOf(outdated, { engine, cardless }, studied)
  const staying = await from.fact.findMany({
    where: { id: { in: [...retained.facts].filter((factId) => studied.has(factId)) } },
    select: { id: true, spans: true },
  })
  return {
    documentId: id,
    generated,
    outdated,
    retained: ownerId ? retained : { ...retained, facts: new Set() },
    studied: new Set([...studied].flatMap((factId) => outdated.factKeys.get(factId) ?? [])),
    positions: positionsOf(generated, outdated, staying),
  }
}

type Staying = readonly { readonly id: string; readonly spans: unknown }[]

function positionsOf({ facts, items }: Generated, outdated: Outdated, staying: Staying): Plan['positions'] {
  const starts = new Map(staying.map(({ id, spans }) => [id, startOf(spans as Span[])]))
  const stayingItems = outdated.items.flatMap(({ id, mainFact }) => {
    const start = starts.get(mainFact ?? '')
    return start === undefined ? [] : [{ id, start }]
  })
  return {
    facts: interleave(
      facts.map(({ spans }) => startOf(spans)),
      [...starts].map(([id, start]) => ({ id, start })),
    ),
    items: interleave(
      items.map(({ evidence }) => startOf(evidence)),
      stayingItems,
    ),
  }
}

const startOf = (spans: readonly Span[]): number => spans[0]?.start ?? 0

/** One order for what the engine made, in its own order, and for rows that stay: each before the first that starts later. */
function interleave(made: readonly number[], staying: readonly { id: string; start: number }[]): Positions {
  const unplaced = [...staying].sort((a, b) => a.start - b.start)
  const retained = new Map<string, number>()
  const positions: number[] = []
  let position = 0
  const placeUntil = (start: number) => {
    for (let next = unplaced[0]; next && next.start < start; next = unplaced[0]) {
      retained.set(next.id, position++)
      unplaced.shift()
    }
  }
  for (const start of made) {
    placeUntil(start)
    positions.push(position++)
  }
  placeUntil(Number.POSITIVE_INFINITY)
  return { made: positions, retained }
}

/** A few facts at a time, each item with the last of the facts that it asks. */
function upsertSteps({ documentId, generated, outdated, studied, positions }: Plan) {
  const { engine, facts, items } = generated
  const target: BatchTarget = { documentId, engine, factIds: new Map(), existing: outdated.known }
  const stepOf = new Map(facts.map(({ id }, at) => [id, Math.floor(at / FACTS_A_STEP)]))
  const placedFacts = facts.map((fact, at) => ({ fact, position: positions.facts.made[at] ?? at }))
  const chunks = chunksOf(placedFacts, FACTS_A_STEP)
  const itemsOf = chunks.map((): MergeBatch['items'][number][] => [])
  for (const [at, item] of items.entries()) {
    const step = Math.max(...item.factIds.map((id) => stepOf.get(id) ?? 0))
    const staysShown = item.factIds.some((id) => studied.has(id))
    itemsOf[step]?.push({ item, position: positions.items.made[at] ?? at, staysShown })
  }
  return chunks.map((chunk, at) => async (tx: Tx) => {
    const labelled = await withCurrentTitle(tx, documentId, generated, itemsOf[at] ?? [])
    return upsertBatch(tx, target, { facts: chunk, items: labelled })
  })
}

/** The engine read the document under the title it had then; its author may have renamed it since. */
async function withCurrentTitle(
  tx: Tx,
  documentId: string,
  { document, facts }: Generated,
  placed: MergeBatch['items'],
): Promise<MergeBatch['items']> {
  const { title } = await tx.document.findUniqueOrThrow({ where: { id: documentId }, select: { title: true } })
  const titles = { from: document.title, to: title }
  if (titles.from === titles.to) return placed
  const headingOf = new Map(facts.map(({ id, heading }) => [id, heading]))
  const headings = [...new Set(headingOf.values())]
  return placed.map(({ item, ...place }) => {
    const heading = headingOf.get(item.factIds[0] ?? '') ?? ''
    const labelled = { type: item.type, stem: item.stem, key: write(item).key, heading }
    return { ...place, item: { ...item, stem: relabelled(labelled, titles, headings) } }
  })
}

/** Retained rows keep their place in the text. */
async function placeRetained(tx: Tx, { facts, items }: Plan['positions']): Promise<void> {
  const rows = ({ retained }: Positions) => JSON.stringify([...retained].map(([id, position]) => ({ id, position })))
  await tx.$executeRaw`
    UPDATE "Fact" AS fact SET position = retained.position
    FROM jsonb_to_recordset(${rows(facts)}::jsonb) AS retained(id uuid, position int) WHERE fact.id = retained.id`
  await tx.$executeRaw`
    UPDATE "Item" AS item SET position = retained.position
    FROM jsonb_to_recordset(${rows(items)}::jsonb) AS retained(id uuid, position int) WHERE item.id = retained.id`
}

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)
