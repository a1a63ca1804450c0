import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { expect, it } from 'vitest'
import items from '@/messages/en/items.json'
import refusals from '@/messages/en/refusals.json'
import { AcceptAllQuestion } from './accept-all'
import type { ItemsActions } from './items-types'

it.each([
  [0, 'Learners will see all of them at once. You can undo this.'],
  [
    2,
    'Learners will see all of them at once. The 2 items beyond the depth of this deck are not among them. You can undo this.',
  ],
])('speaks of items beyond the depth only where there are some: %i', (beyond, sentence) => {
  const doubts = { items: 3, doubts: [], others: { rules: 3, unread: 0 } }
  const actions = { acceptAllByForm: async () => {} } as unknown as ItemsActions
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ items, refusals } as never}>
      <AcceptAllQuestion {...{ deckId: 'd', actions, beyond, doubts }} />
    </NextIntlClientProvider>,
  )
  expect(screen.getByText(sentence)).toBeDefined()
})
