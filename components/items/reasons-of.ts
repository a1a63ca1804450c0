export type Reason = { readonly check: string; readonly count: number }

const OTHER = 'other'
// No check: the language was not known, and nothing was read.
const LANGUAGE = 'language'

/**
 * Refusals by check of the rubric, most first. The engine may count a check under several names (of sentences, of
 * questions: "R7", "sentence R7", "R7/item"): the check in the name says why. What names none is another reason.
 */
export function reasonsOf(refused: Readonly<Record<string, number>>, checks: readonly string[]): Reason[] {
  const counts = new Map<string, number>()
  for (const [name, count] of Object.entries(refused)) {
    if (name === LANGUAGE || count <= 0) continue
    const named = /(?<![A-Za-z0-9])R\d{1,2}(?![0-9])/.exec(name)?.[0]
    const check = named && checks.includes(named) ? named : OTHER
    counts.set(check, (counts.get(check) ?? 0) + count)
  }
  return [...counts]
    .map(([check, count]) => ({ check, count }))
    .sort((one, other) => other.count - one.count || checks.indexOf(one.check) - checks.indexOf(other.check))
}
