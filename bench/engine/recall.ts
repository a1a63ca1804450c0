import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readItem } from '../../lib/core/item/item'
import { generatedJson } from '../../lib/formats/generated'
import { stop } from './arguments'
import type { Measured } from './documents'

/**
 * What a measuring script outside the project says of how many listed facts the shown items ask, as "104/127"; null for a
 * document that the list is not of. A list is of the document whose label its file is named for.
 */
export function recallOf(document: Measured, facts: string, script: string): string | null {
  if (basename(facts, '.json') !== document.label) return null
  for (const path of [facts, script]) if (!existsSync(path)) stop(`${path} is not there.`)
  const { generated } = document
  const folder = mkdtempSync(join(tmpdir(), 'bilim-recall-'))
  const file = join(folder, 'generated.json')
  writeFileSync(file, generatedJson({ ...generated, items: generated.items.map(readItem) }))
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, file, facts], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const found = /^(\d+\/\d+)/.exec(stdout)?.[1]
  return status === 0 && found ? found : stop(`${script} gave no count: ${stderr.trim().split('\n').at(-1) ?? stdout}`)
}
