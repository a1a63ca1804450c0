import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, root } from './start-server'

/** Migrates and loads once; every server of the run begins with a copy of this folder. */
export default function prepareTemplate(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'bilim-e2e-'))
  process.env.BILIM_E2E_FOLDER = folder
  const env = environment({ BILIM_DATA_DIR: join(folder, 'template') })
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/prepare.ts'], { cwd: root, env, stdio: 'pipe' })
  return () => rmSync(folder, { recursive: true, force: true })
}
