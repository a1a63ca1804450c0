import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { environment, root } from './start-server'

/** Prepares once per run: the data that every server copies, and the bundle of seeds.ts. */
export default async function prepare(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'bilim-e2e-'))
  process.env.BILIM_E2E_FOLDER = folder
  process.env.BILIM_SEEDS = join(root, '.build/e2e-seeds.mjs')
  const env = environment({ BILIM_DATA_DIR: join(folder, 'template') })
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/prepare.ts'], { cwd: root, env, stdio: 'pipe' })
  await bundleSeeds(process.env.BILIM_SEEDS)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** The server's process has no `react-server` condition, without which the real `server-only` throws. */
async function bundleSeeds(outfile: string): Promise<void> {
  const serverOnly = dirname(createRequire(import.meta.url).resolve('server-only'))
  await build({
    entryPoints: [join(root, 'e2e/support/seeds.ts')],
    outfile,
    alias: { 'server-only': join(serverOnly, 'empty.js') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
}
