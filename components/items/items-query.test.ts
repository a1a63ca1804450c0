import { describe, expect, it } from 'vitest'
import { itemsAddress, queryOf, WHOLE_VIEW } from './items-query'
import { readView } from './read-items-view'

describe('the address of the items', () => {
  it('says only what differs from the whole', () => {
    expect(itemsAddress('d', WHOLE_VIEW)).toBe('/decks/d/items')
    expect(itemsAddress('d', { show: 'waiting', page: 2 }, { item: 'i' })).toBe(
      '/decks/d/items?show=waiting&page=2#item-i',
    )
    expect(itemsAddress('d', {}, { more: { edit: 'i' } })).toBe('/decks/d/items?edit=i')
  })

  it('is read back as it was written', () => {
    const view = { show: 'new', type: 'true-false', tier: 'B', page: 3, since: '2026-11-24T09:00:00.000Z' } as const
    expect(readView(Object.fromEntries(new URLSearchParams(queryOf(view))))).toEqual(view)
  })

  it('is the whole where it makes no sense', () => {
    expect(readView({ show: 'nothing', type: ['choice'], tier: 'Z', page: '-1', since: 'yesterday' })).toEqual(
      WHOLE_VIEW,
    )
  })
})
