/** Random numbers, 0 ≤ n < 1. */
export type RandomSource = () => number

/** Seeds are whole numbers from 0 to below this. */
export const SEED_LIMIT = 2 ** 31

/** The same seed gives the same numbers (mulberry32). */
export function seededRandom(seed: number): RandomSource {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from a content key (hexadecimal), the engine's only randomness: the same item always gets the same. */
export const seedOf = (key: string): number => Number.parseInt(key.slice(-8), 16) || 0

/** A new order of the options, given by the seed alone (Fisher–Yates over a linear congruential sequence). */
export function shuffled<T>(options: readonly T[], seed: number): T[] {
  const order = [...options]
  let state = seed >>> 0
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const swapped = Math.floor((state / 2 ** 32) * (last + 1))
    const held = order[last] as T
    order[last] = order[swapped] as T
    order[swapped] = held
  }
  return order
}
