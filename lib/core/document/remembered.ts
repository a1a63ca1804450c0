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
