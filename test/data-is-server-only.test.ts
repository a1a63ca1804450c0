import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../lib/data')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name))

it('every file of lib/data refuses to be bundled for a browser', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(
    files.filter((name) => !readFileSync(join(folder, name), 'utf8').startsWith("import 'server-only'\n")),
  ).toEqual([])
})
