import type { DocumentFormat } from '../core/document/document'
import type { Fact } from '../core/fact/fact'
import type { Generated, Item } from '../core/item/item'
import type { Source } from '../readers/read-document'
import type { ReadRejection } from '../readers/rejection'

/** What is asked of the worker. */
export type Job = {
  readonly title: string | null
  readonly source: Source
  /** A long document is told part by part as it is made, and in the end only what the parts did not say. */
  readonly inParts?: true
}

/** What a reader of the screen is told while waiting. `done` and `total` count blocks of the document. */
export type WorkProgress =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'reading' }
  | {
      readonly phase: 'generating'
      readonly done: number
      readonly total: number
      readonly facts: number
      readonly items: number
    }

/** What is known of a document before its first part. */
export type Begun = Pick<Generated, 'document' | 'engine'> & { readonly format: DocumentFormat }

/** Facts and items with their places in the order of the document; the places of later ones are higher. */
export type Lot = {
  readonly facts: readonly { readonly fact: Fact; readonly position: number }[]
  readonly items: readonly { readonly item: Item; readonly position: number }[]
}

/** What the engine made of one section; its items ask facts of this part or of earlier ones. */
export type WorkPart = Lot & {
  /** Until where the text has been read, in UTF-16 code units. */
  readonly readTo: number
}

/** What is true of the whole and was not told in parts: what is new or changed, and the keys of what no longer holds. */
export type Rest = Lot & {
  readonly gone: { readonly facts: readonly string[]; readonly items: readonly string[] }
  readonly refused: Generated['refused']
}

export type JobResult =
  /** Told in one piece: no part was told before. */
  | { readonly kind: 'generated'; readonly generated: Generated; readonly format: DocumentFormat }
  | { readonly kind: 'rest'; readonly rest: Rest }
  | ReadRejection

/** What a worker says before its result. */
export type News =
  | { readonly kind: 'progress'; readonly progress: WorkProgress }
  | { readonly kind: 'begun'; readonly begun: Begun }
  | { readonly kind: 'part'; readonly part: WorkPart }

export type Message =
  | News
  | { readonly kind: 'result'; readonly result: JobResult }
  | { readonly kind: 'error'; readonly message: string }
