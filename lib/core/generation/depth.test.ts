import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { ItemType } from '../question-types/registry'
import { shuffled } from '../shared/random'
import { type RankedItem, rankItems } from './depth'

const item = (id: string, part: Partial<RankedItem> = {}): RankedItem => {
  return { id, type: 'flashcard', score: 0.5, factIds: [id], tier: 'A', start: 0, ...part }
}
const idsOf = (items: readonly RankedItem[], words = 1_000) =>
  [...rankItems(items, words)].sort(([, a], [, b]) => a.rank - b.rank).map(([id]) => id)
const depthsOf = (count: number, words: number) => {
  const items = Array.from({ length: count }, (_, n) => item(String(n), { start: n * 1_000 }))
  const depths = [...rankItems(items, words).values()].map(({ depth }) => depth)
  return {
    key: depths.filter((depth) => depth === 'key').length,
    balanced: depths.filter((depth) => depth !== 'everything').length,
  }
}

describe('the order of items', () => {
  it('has the best first', () => {
    expect(idsOf([item('a', { score: 0.4 }), item('b', { score: 0.9, start: 5_000 })])).toEqual(['b', 'a'])
  })
  it('asks another fact before it asks one again', () => {
    const twice = [item('a', { score: 0.9, factIds: ['f'] }), item('b', { score: 0.85, factIds: ['f'] })]
    expect(idsOf([...twice, item('c', { score: 0.7, start: 5_000 })])).toEqual(['a', 'c', 'b'])
  })
  it('goes on elsewhere in the text before it stays in a paragraph', () => {
    const near = [item('a', { score: 0.9 }), item('b', { score: 0.85 }), item('c', { score: 0.82, start: 5_000 })]
    expect(idsOf(near)).toEqual(['a', 'c', 'b'])
  })
  it('holds a type back only while it is most of what is shown', () => {
    const many = (count: number, type: ItemType, score: number) =>
      Array.from({ length: count }, (_, n) => item(`${type} ${n}`, { type, score }))
    const good = item('good', { type: 'flashcard', score: 0.6 })
    const fair = item('fair', { type: 'multiple', score: 0.5 })
    const others = (['cloze', 'choice', 'numeric', 'short-answer'] as const).flatMap((type) => many(3, type, 0.55))
    const items = [...many(6, 'flashcard', 0.9), good, ...others, fair]
    const apart = items.map((one, n) => ({ ...one, start: n * 1_000 }))
    expect(idsOf(apart).slice(-2)).toEqual(['good', 'fair'])
  })
  test.prop([
    fc.array(fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), start: fc.nat(9_000), fact: fc.nat(9) })),
    fc.nat(),
  ])('does not depend on the order in which they come, and has each once', (parts, seed) => {
    const items = parts.map(({ score, start, fact }, n) => item(String(n), { score, start, factIds: [String(fact)] }))
    const places = rankItems(items, 500)
    expect(new Map([...rankItems(shuffled(items, seed), 500)].sort())).toEqual(new Map([...places].sort()))
    expect([...places.values()].map(({ rank }) => rank)).toEqual(items.map((_, n) => n + 1))
  })
})

describe('the line of a depth', () => {
  it('is where it was when items come that wait for their author', () => {
    const ready = Array.from({ length: 30 }, (_, n) => item(`ready ${n}`, { start: n * 1_000 }))
    const waiting = ready.map((one, n) => ({
      ...one,
      id: `waits ${n}`,
      factIds: [`w${n}`],
      tier: 'B' as const,
      score: 0.9,
    }))
    const [alone, beside] = [rankItems(ready, 1_000), rankItems([...ready, ...waiting], 1_000)]
    expect(ready.map(({ id }) => beside.get(id)?.depth)).toEqual(ready.map(({ id }) => alone.get(id)?.depth))
  })
  it('is drawn at 8 and 20 items for 1,000 words', () => {
    expect(depthsOf(60, 1_000)).toEqual({ key: 8, balanced: 20 })
    expect(depthsOf(60, 2_000)).toEqual({ key: 16, balanced: 40 })
  })
  it('leaves a short text 5 and 10', () => expect(depthsOf(60, 80)).toEqual({ key: 5, balanced: 10 }))
})
