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
  /** How many of them `countsForRecall` counts. */
  readonly counted: number
  /** Chance in percent that its facts would come back today: of the counted ones. */
  readonly percent: number
  readonly shade: RecallShade
  /** Where every fact that was met was failed last time: how many those are, and how many counted ones were never met. */
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
  /** How many of them `countsForRecall` counts. */
  readonly counted: number
  /** Of the counted facts, those never seen counting as not recalled. */
  readonly percent: number
  readonly seen: boolean
}

/** A part of a map ends before the next heading once it has so many sentences, and without a heading at the limit. */
const UNITS_A_PART = 150
const MOST_UNITS_A_PART = 300

/** The blocks of a long text in parts that a browser shows without delay; of a short one, all of them. */
export function partsOfMap(blocks: readonly MapBlock[]): readonly (readonly MapBlock[])[] {
  const parts: MapBlock[][] = [[]]
  let units = 0
  for (const block of blocks) {
    const isFull = units >= (block.kind === 'heading' ? UNITS_A_PART : MOST_UNITS_A_PART)
    if (isFull) parts.push([])
    units = (isFull ? 0 : units) + unitsOf(block).length
    parts.at(-1)?.push(block)
  }
  return parts
}

/** The sentences, members and cells of a block; none of a heading. */
export function unitsOf(block: MapBlock): readonly MapUnit[] {
  if (block.kind === 'heading') return []
  return block.kind === 'table' ? block.rows.flat() : block.units
}
