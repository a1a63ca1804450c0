import { describe, expect, it } from 'vitest'
import { pageOf } from './generation-progress'

describe('pages of a text that has none', () => {
  it('are 1,800 characters each, and one begun counts', () => {
    expect(pageOf(0, 1_801)).toEqual({ page: 1, pages: 2 })
    expect(pageOf(1_800, 1_801)).toEqual({ page: 2, pages: 2 })
  })

  it('end with the text, even when it is read to its last letter', () => {
    expect(pageOf(3_600, 3_600)).toEqual({ page: 2, pages: 2 })
    expect(pageOf(0, 0)).toEqual({ page: 1, pages: 1 })
  })
})
