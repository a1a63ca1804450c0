import type { Mastery } from '../memory/scheduling/memory'
import type { RecallShade } from './predicted-recall'

type MapFact = {
  readonly id: string
  readonly statement: string
  readonly mastery: Mastery
  readonly hasCard: boolean
}

/** A sentence, a member of a list or a cell. With facts it has a number; without, it is only read. */
export type MapUnit = {
  readonly number: number | null
  readonly text: string
  /** In the document, in UTF-16 code units. */
  readonly start: number
  readonly heading: string
  readonly facts: readonly MapFact[]
  /** Chance in percent that its facts would come back today. */
  readonly percent: number
  readonly shade: RecallShade
  /** Where every fact that was met was failed last time: how many those are, and how many were never met. */
  readonly failed: { readonly met: number; readonly unseen: number } | null
}

export type MapBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly units: readonly MapUnit[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly units: readonly MapUnit[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly MapUnit[])[] }

export type ReadMap = {
  readonly title: string
  readonly language: string
  readonly blocks: readonly MapBlock[]
  readonly facts: number
  /** Of all facts, those never seen counting as not recalled. */
  readonly percent: number
  readonly seen: boolean
}
