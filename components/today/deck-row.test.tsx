import { render } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import share from '@/messages/en/share.json'
import welcome from '@/messages/en/welcome.json'
import { DeckRow } from './deck-row'

const NOW = new Date('2026-11-24T09:00:00Z')
const DECK = {
  ...{ id: 'd', title: 'Lakes', facts: 22, quilt: { each: 1, patches: [] } },
  ...{ due: 0, new: 18, toCheck: 0, lastStudied: NOW },
}
const rowWith = (newLeft: number) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ common, share, welcome }} timeZone="UTC">
      <DeckRow deck={DECK} newLeft={newLeft} days={{ now: NOW, timeZone: 'UTC', dayStartHour: 4 }} />
    </NextIntlClientProvider>,
  ).container.textContent

describe('a deck on Today', () => {
  it('says how many of its new facts come today where the day’s share leaves fewer', () => {
    expect(rowWith(15)).toContain('15 of 18 new today')
    expect(rowWith(18)).toContain('18 new')
    expect(rowWith(18)).not.toContain('new today')
  })
})
