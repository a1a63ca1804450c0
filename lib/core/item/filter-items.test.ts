import { describe, expect, it } from 'vitest'
import { countItems, EVERYTHING, type Filtered, isWanted } from './filter-items'

const day = (date: number) => new Date(Date.UTC(2026, 0, date))
const item = (given: Partial<Filtered> = {}): Filtered => ({
  status: 'ready',
  held: false,
  createdAt: day(1),
  ...given,
})

describe('a filter of items', () => {
  it('lists an item that needs a check under "to check" and under all', () => {
    const unreviewed = item({ status: 'unreviewed' })
    for (const show of ['to-check', 'all'] as const) expect(isWanted(unreviewed, { ...EVERYTHING, show })).toBe(true)
    for (const show of ['ready', 'rejected', 'held'] as const)
      expect(isWanted(unreviewed, { ...EVERYTHING, show })).toBe(false)
  })

  it('calls new what was made at the given time or later, and nothing without a time', () => {
    const filter = { show: 'new' as const, since: day(2) }
    expect([day(1), day(2), day(3)].map((createdAt) => isWanted(item({ createdAt }), filter))).toEqual([
      false,
      true,
      true,
    ])
    expect(isWanted(item(), { ...filter, since: null })).toBe(false)
  })

  it('counts an accepted item as ready, and leaves out of all what lies beyond the depth of the deck', () => {
    const items = [
      item(),
      item({ status: 'accepted', held: true }),
      item({ status: 'rejected' }),
      item({ status: 'beyond' }),
    ]
    expect(countItems(items, day(1))).toEqual({ 'to-check': 0, ready: 2, rejected: 1, all: 3, held: 1, new: 4 })
  })
})
