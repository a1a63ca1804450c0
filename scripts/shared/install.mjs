import { existsSync, readdirSync, rmSync } from 'node:fs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { exitWith, log, logWhile, seconds } from './log.mjs'
import { at } from './paths.mjs'
import { runCommand, runNode } from './run-command.mjs'

const STAMP = 'node_modules/.bilim-install'
// What is compiled for one platform, and so may be missing from a lock that was written on another.
const NATIVE = ['@node-rs/argon2', '@tailwindcss/oxide', 'lightningcss', '@swc/core', 'rolldown']
// Not needed to run: where it is made for no such platform, fitting says that it is not available.
const WANTED = ['@open-spaced-repetition/binding']

/** `npm install` when package.json or its lock changed since the last one. */
export async function installIfNeeded() {
  const wanted = fingerprint(
    ['package.json', 'package-lock.json'],
    `${process.platform} ${process.arch} ${process.versions.modules}`,
  )
  if (readStamp(STAMP) === wanted) return
  const since = performance.now()
  await logWhile('Installing packages (a minute or two)', install([]))
  if (await nativePackagesFail([...NATIVE, ...WANTED])) {
    log('A native package does not load with the committed lock: installing again without the lock.')
    rmSync(at('node_modules'), { recursive: true, force: true })
    await install(['--no-package-lock'])
    const failure = await nativePackagesFail(NATIVE)
    if (failure) exitWith(`A native package does not load on this machine: ${failure}`)
  }
  writeStamp(STAMP, wanted)
  log(`Packages installed in ${seconds(since)}.`)
}

// `--no-save` leaves the committed lock as it is; the build needs the development packages as well.
async function install(extra) {
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', ...extra]
  const { code, output } = await runCommand('npm', args, { shell: process.platform === 'win32' })
  if (code === 0) return
  console.error(output)
  exitWith('npm install failed; see above.')
}

async function nativePackagesFail(native) {
  const names = [...native, ...nextCompilers()]
  const code = `
    const { createRequire } = require('node:module')
    const load = createRequire(${JSON.stringify(at('package.json'))})
    for (const name of ${JSON.stringify(names)}) load(name)
    load('esbuild').transformSync('')`
  const result = await runNode(['-e', code])
  if (result.code === 0 && nextCompilers().length > 0) return null
  return result.output.split('\n').find((line) => line.includes('Error')) ?? 'the compiler of Next.js'
}

function nextCompilers() {
  const folder = at('node_modules/@next')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('swc-'))
    .slice(0, 1)
    .map((name) => `@next/${name}`)
}
