/** The same function of a text, that answers at once where it was asked before: of as many texts as `most`, then it begins anew. */
export function remembered<T>(of: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const made = of(text)
    known.set(text, made)
    return made
  }
}

/** The same function of a thing that never changes, that is asked once a thing: forgotten with it. */
export function rememberedOf<K extends object, T extends object | null>(of: (thing: K) => T): (thing: K) => T {
  const known = new WeakMap<K, T>()
  return (thing) => {
    const before = known.get(thing)
    if (before !== undefined) return before
    const made = of(thing)
    known.set(thing, made)
    return made
  }
}
