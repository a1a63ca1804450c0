import { describe, expect, it } from 'vitest'
import { countItems, EVERYTHING, type Filtered, isWanted } from './filter-items'

const day = (date: number) => new Date(Date.UTC(2026, 0, date))
const item = (given: Partial<Filtered> = {}): Filtered => ({
  type: 'choice',
  tier: 'A',
  status: 'ready',
  edited: false,
  held: false,
  createdAt: day(1),
  ...given,
})

describe('a filter of items', () => {
  it('lets through what has the state, the type and the tier that are asked for', () => {
    const unreviewed = item({ tier: 'B', status: 'unreviewed' })
    expect(isWanted(unreviewed, EVERYTHING)).toBe(true)
    expect(isWanted(unreviewed, { ...EVERYTHING, show: 'unreviewed', type: 'choice', tier: 'B' })).toBe(true)
    for (const filter of [{ show: 'ready' }, { type: 'cloze' }, { tier: 'A' }, { show: 'edited' }] as const)
      expect(isWanted(unreviewed, { ...EVERYTHING, ...filter })).toBe(false)
  })

  it('calls new what was made at the given time or later, and nothing without a time', () => {
    const filter = { ...EVERYTHING, show: 'new' as const }
    expect(
      [day(1), day(2), day(3)].map((createdAt) => isWanted(item({ createdAt }), { ...filter, since: day(2) })),
    ).toEqual([false, true, true])
    expect(isWanted(item(), filter)).toBe(false)
  })

  it('counts the states of the type that is asked for', () => {
    const items = [item(), item({ status: 'rejected' }), item({ type: 'cloze' })]
    expect(countItems(items, { ...EVERYTHING, show: 'rejected', type: 'choice' })).toMatchObject({
      shown: { all: 2, ready: 1, rejected: 1 },
      types: { choice: 2, cloze: 1 },
    })
  })

  it('counts an edited item as accepted and as edited', () => {
    const items = [item(), item({ status: 'accepted', edited: true, held: true }), item({ type: 'cloze', tier: 'B' })]
    expect(countItems(items, { ...EVERYTHING, since: day(1) })).toEqual({
      shown: { all: 3, unreviewed: 0, ready: 2, accepted: 1, rejected: 0, beyond: 0, edited: 1, held: 1, new: 3 },
      types: { choice: 2, cloze: 1 },
      tiers: { A: 2, B: 1 },
    })
  })
})
