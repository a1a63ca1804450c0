import { describe, expect, it } from 'vitest'
import { studyAddress } from './study-address'

describe('the address of Study', () => {
  it('can be shared as long as nothing has been rated', () => {
    expect(studyAddress({ deckId: null, factIds: null })).toBe('/study')
    expect(studyAddress({ deckId: 'd', factIds: null })).toBe('/study?deck=d')
  })
  it('names the facts that are left, and says when none are', () => {
    expect(studyAddress({ deckId: 'd', factIds: ['a', 'b'] })).toBe('/study?deck=d&facts=a,b')
    expect(studyAddress({ deckId: 'd', factIds: [] })).toBe('/study?deck=d&facts=none')
  })
  it('contains the open card, the typed answer and the rating that can be undone', () => {
    const card = { factId: 'a', typed: 'the UN & co' }
    expect(studyAddress({ deckId: 'd', factIds: null, card, lastReviewId: 'r' })).toBe(
      '/study?deck=d&card=a&show=1&typed=the+UN+%26+co&last=r',
    )
    expect(studyAddress({ deckId: 'd', factIds: null, card: { factId: 'a', typed: null } })).toBe(
      '/study?deck=d&card=a',
    )
  })
})
