import 'server-only'
import type { DeckId, DocumentId } from '../../core/ids'
import type { Tx } from '../../db'
import type { Batch, DocumentRead, Part, Remainder } from '../../jobs/generate-task'
import { finishMaking } from './finish-making'
import { insertWhileHeld, type Run, RunEnded, type Sign, showLife, whileHeld } from './hold-run'
import { insertsOfLot } from './insert-lot'
import { divideLot, isCard, layOver, saveBlocks, saveLot } from './save-lot'

/** A document that has rows, and its deck. */
export type Place = { readonly documentId: DocumentId; readonly deckId: DeckId }

export type Opened<Other> =
  | { readonly kind: 'opened'; readonly place: Place }
  | { readonly kind: 'other'; readonly other: Other }

/** How a document gets its rows. */
export type Opening<Other> = {
  readonly runId: string
  readonly clock: () => Date
  /** With the whole text, and nothing else; or says what stands instead, and then nothing is made. */
  readonly open: (begun: DocumentRead, sign: Sign) => Promise<Opened<Other>>
  /** Whoever asked for it left, or something broke, before anybody was told of it: the rows go. */
  readonly undo: (place: Place) => Promise<void>
  /** The rows are there from the start: somebody goes on with the document. */
  readonly place?: Place
  /** Its row does not say yet what it is made of. */
  readonly lacksBlocks?: boolean
  /** The first cards can be studied. Nothing more is saved before whoever is told has done. */
  readonly onOpened?: ((place: Place, lot: Batch) => void | Promise<void>) | undefined
}

/** Why a run saves no more: somebody left before there were cards, it lost its document, or something broke. */
export type Over<Other> =
  | { readonly kind: 'left' | 'lost' }
  | { readonly kind: 'other'; readonly other: Other }
  | { readonly kind: 'broken'; readonly error: unknown }

/**
 * Saves parts one after the other while later ones are made. Nothing is saved before there is a card to study: what is
 * cancelled until then leaves nothing.
 */
export class PartSaver<Other> {
  readonly #opening: Opening<Other>
  readonly #stop = new AbortController()
  readonly #keys = { facts: new Set<string>(), items: new Set<string>() }
  #place: Place | undefined
  #isTold = false
  #lacksBlocks: boolean
  #begun: DocumentRead | undefined
  #waiting = NOTHING
  /** Rows of facts that this run made, by content key. */
  readonly #factIds = new Map<string, string>()
  #over: Over<Other> | undefined
  #queue = Promise.resolve()
  #hush = () => {}

  constructor(opening: Opening<Other>) {
    this.#opening = opening
    this.#lacksBlocks = opening.lacksBlocks ?? true
    if (!opening.place) return
    this.#isTold = true
    this.#settleIn(opening.place)
  }

  /** Tells the engine that nobody wants more. */
  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  get place(): Place | undefined {
    return this.#place
  }

  /** Why nothing more is saved, if so. */
  get over(): Over<Other> | undefined {
    return this.#over
  }

  /** Somebody knows that there are cards. */
  get isTold(): boolean {
    return this.#isTold
  }

  /** How many the engine found. */
  get facts(): number {
    return this.#keys.facts.size
  }

  /** Whoever leaves before there are cards takes everything along; later it is made to its end without them. */
  readonly leave = (): void => {
    if (!this.#isTold) this.#end({ kind: 'left' })
  }

  readonly begin = (begun: DocumentRead): void => {
    this.#begun = begun
  }

  readonly take = (part: Part): void => {
    this.#queue = this.#queue.then(() => this.#save(part, part.readTo)).catch(this.#fail)
  }

  /** What the parts did not say, when they are saved. */
  async finish(rest: Remainder): Promise<void> {
    if (this.#over || !this.#begun) return
    const begun = this.#begun
    const readTo = begun.document.text.length
    try {
      await this.#save(rest, readTo, true)
      for (const key of rest.withdrawn.facts) this.#keys.facts.delete(key)
      for (const key of rest.withdrawn.items) this.#keys.items.delete(key)
      const run = this.#run()
      const made = this.#opening.place ? this.#keys : null
      if (run) await finishMaking(run, this.#sign(readTo), { begun, rest, made })
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Until all that was taken is saved. */
  settle(): Promise<void> {
    return this.#queue
  }

  close(): void {
    this.#hush()
  }

  async #save(lot: Batch, readTo: number, isLast = false): Promise<void> {
    if (this.#over || !this.#begun) return
    // Whoever goes on finds what an earlier run left; a run with a document of its own knows what it has saved.
    const { fresh, known } = this.#opening.place ? { fresh: NOTHING, known: lot } : divideLot(lot, this.#keys)
    for (const { fact } of lot.facts) this.#keys.facts.add(fact.id)
    for (const { item } of lot.items) this.#keys.items.add(item.id)
    const sign = this.#sign(readTo)
    if (this.#place) return this.#saveLots(this.#begun, sign, fresh, known)
    this.#waiting = layOver(this.#waiting, lot)
    if (isLast ? this.#waiting.items.length > 0 : hasCard(this.#waiting)) await this.#open(this.#begun, sign)
  }

  async #open(begun: DocumentRead, sign: Sign): Promise<void> {
    const opened = await this.#opening.open(begun, sign)
    if (opened.kind === 'other') return this.#end(opened)
    this.#settleIn(opened.place)
    if (this.#over) return
    await this.#saveLots(begun, sign, this.#waiting, NOTHING)
    if (this.#over) return
    this.#isTold = true
    await this.#opening.onOpened?.(opened.place, this.#waiting)
  }

  async #saveLots({ document, engine }: DocumentRead, sign: Sign, fresh: Batch, known: Batch): Promise<void> {
    const run = this.#run()
    if (!run) return
    const { documentId } = run
    const within = <T>(work: (tx: Tx) => Promise<T>) => whileHeld(run, sign, work)
    if (this.#lacksBlocks) await within((tx) => saveBlocks(tx, documentId, document.blocks))
    this.#lacksBlocks = false
    const inserts = insertsOfLot({ documentId, engine, factIds: this.#factIds }, fresh)
    for (const rows of inserts) await insertWhileHeld(run, sign, rows)
    await saveLot(within, documentId, engine, known)
  }

  #settleIn(place: Place): void {
    this.#place = place
    const run = { documentId: place.documentId, runId: this.#opening.runId }
    this.#hush = showLife(run, this.#opening.clock, () => this.#end({ kind: 'lost' }))
  }

  #run(): Run | undefined {
    return this.#place && { documentId: this.#place.documentId, runId: this.#opening.runId }
  }

  #sign(readTo: number): Sign {
    return { seenAt: this.#opening.clock(), readTo, facts: this.#keys.facts.size }
  }

  readonly #fail = (error: unknown): void => {
    this.#end(error instanceof RunEnded ? { kind: 'lost' } : { kind: 'broken', error })
  }

  #end(over: Over<Other>): void {
    this.#over ??= over
    this.#stop.abort()
  }
}

const NOTHING: Batch = { facts: [], items: [] }

const hasCard = ({ items }: Batch): boolean => items.some(({ item }) => isCard(item))
