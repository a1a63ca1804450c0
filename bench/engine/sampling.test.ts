import { describe, expect, it } from 'vitest'
import { generate } from '../../lib/core/generation/rules/generate'
import { writeItem } from '../../lib/core/item/item'
import { seededRandom } from '../../lib/core/shared/random'
import { Answers, parsed } from './judgement-files'
import { pickItems, plantFault } from './sampling'
import { copiedWords } from './words'

const TEXT = `Harbours

The harbour of Oslo was opened in 1891 by a Danish engineer. The lighthouse of Bergen was built in 1880.
The old quay of Larvik was sold in 1902. The northern pier of Moss was closed in 1944.`
const items = generate({ title: null, text: TEXT, format: 'txt' }).items.map(writeItem)
const candidates = items.map((item) => ({ document: 'harbours', item }))
const typesOf = (picked: typeof candidates) => new Set(picked.map(({ item }) => item.type))

describe('a sample', () => {
  it('has the size asked for, every type, and no item twice', () => {
    const picked = pickItems(candidates, 6, seededRandom(1))
    expect(picked).toHaveLength(6)
    expect(typesOf(picked)).toEqual(typesOf(candidates))
    expect(new Set(picked.map(({ item }) => item.id)).size).toBe(6)
  })

  it('is the same for the same seed, and all there is when more is asked for', () => {
    expect(pickItems(candidates, 6, seededRandom(7))).toEqual(pickItems(candidates, 6, seededRandom(7)))
    expect(pickItems(candidates, 999, seededRandom(1))).toHaveLength(candidates.length)
  })
})

describe('a planted item', () => {
  it('has another key or other evidence than the good one', () => {
    const faulty = items.flatMap((item, n) => {
      const source = items[(n + 1) % items.length]
      const planted = source ? plantFault(item, source) : null
      return planted ? [{ item, planted }] : []
    })
    expect(faulty.length).toBeGreaterThan(0)
    for (const { item, planted } of faulty)
      expect([planted.item.key, planted.item.evidence]).not.toEqual([item.key, item.evidence])
  })
})

describe('what a reader hands back', () => {
  it('is refused with one line that says where it is wrong', () => {
    const bad = [{ number: 1, verdict: 'bad', failedCheck: 'R16', reason: 'Two answers.' }]
    expect(parsed(Answers, JSON.stringify(bad))).toMatchObject({
      ok: false,
      line: expect.stringContaining('0.failedCheck'),
    })
    expect(parsed(Answers, '[')).toMatchObject({ ok: false, line: expect.stringContaining('no JSON') })
    expect(parsed(Answers, '[{ "number": 1, "verdict": "good" }]').ok).toBe(true)
  })

  it('may name things, but not copy a sentence', () => {
    expect(copiedWords('It says 1891, but the harbour of Oslo is in the stem.', [TEXT])).toBeNull()
    expect(copiedWords('Cut: “The harbour of Oslo was opened in 1891 by …”', [TEXT])).toBe(
      'the harbour of oslo was opened in 1891',
    )
  })
})
