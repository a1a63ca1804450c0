import { type ParseArgsConfig, parseArgs } from 'node:util'

const UNREADABLE = 2

/** One clear line on the error stream, exit code 2. */
export function stop(line: string): never {
  console.error(line)
  process.exit(UNREADABLE)
}

/** Options and files as typed; the `--` that npm's habit puts first is passed over. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  const typed = process.argv.slice(2)
  const args = typed[0] === '--' ? typed.slice(1) : typed
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : error} ${usage}`)
  }
}

/** A whole number of at least `least`, or the line that says why not. */
export function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value)
  return Number.isInteger(number) && number >= least
    ? number
    : stop(`--${name} wants a whole number from ${least}, not “${value}”.`)
}
