import type { Reading } from './bookkeeping'
import { groupBy } from './group-by'
import { percent } from './markdown-table'

/** An item with what all its readers said of it. */
export type Judged = {
  readonly document: string
  readonly itemId: string
  readonly type: string
  /** Good only where every reader says so. */
  readonly good: boolean
  readonly failedChecks: readonly string[]
}

/** Every item of the readings once. */
export function judgedItems(readings: readonly Reading[]): Judged[] {
  const all = readings.flatMap(({ judgements }) => judgements)
  return [...groupBy(all, idOf).values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const failedChecks = of.flatMap((one) => (one.verdict === 'bad' ? [one.failedCheck] : []))
    const { document, itemId, type } = first
    return [{ document, itemId, type, good: failedChecks.length === 0, failedChecks }]
  })
}

/** How far two readers of the same items agree, with Cohen's kappa (1960); empty when no item was read twice. */
export function agreement(readings: readonly Reading[]): string {
  const pairs = [
    ...groupBy(
      readings.flatMap(({ judgements }) => judgements),
      idOf,
    ).values(),
  ].flatMap(([one, two]) => (one && two ? [[one.verdict === 'good', two.verdict === 'good'] as const] : []))
  if (pairs.length === 0) return ''
  const share = (test: (pair: readonly [boolean, boolean]) => boolean) => pairs.filter(test).length / pairs.length
  const same = share(([one, two]) => one === two)
  const first = share(([one]) => one)
  const second = share(([, two]) => two)
  const byChance = first * second + (1 - first) * (1 - second)
  const kappa = byChance === 1 ? 1 : (same - byChance) / (1 - byChance)
  return `Two readers agree on ${percent(same)} of ${pairs.length} items (kappa ${kappa.toFixed(2)}); good to one alone: ${percent(first)}, ${percent(second)}.`
}

const idOf = ({ document, itemId }: { document: string; itemId: string }): string => `${document} ${itemId}`
