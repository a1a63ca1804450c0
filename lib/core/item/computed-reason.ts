/** Why a computed number or date is wrong: nowhere in the text. */
export function notInText(said: string, put: string): string {
  return `The text says ${said}. It never mentions ${put}.`
}

/** Why a computed number is wrong that the text says of something else. */
export function ofSomethingElse(said: string, put: string): string {
  return `The text says ${said}. It says ${put} of something else.`
}

/** A kept reason in today's words: engines up to 0.8.1 wrote "Computed: the text says 2008, and never mentions 2001." */
export function inPlainWords(reason: string): string {
  const [, said, put] = /^Computed: the text says (.+), and never mentions (.+)\.$/.exec(reason) ?? []
  if (said && put) return notInText(said, put)
  const [, saidHere, putElsewhere] =
    /^Computed: the text says (.+); it says (.+) of something else\.$/.exec(reason) ?? []
  return saidHere && putElsewhere ? ofSomethingElse(saidHere, putElsewhere) : reason
}
