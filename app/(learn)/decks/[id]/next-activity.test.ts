import { describe, expect, it } from 'vitest'
import { nextActivity } from './next-activity'

const DECK = { due: 0, new: 20, newToday: 20, lastStudiedDays: null }

describe('what a deck asks for next', () => {
  it('is its due facts before all else', () => {
    expect(nextActivity({ ...DECK, due: 1 })).toBe('nextReview')
  })

  it('is new facts, the first ones or more of them, only while today leaves room', () => {
    expect(nextActivity(DECK)).toBe('nextFirst')
    expect(nextActivity({ ...DECK, lastStudiedDays: 3 })).toBe('nextNew')
    expect(nextActivity({ ...DECK, newToday: 0 })).toBe('nextTomorrow')
    expect(nextActivity({ ...DECK, newToday: 0, lastStudiedDays: 3 })).toBe('nextTomorrow')
  })

  it('is a quiz when every fact was met', () => {
    expect(nextActivity({ ...DECK, new: 0, newToday: 0, lastStudiedDays: 3 })).toBe('nextQuiz')
  })
})
