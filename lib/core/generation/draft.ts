import type { Finding, FindingCode } from '../check/check-result'
import type { Span } from '../document/document'
import type { ItemType } from '../question-types/registry'

/** Who made an item: the rules, a language model, a reply that the author pasted, or the author. */
export type FinderName = 'rules' | `model:${string}` | 'pasted' | 'author'

/** A longer answer can be said in too many ways: it is recalled, not typed. */
export const MOST_TYPED_WORDS = 4

/** An item as a finder proposes it, with its proof already located in the document. The gate (gate.ts) makes an item of it. */
export type Draft = {
  readonly finder: FinderName
  readonly type: ItemType
  readonly stem: string
  /** One entry per right option, list member, gap or pair ("left → right"). */
  readonly key: readonly string[]
  /** For each key entry, other spellings that count. */
  readonly accepted: readonly (readonly string[])[]
  readonly wrong: readonly WrongOption[]
  /** The proving sentences, in the order of the key entries where there are several. */
  readonly evidence: readonly Span[]
  /** Where the key stands in the evidence; null for a count or a statement to judge. */
  readonly answerSpan: Span | null
  /** The fact as one sentence. */
  readonly explanation: string
  /** How good it is thought to be, 0 to 1; orders the items of a document. */
  readonly score: number
  /** What an author should look at before it is shown; empty when nothing is in doubt. */
  readonly doubts: readonly Finding[]
  /** Doubts of the checks in code that a second reading has answered. */
  readonly settled?: readonly FindingCode[]
}

/** With another score, from 0 to 1 and of two decimals. */
export const withScore = (draft: Draft, score: number): Draft => ({
  ...draft,
  score: Math.min(1, Math.max(0, Number(score.toFixed(2)))),
})

export type WrongOption = {
  readonly text: string
  readonly reason: string
  /** Where the document speaks of it; null where it does not. */
  readonly evidence: Span | null
}
