/** Why a computed number or date is wrong: nowhere in the text. */
export function notInText(said: string, put: string): string {
  return `The text says ${said}. It never mentions ${put}.`
}

/** Why a computed number is wrong that the text says of something else. */
export function ofSomethingElse(said: string, put: string): string {
  return `The text says ${said}. It says ${put} of something else.`
}
