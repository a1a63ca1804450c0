import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../shared/time'
import { dayBounds, endOfStudyDay, isoDay, startOfStudyDay, studyDay } from './study-day'

const ZONES = [
  'UTC',
  'Asia/Bishkek',
  'Europe/Helsinki',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
]
const zone = fc.constantFrom(...ZONES)
const hour = fc.integer({ min: 0, max: 23 })
const moment = fc.date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })

describe('the study day', () => {
  it('is still yesterday before the day start', () => {
    expect(isoDay(studyDay(new Date('2026-06-03T03:59:59Z'), 'UTC', 4))).toBe('2026-06-02')
    expect(isoDay(studyDay(new Date('2026-06-03T04:00:00Z'), 'UTC', 4))).toBe('2026-06-03')
  })

  it('is read off the clock of the learner', () => {
    // 23:30 in UTC is 05:30 of the next day in Bishkek.
    expect(isoDay(studyDay(new Date('2026-06-02T23:30:00Z'), 'Asia/Bishkek', 4))).toBe('2026-06-03')
  })

  it('has 23 hours when clocks go forward and 25 when they go back', () => {
    const lengthHours = (day: string) => {
      const at = new Date(`${day}T12:00:00Z`)
      const first = studyDay(at, 'Europe/Helsinki', 0)
      const start = startOfStudyDay(first, 'Europe/Helsinki', 0).getTime()
      return (startOfStudyDay(first + 1, 'Europe/Helsinki', 0).getTime() - start) / 3_600_000
    }
    expect(lengthHours('2026-03-29')).toBe(23)
    expect(lengthHours('2026-10-25')).toBe(25)
    expect(lengthHours('2026-06-03')).toBe(24)
  })

  it('begins at four by the wall clock on both sides of a change of clocks', () => {
    const begins = (day: string) =>
      startOfStudyDay(studyDay(new Date(`${day}T12:00:00Z`), 'Europe/Helsinki', 4), 'Europe/Helsinki', 4).toISOString()
    expect(begins('2026-10-24')).toBe('2026-10-24T01:00:00.000Z')
    expect(begins('2026-10-25')).toBe('2026-10-25T02:00:00.000Z')
  })

  it('counts an unknown zone as UTC', () => {
    expect(studyDay(new Date('2026-06-03T05:00:00Z'), 'Mars/Base', 4)).toBe(
      studyDay(new Date('2026-06-03T05:00:00Z'), 'UTC', 4),
    )
  })

  it('never runs backwards', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 100 * 3_600_000 }), zone, hour, (at, later, timeZone, start) => {
        const after = new Date(at.getTime() + later)
        expect(studyDay(after, timeZone, start)).toBeGreaterThanOrEqual(studyDay(at, timeZone, start))
      }),
    )
  })

  it('starts at the first moment that belongs to it', () => {
    fc.assert(
      fc.property(moment, zone, hour, (at, timeZone, start) => {
        const end = endOfStudyDay(at, timeZone, start)
        expect(end.getTime()).toBeGreaterThan(at.getTime())
        expect(studyDay(end, timeZone, start)).toBeGreaterThan(studyDay(at, timeZone, start))
        expect(studyDay(new Date(end.getTime() - 1), timeZone, start)).toBe(studyDay(at, timeZone, start))
      }),
    )
  })
})

/** As `width_bucket` counts: how many bounds are not later. */
const bucket = (bounds: readonly Date[], at: Date) => bounds.filter((bound) => bound <= at).length

describe('the bounds of study days', () => {
  it('put a moment into the day that `studyDay` gives it, in every zone and across changes of clocks', () => {
    const moment = fc.date({ min: new Date('2010-01-01'), max: new Date('2034-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, zone, hour, (at, timeZone, dayStartHour) => {
        const today = studyDay(at, timeZone, dayStartHour)
        const bounds = dayBounds(today - 3, 7, { timeZone, dayStartHour })
        expect(bucket(bounds, at)).toBe(4)
        for (const [place, bound] of bounds.entries())
          expect(bounds[place + 1]?.getTime() ?? Infinity).toBeGreaterThanOrEqual(bound.getTime())
      }),
    )
  })

  it('lie 23 and 25 hours apart in New York when clocks are changed, and always 24 in Bishkek', () => {
    const hoursOf = (iso: string, timeZone: string) => {
      const [from, to] = dayBounds(Date.parse(`${iso}T00:00:00Z`) / DAY_MS, 1, { timeZone, dayStartHour: 0 })
      return ((to?.getTime() ?? 0) - (from?.getTime() ?? 0)) / HOUR_MS
    }
    expect(hoursOf('2026-03-08', 'America/New_York')).toBe(23)
    expect(hoursOf('2026-11-01', 'America/New_York')).toBe(25)
    expect(hoursOf('2026-03-08', 'Asia/Bishkek')).toBe(24)
    expect(hoursOf('2026-11-01', 'Asia/Bishkek')).toBe(24)
  })
})
