/** The entries with one of them at another place; as they were where there is no such place. */
export function moveEntry(entries: readonly string[], from: number, to: number): readonly string[] {
  const moved = entries[from]
  if (moved === undefined || to < 0 || to >= entries.length) return entries
  return entries.toSpliced(from, 1).toSpliced(to, 0, moved)
}
