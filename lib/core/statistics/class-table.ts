import type { Mastery } from '../memory/scheduling/memory'
import { hasEnoughObservations } from './minimum-observations'

/** From Proficient on a fact counts as known. */
const KNOWN_FROM: Mastery = 3

export type ClassRow<Learner> = {
  readonly learner: Learner
  /** Has rated, answered or opened anything that the class was assigned, of this deck or another. */
  readonly started: boolean
  /** One per fact, in the order of the facts. */
  readonly cells: readonly Mastery[]
}
type CountedRow<Learner> = ClassRow<Learner> & {
  /** Facts known; null for who has not started. */
  readonly known: number | null
}
export type CountedTable<Learner> = {
  /** Who has not started first, then those who know least; equal ones by name. */
  readonly rows: readonly CountedRow<Learner>[]
  /** For each fact the share of all learners who know it, 0 to 1; null when nobody has met it. */
  readonly shares: readonly (number | null)[]
  readonly notStarted: number
  /** Over the learners who have started. */
  readonly known: Spread | null
  /** The share of all cells that are known, 0 to 1. */
  readonly share: number | null
}
/** `spread` is the sample's standard deviation; null for too few values to tell it. */
export type Spread = { readonly mean: number; readonly spread: number | null }

/** Learners by facts, counted both ways. */
export function countClassTable<Learner extends { readonly name: string }>(
  rows: readonly ClassRow<Learner>[],
): CountedTable<Learner> {
  const counted = rows
    .map((row) => ({ ...row, known: row.started ? row.cells.filter(isKnown).length : null }))
    .sort(weakestFirst)
  const started = counted.flatMap((row) => (row.known === null ? [] : [row.known]))
  const facts = rows[0]?.cells.length ?? 0
  const shares = Array.from({ length: facts }, (_, fact) => {
    const cells = rows.map((row) => row.cells[fact] ?? 0)
    return cells.some((mastery) => mastery > 0) ? shareOf(cells.map(isKnown)) : null
  })
  return {
    rows: counted,
    shares,
    notStarted: counted.length - started.length,
    known: spreadOf(started),
    share: shareOf(rows.flatMap((row) => row.cells.map(isKnown))),
  }
}

export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const mean = sum(values) / values.length
  if (!hasEnoughObservations(values.length)) return { mean, spread: null }
  const squares = values.map((value) => (value - mean) ** 2)
  return { mean, spread: Math.sqrt(sum(squares) / (values.length - 1)) }
}

export function isKnown(mastery: Mastery): boolean {
  return mastery >= KNOWN_FROM
}

function weakestFirst(a: CountedRow<{ readonly name: string }>, b: CountedRow<{ readonly name: string }>): number {
  return (a.known ?? -1) - (b.known ?? -1) || a.learner.name.localeCompare(b.learner.name)
}

function shareOf(held: readonly boolean[]): number | null {
  return held.length === 0 ? null : held.filter(Boolean).length / held.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
