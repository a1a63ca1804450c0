/** What became of facts or items when a deck was regenerated. */
export type RowCounts = {
  readonly fresh: number
  readonly changed: number
  readonly kept: number
  readonly gone: number
  readonly held: number
}
export type RegenerationCounts = { readonly facts: RowCounts; readonly items: RowCounts }

const NAMES = ['fresh', 'changed', 'kept', 'gone', 'held'] as const

/** As an address says it: five numbers for the facts and five for the items. */
export function writeCounts({ facts, items }: RegenerationCounts): string {
  return [facts, items].map((counts) => NAMES.map((name) => counts[name]).join('-')).join('.')
}

/** Null where nobody was told anything that makes sense. */
export function readCounts(told: unknown): RegenerationCounts | null {
  const numbers = /^\d{1,7}(?:[-.]\d{1,7}){9}$/.test(String(told)) ? String(told).split(/[-.]/).map(Number) : []
  const at = (index: number) => numbers[index] ?? 0
  const countsFrom = (first: number): RowCounts => ({
    fresh: at(first),
    changed: at(first + 1),
    kept: at(first + 2),
    gone: at(first + 3),
    held: at(first + 4),
  })
  return numbers.length === 0 ? null : { facts: countsFrom(0), items: countsFrom(NAMES.length) }
}
