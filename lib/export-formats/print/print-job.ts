import type { Paper, Printed } from '../../core/item/printed-items'
import type { AnswerSpace } from '../../core/question-types/question-type'

/** What stands on the sheets and is not the deck's, in the language of the interface. */
export type PrintWords = {
  readonly name: string
  readonly date: string
  /** "Version A" */
  readonly version: string
  /** The title of the sheet with the right answers. */
  readonly key: string
  /** Before a statement to judge. */
  readonly trueFalse: string
  /** How an answer is marked, where the space for it does not say so. */
  readonly how: Readonly<Partial<Record<AnswerSpace['kind'], string>>>
}

export type PrintJob = { readonly printed: Printed; readonly paper: Paper; readonly words: PrintWords }
