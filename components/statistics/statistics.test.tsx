import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { type Retention, retentionOf } from '@/lib/core/statistics/retention'
import common from '@/messages/en/common.json'
import statistics from '@/messages/en/statistics.json'
import { AtAGlance } from './at-a-glance'
import { DueForecast, TimeSpent } from './daily-bars'
import { TrueRetention } from './true-retention'

const show = (children: ReactNode) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ common, statistics }} timeZone="UTC">
      {children}
    </NextIntlClientProvider>,
  ).container.textContent

const TODAY = 20_500
const mature = (reviews: number, recalled: number): readonly Retention[] => [
  retentionOf({ window: 30, isMature: true, reviews, recalled, expected: reviews * 0.85 }),
]
const days = (count: number, ms: number) =>
  Array.from({ length: count }, (_, at) => ({ day: TODAY - at, reviews: 1, ms }))

describe('true retention', () => {
  it('is not shown for nine reviews, in the head, the sentence, the chart and the table', () => {
    const head = show(<AtAGlance days={days(2, 5000)} today={TODAY} retention={mature(9, 9)} secondsPerReview={null} />)
    expect(head).toContain('Too early to tell')
    expect(head).not.toContain('100 %')
    const part = show(<TrueRetention retention={mature(9, 9)} />)
    expect(part).toContain('Mature: Too early to tell: 9 reviews of facts that came up again in the last 30 days.')
    expect(part).not.toContain('100 %')
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('is empty without a review, in the head and in the chart', () => {
    const none = [
      ...mature(0, 0),
      retentionOf({ window: 30, isMature: false, reviews: 20, recalled: 18, expected: 17 }),
    ]
    const head = show(<AtAGlance days={days(2, 5000)} today={TODAY} retention={none} secondsPerReview={null} />)
    expect(head).toContain('none yet')
    expect(head).not.toContain('Too early to tell')
    expect(show(<TrueRetention retention={none} />)).toContain('none yet')
  })

  it('is shown from ten reviews on with an interval, and compared with the expected share', () => {
    const part = show(<TrueRetention retention={mature(60, 55)} />)
    expect(part).toContain('you recalled 92 %, about as Bilim expected (85 %).')
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Mature, 30 days: 92 % recalled, between 82 and 96; 85 % expected',
    )
  })
})

describe('time', () => {
  it('without a review is none, not less than a minute', () => {
    const head = show(<AtAGlance days={[]} today={TODAY} retention={[]} secondsPerReview={null} />)
    expect(head).toContain('0 min')
    expect(head).not.toContain('under a minute')
  })

  it('shows "less than a minute" per day, and no pace for too few reviews', () => {
    const words = show(<TimeSpent days={days(22, 19_000)} today={TODAY} window={30} secondsPerReview={null} />)
    expect(words).toContain('you studied for 7 min on 22 days: less than a minute on each of them.')
    expect(words).toContain('most: under a minute')
  })

  it('shows minutes and the pace from one minute on', () => {
    const words = show(<TimeSpent days={days(2, 150_000)} today={TODAY} window={30} secondsPerReview={6} />)
    expect(words).toContain('for 5 min on 2 days: about 3 min on each of them, and 6 seconds a review.')
  })
})

describe('what falls due', () => {
  const words = (counts: readonly number[]) =>
    show(<DueForecast forecast={{ backlog: 0, days: counts }} today={TODAY} />)

  it('names a day only if it has clearly more than the others', () => {
    expect(words([1, 1, 0, 1, 1, 1, 1])).toContain('6 facts fall due in the next 30 days.')
    expect(words([1, 1, 8, 0])).toContain('10 facts fall due in the next 30 days, most on February 18: 8.')
    expect(words([0, 3, 0])).toContain('3 facts fall due in the next 30 days, all on February 17.')
  })
})
