import type { DocumentFormat } from '../core/document/document'
import type { Generated } from '../core/item/item'
import type { Source } from '../readers/read-document'
import type { ReadRejection } from '../readers/rejection'

/** What is asked of the worker. */
export type Job = { readonly title: string | null; readonly source: Source }

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

export type JobResult =
  | { readonly kind: 'generated'; readonly generated: Generated; readonly format: DocumentFormat }
  | ReadRejection

export type Message =
  | { readonly kind: 'progress'; readonly progress: WorkProgress }
  | { readonly kind: 'result'; readonly result: JobResult }
  | { readonly kind: 'error'; readonly message: string }
