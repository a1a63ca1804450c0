/** The same function of a text, that answers at once where it was asked before: of as many texts as `most`, then it begins anew. */
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

// A sentence, what it is derived into, and those just before it: a list so short is faster than any map.
const LAST = 8

/** The same function of a thing that never changes, that is asked for the same few things again and again. */
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
