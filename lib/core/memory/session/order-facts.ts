/** What ordering needs of a memory; rows of the table have it too. */
export type DueFact = { readonly stability: number; readonly lastReview: Date; readonly due: Date }

/** The share of a session that is the most forgotten facts, which are spread among the others. */
const WEAK_SHARE = 1 / 3

/**
 * At most `limit` due facts for today, in the order of study. Those due longest are taken; the rest waits for tomorrow. After
 * a break this recovers most: the surest first would lose the weakest, the weakest first would spend the days on them
 * (numbers in docs/decisions/0019). The most forgotten are spread evenly, so that a session does not begin with many
 * failures. The result is the same if the database did `ORDER BY due LIMIT` before.
 */
export function orderDue<T extends DueFact>(facts: readonly T[], limit: number, now: Date): readonly T[] {
  const taken = [...facts].sort((a, b) => byDue(a, b) || byForgetting(now)(a, b)).slice(0, limit)
  const weakest = [...taken].sort(byForgetting(now)).slice(0, Math.floor(taken.length * WEAK_SHARE))
  const weak = new Set(weakest)
  const inPlace = (wanted: boolean) => taken.filter((fact) => weak.has(fact) === wanted)
  return interleave(inPlace(false), inPlace(true))
}

function byDue(a: DueFact, b: DueFact): number {
  return a.due.getTime() - b.due.getTime()
}

/** Recall falls with the time that has passed in units of stability, whatever the weights. */
function byForgetting(now: Date) {
  const forgotten = ({ lastReview, stability }: DueFact) => (now.getTime() - lastReview.getTime()) / stability
  return (a: DueFact, b: DueFact) => forgotten(b) - forgotten(a)
}

/**
 * The cards of one session in the order shown: two that share a sibling key (same sentence, same list) do not follow each
 * other as long as any order allows it, or the first would give the second away. Otherwise the given order is kept.
 */
export function spreadSiblings<T>(cards: readonly T[], keyOf: (card: T) => string): readonly T[] {
  const left = [...cards]
  const spread: T[] = []
  let last: string | null = null
  while (left.length > 0) {
    const at = pickNext(left.map(keyOf), last)
    const [card] = left.splice(at, 1)
    if (card === undefined) break
    spread.push(card)
    last = keyOf(card)
  }
  return spread
}

/** Puts `extra` among `cards` at even distances, so that new facts are not all together. */
export function interleave<T>(cards: readonly T[], extra: readonly T[]): readonly T[] {
  const whole = cards.length + extra.length
  const mixed: T[] = []
  let taken = 0
  for (let place = 0; place < whole; place++) {
    const wanted = Math.round(((place + 1) * extra.length) / whole)
    const next = taken < wanted ? extra[taken] : cards[place - taken]
    if (taken < wanted) taken++
    if (next !== undefined) mixed.push(next)
  }
  return mixed
}

function pickNext(keys: readonly string[], last: string | null): number {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  // A group that fills half of what is left must go now, or its last members will stand side by side.
  const crowded = [...counts].find(([key, count]) => key !== last && count * 2 > keys.length)
  if (crowded) return keys.indexOf(crowded[0])
  return Math.max(
    0,
    keys.findIndex((key) => key !== last),
  )
}
