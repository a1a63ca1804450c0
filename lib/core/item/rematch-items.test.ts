import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type ItemTrace, rematchItems } from './rematch-items'

function item(id: string, stem: string, given: Partial<ItemTrace> = {}): ItemTrace {
  return { id, type: 'choice', factIds: ['f'], key: ['1869'], stem, ...given }
}

const pairsOf = (before: ItemTrace[], made: ItemTrace[]) => Object.fromEntries(rematchItems(before, made))

describe('an item of a newer engine', () => {
  const old = item('a', 'In what year was the town of Karakol founded by the lake?')

  it('is the old one where it asks the same in nearly the same words', () => {
    const others = [item('b', 'In which year was the town of Karakol founded by the lake?'), item('c', 'When?')]
    expect(pairsOf([old], others)).toEqual({ a: 'b' })
    expect(pairsOf([old, item('d', 'What happened?')], others)).toEqual({ a: 'b' })
  })

  it('is the old one in other words where nothing else of its type asks the fact for this answer', () => {
    expect(pairsOf([old], [item('b', 'When was it?')])).toEqual({ a: 'b' })
  })

  it('is another where the type, the fact or the answer is', () => {
    for (const given of [{ type: 'cloze' }, { factIds: ['g'] }, { factIds: ['f', 'g'] }, { key: ['1870'] }])
      expect(pairsOf([old], [item('b', old.stem, given)])).toEqual({})
  })
})

describe('matching', () => {
  const items = fc.uniqueArray(
    fc.record<ItemTrace>({
      id: fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 3 }),
      type: fc.constantFrom('choice', 'cloze'),
      factIds: fc.array(fc.constantFrom('f', 'g'), { minLength: 1, maxLength: 2 }),
      key: fc.array(fc.constantFrom('1869', 'the Chu'), { minLength: 1, maxLength: 2 }),
      stem: fc
        .array(fc.constantFrom('When', 'was', 'the', 'town', 'founded'), { maxLength: 6 })
        .map((all) => all.join(' ')),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  )

  test.prop([items])('finds every item again among themselves', (all) => {
    expect([...rematchItems(all, all)]).toEqual(all.map(({ id }) => [id, id]))
  })

  test.prop([items, items])(
    'pairs one to one, and only what asks the same facts for the same answer',
    (before, made) => {
      const pairs = rematchItems(before, made)
      expect(new Set(pairs.values()).size).toBe(pairs.size)
      for (const [old, now] of pairs) {
        if (old === now) continue
        const [earlier, later] = [before.find(({ id }) => id === old), made.find(({ id }) => id === now)]
        expect([earlier?.type, earlier?.factIds, earlier?.key]).toEqual([later?.type, later?.factIds, later?.key])
      }
    },
  )

  test.prop([items, items])('does not hang on the order of the items', (before, made) => {
    const sorted = (pairs: ReadonlyMap<string, string>) => [...pairs].sort()
    expect(sorted(rematchItems([...before].reverse(), [...made].reverse()))).toEqual(sorted(rematchItems(before, made)))
  })
})
