import { render } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { expect, it } from 'vitest'
import type { MapUnit } from '@/lib/core/statistics/recall-map'
import common from '@/messages/en/common.json'
import deck from '@/messages/en/deck.json'
import { ChosenUnit, MapText } from './map-text'

const fact = (id: string) => ({ id, statement: id, mastery: 1, hasCard: true }) as const

/** What the sentence and the part beside it say of two facts. */
function wordsOf(failed: MapUnit['failed']) {
  const place = { number: 1, text: 'Two lakes.', start: 0, heading: '' }
  const unit: MapUnit = { ...place, facts: [fact('a'), fact('b')], counted: 2, percent: 0, shade: 1, failed }
  const map = { title: '', language: 'eng', facts: 2, counted: 2, percent: 0, seen: true } as const
  const shown = render(
    <NextIntlClientProvider locale="en" messages={{ common, deck }} timeZone="UTC">
      <MapText deckId="d" chosen={null} map={{ ...map, blocks: [{ kind: 'paragraph', units: [unit] }] }} />
      <ChosenUnit deckId="d" unit={unit} closeHref="?part=1" />
    </NextIntlClientProvider>,
  )
  return shown.container.textContent
}

it('names facts that were never met apart from those not recalled last time', () => {
  const mixed = wordsOf({ met: 1, unseen: 1 })
  expect(mixed).toContain('0 percent: 1 not recalled last time, 1 not seen yet')
  expect(mixed).toContain('2 facts: 1 not recalled last time, 1 not seen yet')
  expect(mixed).not.toContain('none recalled')
  const failed = wordsOf({ met: 2, unseen: 0 })
  expect(failed).toContain('0 percent: not recalled last time')
  expect(failed).toContain('2 facts, none recalled last time')
})
