/** Short forms that a text explains in brackets, "Indian Reorganization Act (IRA)": one by the words before it, and the name by the short form. */
export type Aliases = { readonly shortOf: ReadonlyMap<string, string>; readonly nameOf: ReadonlyMap<string, string> }

const LONGEST_NAME = 90

/** Where a text explains a form twice, the first time counts. Linear: the text is read once, not once a key. */
export function readAliases(text: string): Aliases {
  const shortOf = new Map<string, string>()
  const nameOf = new Map<string, string>()
  for (const { 1: short = '', index } of text.matchAll(/(?<= )\((\p{Lu}[\p{Lu}-]+)\)/gu)) {
    const words = text
      .slice(Math.max(0, index - LONGEST_NAME), index)
      .trimEnd()
      .split(/\s+/)
    for (const name of endingsOf(words)) if (!shortOf.has(name)) shortOf.set(name, short)
    const name = nameBefore(words, short)
    if (name && !nameOf.has(short)) nameOf.set(short, name)
  }
  return { shortOf, nameOf }
}

/** The other form of a key, whichever it is. */
export function aliasesOf({ shortOf, nameOf }: Aliases, key: string): string[] {
  const bare = key.replace(/^(?:the|an?)\s+/i, '')
  const other = shortOf.get(bare) ?? nameOf.get(bare)
  return other === undefined ? [] : [other]
}

const endingsOf = (words: readonly string[]): string[] => words.map((_, from) => words.slice(from).join(' '))

/** The words before a short form, back to the one that begins with its first letter. */
function nameBefore(words: readonly string[], short: string): string | undefined {
  return endingsOf(words)
    .reverse()
    .find((name) => /^\p{Lu}/u.test(name) && initialsOf(name) === short)
}

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
