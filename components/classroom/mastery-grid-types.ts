import type { Mastery } from '@/lib/core/memory/scheduling/memory'

/** The class table as it goes to the browser: short, because it has thousands of cells. */
export type GridData = {
  readonly sort: 'known' | 'name'
  readonly sortHref: { readonly known: string; readonly name: string }
  readonly facts: readonly { readonly id: string; readonly statement: string }[]
  readonly groups: readonly { readonly from: number; readonly facts: number; readonly heading: string }[]
  /** Per fact, the share of the class that knows it, 0 to 1; null where nobody has met it. */
  readonly shares: readonly (number | null)[]
  readonly share: number
  /** Days of the last answers, written out; cells point into it. */
  readonly days: readonly string[]
  readonly rows: readonly GridRow[]
}

export type GridRow = {
  readonly id: string
  readonly name: string
  /** Null: has not started. */
  readonly known: number | null
  /** One digit a fact, 0 to 4. */
  readonly cells: string
  /** Per fact; null where nothing was answered or rated. */
  readonly history: readonly (CellHistory | null)[]
}

/** Answers to questions and how many were wrong; ratings of cards and how many were Again; index into `days`. */
export type CellHistory = readonly [answers: number, wrong: number, ratings: number, again: number, day: number]

export function masteryAt(row: GridRow, fact: number): Mastery {
  return Number(row.cells[fact] ?? 0) as Mastery
}
