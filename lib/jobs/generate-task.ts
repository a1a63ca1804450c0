import type { DocumentFormat } from '../core/document/document'
import type { Fact } from '../core/fact/fact'
import type { Generated, Item } from '../core/item/item'
import type { Source } from '../readers/read-document'
import type { ReadRejection } from '../readers/rejection'

/** A document that a worker reads and generates facts and items from. */
export type GenerateTask = {
  readonly title: string | null
  readonly source: Source
  /** Send a long document part by part while it is generated, and at the end only what the parts did not contain. */
  readonly inParts?: true
}

/** What the screen shows of a task that is not finished. `done` and `total` count blocks of the document. */
export type GenerateProgress =
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
export type DocumentRead = Pick<Generated, 'document' | 'engine'> & { readonly format: DocumentFormat }

/** Facts and items with their positions in the document. Items ask facts of this batch or of earlier ones. */
export type Batch = {
  readonly facts: readonly { readonly fact: Fact; readonly position: number }[]
  readonly items: readonly { readonly item: Item; readonly position: number }[]
}

/** The batch of one section; positions of later parts are higher. */
export type Part = Batch & {
  /** Until where the text has been read, in UTF-16 code units. */
  readonly readTo: number
}

/** What the whole document adds to its parts: new or changed facts and items, and keys that no longer hold. */
export type Remainder = Batch & {
  readonly withdrawn: { readonly facts: readonly string[]; readonly items: readonly string[] }
  readonly refused: Generated['refused']
}

export type GenerateResult =
  /** In one piece: there were no parts. */
  | { readonly kind: 'generated'; readonly generated: Generated; readonly format: DocumentFormat }
  | { readonly kind: 'remainder'; readonly remainder: Remainder }
  | ReadRejection

/** What a worker sends before its result. */
export type GenerateMessage =
  | { readonly kind: 'progress'; readonly progress: GenerateProgress }
  | { readonly kind: 'read'; readonly read: DocumentRead }
  | { readonly kind: 'part'; readonly part: Part }
