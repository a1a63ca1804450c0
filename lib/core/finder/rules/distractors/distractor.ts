import type { Span } from '../../../document/document'
import type { Fact } from '../../../fact/fact'

/** A wrong option and why it is wrong. */
export type Distractor = {
  readonly text: string
  readonly reason: string
  /** Where the document speaks of it. */
  readonly span?: Span
}

export const spanOf = ({ spans }: Fact): { span?: Span } => (spans[0] ? { span: spans[0] } : {})

/** One inside the other is the same answer said shorter. */
export const overlaps = (left: string, right: string): boolean => left.includes(right) || right.includes(left)
