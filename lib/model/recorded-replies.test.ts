import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { addFound } from '../core/generation/add-found'
import { isWithin, rankGenerated } from '../core/generation/depth'
import type { Generated } from '../core/generation/generated'
import { generate } from '../core/generation/rules/generate'
import { writeItem } from '../core/item/item'
import { ITEM_TYPES } from '../core/question-types/registry'
import { countWords } from '../core/shared/count-words'
import { readDocument } from '../import-formats/read-document'
import { findRecorded, RECORDED_FINDER } from './recorded-replies'

const FOLDERS = ['content', 'test/texts']
const TEXTS = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, folder })),
)
const LEAST_SHOWN_PER_1000 = 15
// All texts, on a busy machine.
const MAKING_MS = 120_000

type Made = { readonly rules: Generated; readonly both: Generated; readonly again: Generated }
const made = new Map<string, Made>()

async function make(folder: string, name: string): Promise<Made> {
  const bytes = readFileSync(join(folder, name))
  const read = await readDocument({ kind: 'bytes', bytes, fileName: name })
  if (read.kind === 'rejected') throw new Error(`${name} cannot be read: ${read.reason}.`)
  const rules = generate(read)
  const recorded = await findRecorded(rules.document, join(folder, 'recordings'), 'balanced')
  if (recorded.kind === 'incomplete')
    throw new Error(`${name}: ${recorded.missing.length} replies are missing. Record again (CONTRIBUTING.md).`)
  return { rules, both: addFound(rules, recorded.found), again: addFound(rules, recorded.found) }
}

const shown = ({ items, ...generated }: Generated) => {
  const places = rankGenerated({ ...generated, items })
  return items.filter(({ id, tier }) => {
    const place = places.get(id)
    return tier === 'A' && place !== undefined && isWithin(place, 'balanced')
  })
}
const ofModel = (generated: Generated) => generated.items.filter(({ finder }) => finder === RECORDED_FINDER)

beforeAll(async () => {
  for (const { folder, name } of TEXTS) made.set(name, await make(folder, name))
}, MAKING_MS)

describe.each(TEXTS)('the recorded replies about $name', ({ name }) => {
  const of = (): Made => {
    const found = made.get(name)
    if (!found) throw new Error(`${name} was not read.`)
    return found
  }

  it('give many items of several types that name their finder and quote the text', () => {
    const { both } = of()
    const { text } = both.document
    const items = shown(both)
    expect(items.length).toBeGreaterThan((LEAST_SHOWN_PER_1000 * countWords(text)) / 1_000)
    const fromModel = ofModel(both)
    expect(new Set(fromModel.map(({ type }) => type)).size).toBeGreaterThanOrEqual(4)
    for (const { evidence } of fromModel.map(writeItem))
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
  })

  it('give the same items again, and leave those of the rules as they are', () => {
    const { rules, both, again } = of()
    expect(JSON.stringify(again.items)).toBe(JSON.stringify(both.items))
    const ruled = both.items.filter(({ finder }) => finder === 'rules')
    expect(JSON.stringify(ruled)).toBe(JSON.stringify(rules.items))
  })
})

describe('the decks that ship', () => {
  const shipped = () => TEXTS.filter(({ folder }) => folder === 'content').flatMap(({ name }) => made.get(name) ?? [])

  it('have items of every type', () => {
    const types = new Set(shipped().flatMap(({ both }) => ofModel(both).map(({ type }) => type)))
    expect([...types].sort()).toEqual([...ITEM_TYPES].sort())
  })

  it('refuse few of what was proposed', () => {
    for (const { both } of shipped()) {
      const refused = both.refusals.filter(({ finder }) => finder === RECORDED_FINDER).length
      expect(refused).toBeLessThan(ofModel(both).length)
    }
  })
})
