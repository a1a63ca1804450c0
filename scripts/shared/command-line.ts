import { type ParseArgsConfig, parseArgs } from 'node:util'

const UNUSABLE = 2

/** Ends a script that cannot do what it was asked to: one clear line on the error stream, exit code 2. */
export function stop(line: string): never {
  console.error(line)
  process.exit(UNUSABLE)
}

/** Options and files as typed; the `--` that npm's habit puts first is passed over. What is unknown ends the script. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  const typed = process.argv.slice(2)
  const args = typed[0] === '--' ? typed.slice(1) : typed
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : error} ${usage}`)
  }
}
