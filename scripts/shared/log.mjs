const started = performance.now()

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
export const sinceStart = () => seconds(started)

/** A line for each phase: what is being done now. */
export function log(line) {
  console.log(`  ${line}`)
}

const REPEAT_MS = 15_000

/** A line for work that may take minutes, and another from time to time, so that it does not look stuck. */
export async function logWhile(line, work) {
  const since = performance.now()
  log(`${line} …`)
  const timer = setInterval(
    () => log(`  still running after ${Math.round((performance.now() - since) / 1000)} s …`),
    REPEAT_MS,
  )
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}

/** Ends the process with one clear line. */
export function exitWith(line, code = 1) {
  console.error(`  ${line}`)
  process.exit(code)
}
