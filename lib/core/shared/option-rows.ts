// Apart from the question types, because the browser needs these and not the schemas.

const FIRST_LETTER = 65
const LETTERS = 26

/** A, B … Z, then AA, AB …: of an option, of a version. */
export function letterOf(at: number): string {
  const last = String.fromCharCode(FIRST_LETTER + (at % LETTERS))
  return at < LETTERS ? last : letterOf(Math.floor(at / LETTERS) - 1) + last
}

/** The entries with one of them at another place; as they were where there is no such place. */
export function moveEntry(entries: readonly string[], from: number, to: number): readonly string[] {
  const moved = entries[from]
  if (moved === undefined || to < 0 || to >= entries.length) return entries
  return entries.toSpliced(from, 1).toSpliced(to, 0, moved)
}
