/** What is needed of a memory to order it, so that rows of a table do. */
export type DueFact = { readonly stability: number; readonly lastReview: Date; readonly due: Date }

/** So many of a session's facts are the most forgotten ones, and come in between the others. */
const WEAK_SHARE = 1 / 3

/**
 * Which due facts come today when there are more than `limit`, and in which order. Taken are those that have been due
 * longest; the rest waits for tomorrow's limit. After a break this wins back most: to take the surest first lets the
 * weakest fade and brings the same facts round and round, to take the weakest first spends the days on them
 * (docs/decisions/0019 has the numbers). Among those taken the most forgotten come at even distances, so that nobody
 * begins with a row of failures. With `ORDER BY due LIMIT` done by the database the result is the same.
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

/** Puts `extra` among `cards` at even distances, so that new facts do not come in one heap. */
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
