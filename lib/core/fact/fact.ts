import type { Span } from '../document/document'

const FACT_KINDS = [
  'definition',
  'list',
  'list-member',
  'count',
  'date',
  'number',
  'name',
  'place',
  'actor',
  'cause',
  'purpose',
  'property',
  'relation',
  'alias',
  'event',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** One thing that the document states. Not a sentence: a claim. */
export type Fact = {
  /** Content key: normalised quote, kind, answer slot and ordinal. The same text gives the same id. */
  readonly id: string
  readonly kind: FactKind
  /** The claim as one sentence that needs no context. */
  readonly statement: string
  /** Where the document says it; the first span is the proving sentence. */
  readonly spans: readonly Span[]
  readonly subject: string
  readonly relation: string
  readonly answer: string
  /** Where the answer stands inside the spans, to be highlighted; null when it is counted or derived. */
  readonly answerSpan: Span | null
  /** Members of a list; `open` when the text says that there are more ("such as", "and others"). */
  readonly members: readonly string[]
  readonly open: boolean
  /** The heading that the fact stands under, empty before the first heading. */
  readonly heading: string
}
