import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../shared/time'
import { busiest, calendarOf, daysStudied, firstCalendarDay, peakOf, totals } from './studied-days'

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / DAY_MS

describe('the days that were studied', () => {
  const today = day('2026-11-24')
  const days = [
    { day: today, reviews: 8, ms: 60_000 },
    { day: today - 6, reviews: 2, ms: 10_000 },
    { day: today - 7, reviews: 4, ms: 20_000 },
    { day: today - 40, reviews: 1, ms: 5000 },
  ]

  it('are counted in the last seven and thirty, today among them', () => {
    expect([7, 30, 365].map((window) => daysStudied(days, today, window))).toEqual([2, 3, 4])
    expect(busiest(days)?.day).toBe(today)
    expect(totals(days)).toEqual({ reviews: 15, ms: 95_000 })
    expect(busiest([])).toBeNull()
  })

  it('are told apart only where one stands out', () => {
    expect(peakOf([0, 1, 1, 0, 2, 1])).toEqual({ kind: 'even' })
    expect(peakOf([5, 0, 6])).toEqual({ kind: 'even' })
    expect(peakOf([4, 0, 1])).toEqual({ kind: 'most', place: 0 })
    expect(peakOf([1, 1, 6, 0])).toEqual({ kind: 'most', place: 2 })
    expect([peakOf([1, 100]), peakOf([60, 50])]).toEqual([{ kind: 'most', place: 1 }, { kind: 'even' }])
    expect(peakOf([0, 6, 0])).toEqual({ kind: 'all', place: 1 })
    expect([peakOf([]), peakOf([0, 0]), peakOf([1, 1])]).toEqual(Array(3).fill({ kind: 'even' }))
  })

  it('stand in weeks from Monday on, filled by quarters of the busiest, with nothing ahead of today', () => {
    const weeks = calendarOf(days, today, 3)
    // 24 November 2026 is a Tuesday.
    expect(weeks.map(({ monday }) => monday)).toEqual([day('2026-11-09'), day('2026-11-16'), day('2026-11-23')])
    expect(weeks[2]?.days.map((square) => square?.level ?? null)).toEqual([0, 4, null, null, null, null, null])
    expect(weeks[1]?.days.map((square) => square?.level)).toEqual([0, 2, 1, 0, 0, 0, 0])
  })

  it('begin on a Monday whatever the day is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (now, weeks) => {
        const first = firstCalendarDay(now, weeks)
        expect(new Date(first * DAY_MS).getUTCDay()).toBe(1)
        expect(now - first).toBeGreaterThanOrEqual((weeks - 1) * 7)
        expect(now - first).toBeLessThan(weeks * 7)
      }),
    )
  })
})
