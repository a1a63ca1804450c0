/** Remembers the results for up to `most` texts, then starts again. */
export function memoize<T>(compute: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const result = compute(text)
    known.set(text, result)
    return result
  }
}

// A sentence, those derived from it, and those just before it: such a short list is faster than a map.
const LAST = 8

/** Remembers the last few results, for immutable objects that are asked for repeatedly. */
export function memoizeRecent<K extends object, T>(compute: (thing: K) => T): (thing: K) => T {
  const things: K[] = []
  const results: T[] = []
  let next = 0
  return (thing) => {
    const at = things.indexOf(thing)
    if (at >= 0) return results[at] as T
    const result = compute(thing)
    things[next] = thing
    results[next] = result
    next = (next + 1) % LAST
    return result
  }
}
