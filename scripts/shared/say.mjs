const started = performance.now()

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
export const sinceStart = () => seconds(started)

/** One line a phase: what is being done now. */
export function say(line) {
  console.log(`  ${line}`)
}

const REPEAT_MS = 15_000

/** A line for work that may take minutes, and another from time to time, so that nobody takes it for stuck. */
export async function sayWhile(line, work) {
  const since = performance.now()
  say(`${line} …`)
  const timer = setInterval(
    () => say(`  still at it after ${Math.round((performance.now() - since) / 1000)} s …`),
    REPEAT_MS,
  )
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}

/** Ends the process with one clear line. */
export function giveUp(line, code = 1) {
  console.error(`  ${line}`)
  process.exit(code)
}
