import { describe, expect, it } from 'vitest'
import { DEFAULT_VIEW, itemsAddress, queryOf } from '@/components/items/items-query'
import { parseItemsQuery } from './parse-items-query'

describe('the address of the items', () => {
  it('contains only parameters that differ from the default', () => {
    expect(itemsAddress('d', DEFAULT_VIEW)).toBe('/decks/d/items')
    expect(itemsAddress('d', { show: 'to-check', page: 2 }, { item: 'i' })).toBe(
      '/decks/d/items?show=to-check&page=2&item=i#item-i',
    )
    expect(itemsAddress('d', {}, { more: { edit: 'i' } })).toBe('/decks/d/items?edit=i')
  })

  it('is read back as it was written', () => {
    const view = { show: 'new', page: 3, since: '2026-11-24T09:00:00.000Z' } as const
    expect(parseItemsQuery(Object.fromEntries(new URLSearchParams(queryOf(view))))).toEqual(view)
  })

  it('uses the default for an invalid parameter', () => {
    expect(parseItemsQuery({ show: 'nothing', page: '-1', since: 'yesterday' })).toEqual(DEFAULT_VIEW)
  })
})
