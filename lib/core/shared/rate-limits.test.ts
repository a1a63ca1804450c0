import { describe, expect, it } from 'vitest'
import { minutesUntil, waitOf } from './rate-limits'

describe('how long somebody is told to wait', () => {
  it.each([
    [0, 0],
    [59, 0],
    [60, 1],
    [61, 2],
    [1_440, 24],
  ])('is, of %i minutes, %i hours; 0 says the minutes', (minutes, hours) => {
    expect(waitOf(minutes)).toEqual({ hours, minutes })
  })

  it('is a whole minute or more', () => {
    const now = new Date('2026-09-01T08:00:00Z')
    expect(minutesUntil(now, now)).toBe(1)
    expect(minutesUntil(new Date('2026-09-01T08:10:01Z'), now)).toBe(11)
  })
})
