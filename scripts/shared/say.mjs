const started = performance.now()

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
export const sinceStart = () => seconds(started)

/** One line a phase: what is being done now. */
export function say(line) {
  console.log(`  ${line}`)
}

/** Ends the process with one clear line. */
export function giveUp(line, code = 1) {
  console.error(`  ${line}`)
  process.exit(code)
}
