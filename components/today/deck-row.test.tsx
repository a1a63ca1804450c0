import { render } from '@testing-library/react'
import { createTranslator, NextIntlClientProvider } from 'next-intl'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import share from '@/messages/en/share.json'
import welcome from '@/messages/en/welcome.json'
import { DeckRow } from './deck-row'

const NOW = new Date('2026-11-24T09:00:00Z')
const DECK = {
  ...{ id: 'd', title: 'Lakes', facts: 22, mastery: { each: 1, patches: [] } },
  ...{ due: 0, new: 18, toReview: 0, lastStudied: NOW, isGenerating: false },
}

describe('a deck on Today', () => {
  it('says how many new facts the deck has, not how many come today: that is the share of all decks', () => {
    const row = render(
      <NextIntlClientProvider locale="en" messages={{ common, share, welcome }} timeZone="UTC">
        <DeckRow deck={DECK} days={{ now: NOW, timeZone: 'UTC', dayStartHour: 4 }} />
      </NextIntlClientProvider>,
    )
    expect(row.getByText('18 new cards')).toBeDefined()
  })

  it('says while its text is read that there are more facts to come, and nothing of cards where there are none', () => {
    const rowOf = (deck: Partial<typeof DECK>) => {
      const { container, unmount } = render(
        <NextIntlClientProvider locale="en" messages={{ common, share, welcome }} timeZone="UTC">
          <DeckRow deck={{ ...DECK, ...deck }} days={{ now: NOW, timeZone: 'UTC', dayStartHour: 4 }} />
        </NextIntlClientProvider>,
      )
      const text = container.textContent
      unmount()
      return text
    }
    expect(rowOf({ isGenerating: true })).toContain('22 facts, and more while the text is still being read.')
    expect(rowOf({ facts: 0, new: 0 })).toBe('LakesNo questions yet. ')
  })

  it('leaves that to the headline', () => {
    const t = createTranslator({ locale: 'en', messages: welcome, namespace: 'today' })
    expect(t('headline', { review: 12, fresh: 15, minutes: 6 })).toBe('12 to review, 15 new today, about 6 minutes')
    expect(t('headline', { review: 0, fresh: 15, minutes: 6 })).toBe('15 new cards today, about 6 minutes')
    expect(t('headline', { review: 12, fresh: 0, minutes: 6 })).toBe('12 to review, about 6 minutes')
  })
})
