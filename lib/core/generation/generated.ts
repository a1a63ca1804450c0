import type { Finding } from '../check/check-result'
import type { StructuredDocument } from '../document/document'
import type { Fact } from '../fact/fact'
import type { Item } from '../item/item'
import type { Draft, FinderName } from './draft'
import type { Refusal } from './refusal'

/** An item as it leaves the gate: who made it, how good it is thought to be (0 to 1), and what its author should look at. */
export type GeneratedItem = Item & {
  readonly finder: FinderName
  readonly score: Draft['score']
  readonly doubts: readonly Finding[]
}

/** All that the rules make of one document. */
export type Generated = {
  readonly document: StructuredDocument
  readonly engine: string
  readonly facts: readonly Fact[]
  readonly items: readonly GeneratedItem[]
  /** How many candidates each check refused. */
  readonly refused: Readonly<Record<string, number>>
  /** Why a sentence is not asked: one for each that gave no item. */
  readonly refusals: readonly Refusal[]
}
