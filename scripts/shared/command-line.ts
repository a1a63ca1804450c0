import { type ParseArgsConfig, parseArgs } from 'node:util'

const UNUSABLE = 2

/** Ends a script that cannot do what it was asked to: one clear line on the error stream, exit code 2. */
export function stop(line: string): never {
  console.error(line)
  process.exit(UNUSABLE)
}

/**
 * Options and files as typed; the `--` that npm's habit puts first is passed over. What is unknown ends the script, and so does
 * `--help`, which prints the usage.
 */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  const typed = process.argv.slice(2)
  const args = typed[0] === '--' ? typed.slice(1) : typed
  if (args.includes('--help')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    // After its first sentence Node explains how to name a file like an option.
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ')
    return stop(`${reason}. ${usage}`)
  }
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'you have no permission',
}

/** Why a file could not be read or written, in words. */
export const fileErrorOf = ({ code = '', message }: NodeJS.ErrnoException): string => FILE_ERRORS[code] ?? message
