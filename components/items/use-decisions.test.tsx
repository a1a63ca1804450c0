import { act, renderHook } from '@testing-library/react'
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import items from '@/messages/en/items.json'
import type { ItemChoice, ItemsActions, ItemsPage } from './items-types'
import { useDecisions } from './use-decisions'

const nothing = () => undefined
const ROUTER: AppRouterInstance = {
  bfcacheId: '',
  ...{ back: nothing, forward: nothing, refresh: nothing, replace: nothing, prefetch: nothing, push: nothing },
}
const PAGE: ItemsPage = {
  ...{ groups: [], sections: [], page: 1, pages: 1, before: null, after: null },
  counts: { 'to-check': 0, ready: 0, rejected: 0, all: 0, held: 0, new: 0 },
}
const wrapper = ({ children }: { children: ReactNode }) => (
  <AppRouterContext value={ROUTER}>
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ items } as never}>
      {children}
    </NextIntlClientProvider>
  </AppRouterContext>
)

it('takes back all that were accepted, also when they are more than one request may name', async () => {
  const accepted = Array.from({ length: 2_500 }, (_, at): ItemChoice => ({ itemId: `item-${at}`, choice: null }))
  const sent: (readonly ItemChoice[])[] = []
  const actions: Pick<ItemsActions, 'acceptAll' | 'chooseMany'> = {
    acceptAll: async () => ({ kind: 'accepted', previous: accepted }),
    chooseMany: async (_, choices) => {
      sent.push(choices)
      return { kind: 'chosen', previous: [] }
    },
  }
  const { result } = renderHook(
    () => useDecisions({ deckId: 'deck', page: PAGE, actions: actions as ItemsActions, depths: null }),
    { wrapper },
  )
  await act(() => result.current.acceptAll(false))
  await act(() => result.current.undo())
  expect(sent.map(({ length }) => length)).toEqual([1_000, 1_000, 500])
  expect(sent.flat()).toEqual(accepted)
})
