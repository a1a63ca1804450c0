/** A whole number from a content key (hexadecimal), the only dice of the engine: the same item always falls the same way. */
export const seedOf = (key: string): number => Number.parseInt(key.slice(-8), 16) || 0

/** A new order of the options, told by the seed alone (Fisher–Yates over a linear congruential sequence). */
export function shuffled<T>(options: readonly T[], seed: number): T[] {
  const order = [...options]
  let state = seed >>> 0
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = Math.floor((state / 2 ** 32) * (last + 1))
    const held = order[last] as T
    order[last] = order[other] as T
    order[other] = held
  }
  return order
}
