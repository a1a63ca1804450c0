import 'server-only'
import { toCard } from '../../core/item/card'
import type { Item } from '../../core/item/item'
import { countWords } from '../../core/shared/count-words'
import { db, type Tx } from '../../db'
import type { Batch, DocumentRead, Part, Remainder } from '../../workers/generate-in-worker'
import { LeaseLost } from '../leases'
import { saveBlocks } from './document-row'
import { type DocumentDeck, type JobProgress, keepLease, type Lease, removeJob, withLease } from './generation-job'
import { rankDocument } from './rank-items'
import { findOutdated, NOTHING_RETAINED, removalSteps } from './remove-outdated'
import type { BatchTarget } from './rows-by-content-key'
import { replaceRefusals } from './save-refusals'
import { upsertBatch } from './upsert-facts-and-items'

/** How a document gets its rows: it has them already, or `create` saves its text as soon as there is a card to study. */
export type Destination<Duplicate> =
  | { readonly kind: 'existing'; readonly document: DocumentDeck }
  | {
      readonly kind: 'new'
      /** Save the text even if there is no item. */
      readonly keepEmpty: boolean
      readonly create: (read: DocumentRead, progress: JobProgress) => Promise<Created<Duplicate>>
      /** The first cards can be studied. Nothing more is saved before the promise resolves. */
      readonly onStarted: (document: DocumentDeck, batch: Batch) => void | Promise<void>
    }

export type Created<Duplicate> =
  | { readonly kind: 'created'; readonly document: DocumentDeck }
  /** The owner has the text already: nothing is generated. */
  | { readonly kind: 'duplicate'; readonly duplicate: Duplicate }

/** Why nothing more is saved: the requester left before there were cards, the lease was lost, or something broke. */
export type Ended<Duplicate> =
  | { readonly kind: 'left' | 'lost' }
  | { readonly kind: 'duplicate'; readonly duplicate: Duplicate }
  | { readonly kind: 'broken'; readonly error: unknown }

/**
 * Saves the parts of a document one after the other while later ones are generated. Of a new document nothing is saved before
 * there is a card to study: cancelling until then leaves nothing.
 */
export class PartSaver<Duplicate> {
  readonly #lease: Lease
  readonly #destination: Destination<Duplicate>
  readonly #stop = new AbortController()
  readonly #stopHeartbeat: () => void
  readonly #keys = { facts: new Set<string>(), items: new Set<string>() }
  readonly #factIds = new Map<string, string>()
  #document: DocumentDeck | undefined
  #isStarted: boolean
  #hasBlocks = false
  #read: DocumentRead | undefined
  #pending: Batch = { facts: [], items: [] }
  #ended: Ended<Duplicate> | undefined
  #queue = Promise.resolve()

  constructor(lease: Lease, destination: Destination<Duplicate>) {
    this.#lease = lease
    this.#destination = destination
    if (destination.kind === 'existing') this.#document = destination.document
    this.#isStarted = destination.kind === 'existing'
    this.#stopHeartbeat = keepLease(lease, () => this.#end({ kind: 'lost' }))
  }

  /** Aborted when nobody needs more parts. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  get document(): DocumentDeck | undefined {
    return this.#document
  }

  /** Why nothing more is saved, if so. */
  get ended(): Ended<Duplicate> | undefined {
    return this.#ended
  }

  /** Somebody knows that there are cards. */
  get isStarted(): boolean {
    return this.#isStarted
  }

  /** Before the first cards this ends the job; later it is finished without the requester. */
  readonly leave = (): void => {
    if (!this.#isStarted) this.#end({ kind: 'left' })
  }

  readonly begin = (read: DocumentRead): void => {
    this.#read = read
  }

  readonly take = (part: Part): void => {
    this.#queue = this.#queue.then(() => this.#save(part, part.readTo)).catch(this.#fail)
  }

  /** Resolves when all parts that were taken are saved. */
  settle(): Promise<void> {
    return this.#queue
  }

  /** Saves what the parts did not contain, withdraws what does not hold for the whole text, and completes the document. */
  async finish(remainder: Remainder): Promise<void> {
    if (this.#ended || !this.#read) return
    const readTo = this.#read.document.text.length
    try {
      await this.#save(remainder, readTo, true)
      for (const contentKey of remainder.withdrawn.facts) this.#keys.facts.delete(contentKey)
      for (const contentKey of remainder.withdrawn.items) this.#keys.items.delete(contentKey)
      if (this.#document) await this.#complete(this.#read, this.#document, remainder)
    } catch (error) {
      this.#fail(error)
    }
  }

  close(): void {
    this.#stopHeartbeat()
  }

  async #save(batch: Batch, readTo: number, isLast = false): Promise<void> {
    if (this.#ended || !this.#read) return
    // A document of this run has rows of what was saved before, and no others.
    const existing = this.#destination.kind === 'existing' ? null : new Set([...this.#keys.facts, ...this.#keys.items])
    for (const { fact } of batch.facts) this.#keys.facts.add(fact.id)
    for (const { item } of batch.items) this.#keys.items.add(item.id)
    const progress = { readTo }
    if (this.#document) return this.#upsert(this.#read, this.#document, batch, { existing, progress })
    this.#pending = mergeBatches(this.#pending, batch)
    if (this.#isWorthSaving(isLast)) await this.#create(this.#read, progress)
  }

  #isWorthSaving(isLast: boolean): boolean {
    if (!isLast) return hasCard(this.#pending)
    return this.#pending.items.length > 0 || (this.#destination.kind === 'new' && this.#destination.keepEmpty)
  }

  async #create(read: DocumentRead, progress: JobProgress): Promise<void> {
    if (this.#destination.kind === 'existing') return
    const created = await this.#destination.create(read, progress)
    if (created.kind === 'duplicate') return this.#end(created)
    this.#document = created.document
    if (this.#ended) return
    await this.#upsert(read, created.document, this.#pending, { existing: new Set(), progress })
    if (this.#ended) return
    this.#isStarted = true
    await this.#destination.onStarted(created.document, this.#pending)
  }

  async #upsert(
    { document, engine }: DocumentRead,
    { documentId }: DocumentDeck,
    batch: Batch,
    { existing, progress }: Pick<BatchTarget, 'existing'> & { readonly progress: JobProgress },
  ): Promise<void> {
    if (!this.#hasBlocks) await withLease(this.#lease, progress, (tx) => saveBlocks(tx, documentId, document.blocks))
    this.#hasBlocks = true
    const target: BatchTarget = { documentId, engine, factIds: this.#factIds, existing }
    for (const step of partition(batch)) await withLease(this.#lease, progress, (tx) => upsertBatch(tx, target, step))
  }

  async #complete(
    { document, engine }: DocumentRead,
    { documentId }: DocumentDeck,
    { refused, refusals }: Remainder,
  ): Promise<void> {
    const progress = { readTo: document.text.length }

    const outdated = await findOutdated(db(), documentId, this.#keys)
    for (const step of removalSteps(documentId, outdated, NOTHING_RETAINED))
      await withLease(this.#lease, progress, step)
    const run = (step: (tx: Tx) => Promise<void>) => withLease(this.#lease, progress, step)
    await rankDocument({ id: documentId, words: countWords(document.text) }, { from: db(), run })
    await replaceRefusals(documentId, 'rules', refusals, run)
    await withLease(this.#lease, progress, async (tx) => {
      const data = { engine, refused: { ...refused } }
      await tx.document.update({ where: { id: documentId }, data, select: { id: true } })
      await removeJob(tx, this.#lease)
    })
  }

  readonly #fail = (error: unknown): void => {
    this.#end(error instanceof LeaseLost ? { kind: 'lost' } : { kind: 'broken', error })
  }

  #end(ended: Ended<Duplicate>): void {
    this.#ended ??= ended
    this.#stop.abort()
  }
}

/** What a learner can study at once. */
export const isReadyCard = (item: Item): boolean => item.tier === 'A' && toCard(item) !== null

const hasCard = ({ items }: Batch): boolean => items.some(({ item }) => isReadyCard(item))

// Some milliseconds of the embedded database, which does one thing at a time.
const FACTS_AT_ONCE = 80
const ITEMS_AT_ONCE = 40

/** Splits a batch into steps for short transactions. Items come with those of their facts that did not come before. */
export function* partition({ facts, items }: Batch): Generator<Batch> {
  const pending = new Map(facts.map((placed) => [placed.fact.id, placed]))
  const take = (contentKeys: readonly string[]) =>
    [...new Set(contentKeys)].flatMap((contentKey) => {
      const placed = pending.get(contentKey)
      pending.delete(contentKey)
      return placed ? [placed] : []
    })
  const takeNext = (count: number) => take([...pending.keys()].slice(0, Math.max(0, count)))
  for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
    const step = items.slice(from, from + ITEMS_AT_ONCE)
    const needed = take(step.flatMap(({ item }) => item.factIds))
    const isLast = from + ITEMS_AT_ONCE >= items.length
    yield { facts: isLast ? [...needed, ...takeNext(FACTS_AT_ONCE - needed.length)] : needed, items: step }
  }
  while (pending.size > 0) yield { facts: takeNext(FACTS_AT_ONCE), items: [] }
}

/** A batch that is not saved yet, merged with a later one: the later entry for a key replaces the earlier. */
function mergeBatches(pending: Batch, { facts, items }: Batch): Batch {
  return {
    facts: [...new Map([...pending.facts, ...facts].map((placed) => [placed.fact.id, placed])).values()],
    items: [...new Map([...pending.items, ...items].map((placed) => [placed.item.id, placed])).values()],
  }
}
