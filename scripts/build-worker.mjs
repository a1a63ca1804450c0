// Bundles the workers of lib/workers to .build/NAME.mjs when a source is newer. Packages stay outside.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const workers = ['generate-worker', 'paste-worker', 'fit-weights-worker', 'print-worker']
const targetOf = (name) => join(root, `.build/${name}.mjs`)
const sources = [
  'lib/core',
  'lib/import-formats',
  'lib/export-formats',
  'lib/workers',
  'package-lock.json',
  'scripts/build-worker.mjs',
]

for (const name of workers) if (isStale(targetOf(name))) await build(name)

function isStale(target) {
  if (!existsSync(target)) return true
  const made = statSync(target).mtimeMs
  return sources.some((source) => newest(join(root, source)) > made)
}

function newest(path) {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((entry) => newest(join(path, entry))))
}

async function build(name) {
  const { build } = await import('esbuild')
  const target = targetOf(name)
  mkdirSync(dirname(target), { recursive: true })
  // Two processes may build at once: each writes a file of its own and puts it in place whole.
  const draft = `${target}.${process.pid}`
  await build({
    entryPoints: [join(root, `lib/workers/${name}.ts`)],
    outfile: draft,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
  })
  renameSync(draft, target)
}
