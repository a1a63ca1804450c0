/** Named by every row the engine makes. Raise it when the same text would give other items. */
export const ENGINE_VERSION = '0.9.0'

/** Whether this version is older than the present engine's. A text that is no version counts as older. */
export function isOlderEngine(version: string, present: string = ENGINE_VERSION): boolean {
  const [theirs, ours] = [numbersOf(version), numbersOf(present)]
  for (const [at, number] of ours.entries()) {
    const difference = number - (theirs[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

const numbersOf = (version: string): number[] =>
  /^\d+(?:\.\d+)*$/.test(version) ? version.split('.').map(Number) : [-1]
