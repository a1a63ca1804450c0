import { describe, expect, it } from 'vitest'
import type { Interval } from '@/lib/core/memory/interval'
import type { Pile, StudyCard } from '@/lib/core/memory/study-card'
import { beginSession, changesOf, countsOf, type Session, sessionAfter } from './session-state'

const minutes = (count: number): Interval => ({ unit: 'minutes', count })
const days = (count: number): Interval => ({ unit: 'days', count })

function card(factId: string, pile: Pile): StudyCard {
  return {
    deckId: 'd',
    factId,
    itemId: `i-${factId}`,
    revisionId: `r-${factId}`,
    front: `front of ${factId}`,
    back: ['back'],
    accepted: [[]],
    evidence: null,
    pile,
    mastery: pile === 'new' ? 0 : 2,
    lastSeenDays: pile === 'new' ? null : 6,
    intervals: { again: minutes(10), hard: days(2), good: pile === 'new' ? minutes(10) : days(5), easy: days(12) },
    stepped: { good: { again: minutes(1), hard: minutes(10), good: days(3), easy: days(9) } },
    counts: true,
  }
}
const begin = () => beginSession([card('a', 'due'), card('b', 'new'), card('c', 'due')], false)
const rate = (session: Session, rating: 'again' | 'hard' | 'good' | 'easy', now = 1000) =>
  sessionAfter(sessionAfter(session, { kind: 'show' }), {
    kind: 'rate',
    rating,
    reviewId: `r${session.rated.length}`,
    now,
  })

describe('a study session', () => {
  it('takes no rating before the answer is shown', () => {
    const session = begin()
    expect(sessionAfter(session, { kind: 'rate', rating: 'good', reviewId: 'r', now: 1 })).toBe(session)
  })

  it('brings a slipped card back at the end rather than letting anyone wait', () => {
    let session = rate(begin(), 'again')
    expect(session.card?.factId).toBe('b')
    expect(countsOf(session)).toEqual({ new: 1, learning: 1, due: 1 })
    session = rate(rate(session, 'easy'), 'good')
    expect(session.card?.factId).toBe('a')
    expect(session.card?.pile).toBe('learning')
  })

  it('brings a card back as soon as its step is due', () => {
    const session = rate(rate(begin(), 'again', 0), 'good', 11 * 60_000)
    expect(session.card?.factId).toBe('a')
  })

  it('knows without a network what a rating on a step leads to', () => {
    const session = rate(rate(rate(begin(), 'good'), 'good'), 'easy')
    expect([session.card?.factId, session.card?.intervals.good]).toEqual(['b', days(3)])
  })

  it('goes back by one card with the answer still open, also after the last one', () => {
    const last = rate(rate(rate(begin(), 'good'), 'easy'), 'good')
    expect(last.card).toBeNull()
    const undone = sessionAfter(last, { kind: 'undo' })
    expect([undone.card?.factId, undone.shown, undone.rated.length]).toEqual(['c', true, 2])
  })

  it('tells what was kept, what slipped and what was met', () => {
    const session = rate(rate(rate(begin(), 'again'), 'easy'), 'good')
    const saved = sessionAfter(session, {
      kind: 'saved',
      outcomes: [{ id: 'r0', kind: 'saved', factId: 'c', mastery: 3, dueAt: 1, intervals: card('c', 'due').intervals }],
    })
    expect(changesOf(saved).map(({ factId, fate, before, after }) => [factId, fate, before, after])).toEqual([
      ['a', 'slipped', 2, 2],
      ['b', 'met', 0, 0],
      ['c', 'kept', 2, 3],
    ])
  })

  it('tells of a sentence with a gap as a sentence', () => {
    const gapped = { ...card('a', 'new'), front: 'The lake is _____.', back: ['Issyk-Kul'] }
    expect(changesOf(rate(beginSession([gapped], false), 'easy'))).toMatchObject([{ label: 'The lake is Issyk-Kul.' }])
  })

  it('leaves out what was rated before a reload and still waits on the device', () => {
    const session = sessionAfter(begin(), { kind: 'skip', factIds: ['a', 'c'], now: 2 })
    expect([session.card?.factId, session.ahead.length]).toEqual(['b', 0])
  })
})
