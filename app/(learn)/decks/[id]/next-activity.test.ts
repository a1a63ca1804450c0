import { describe, expect, it } from 'vitest'
import { nextActivity } from './next-activity'

const DECK = { due: 0, new: 20, newToday: 20, lastStudiedDays: null }

describe('the next activity of a deck', () => {
  it('is the due facts if there are any', () => {
    expect(nextActivity({ ...DECK, due: 1 })).toBe('nextReview')
  })

  it('is new facts only while the daily limit leaves room', () => {
    expect(nextActivity(DECK)).toBe('nextFirst')
    expect(nextActivity({ ...DECK, lastStudiedDays: 3 })).toBe('nextNew')
    expect(nextActivity({ ...DECK, newToday: 0 })).toBe('nextTomorrow')
    expect(nextActivity({ ...DECK, newToday: 0, lastStudiedDays: 3 })).toBe('nextTomorrow')
  })

  it('is a quiz when every fact was studied', () => {
    expect(nextActivity({ ...DECK, new: 0, newToday: 0, lastStudiedDays: 3 })).toBe('nextQuiz')
  })
})
