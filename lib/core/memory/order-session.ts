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
