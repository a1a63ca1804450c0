import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import items from '@/messages/en/items.json'
import refusals from '@/messages/en/refusals.json'
import { LiveRegion } from '../ui/live-region'
import { DEFAULT_VIEW } from './items-query'
import { ItemsScreen } from './items-screen'
import type { ItemsActions, ItemsPage, ListedItem, SaveState } from './items-types'

const anItem = (id: string): ListedItem => ({
  ...{
    id,
    number: 1,
    revisionId: `r${id}`,
    type: 'flashcard',
    finder: 'rules',
    replaces: false,
    doubts: [],
    status: 'ready',
  },
  ...{ edited: false, held: false, factIds: ['f'], stem: `Which lake is ${id}?`, options: [], choice: null },
  answer: { type: 'flashcard', content: { answers: [{ text: `Lake ${id}`, accepted: [] }] }, evidence: [] },
})
const pageOf = (...ids: readonly string[]): ItemsPage => ({
  groups: [{ id: 'f', statement: '', heading: '', spans: [], answerSpan: null, items: ids.map((id) => anItem(id)) }],
  ...{ sections: [], page: 1, pages: 1, before: null, after: null },
  counts: { 'to-check': 0, ready: ids.length, rejected: 0, all: ids.length, held: 0, new: 0 },
})
const unused = () => Promise.reject(new Error('Not called here.'))
const ACTIONS: ItemsActions = {
  ...{ choose: unused, chooseMany: unused, acceptAll: unused, changeDepth: unused, save: unused, write: unused },
  ...{ split: unused, merge: unused, reorder: unused, takeBack: unused, offerWrong: unused, annotate: unused },
  ...{ chooseByForm: unused, acceptAllByForm: unused, changeDepthByForm: unused, annotateByForm: unused },
}
const nothing = () => {}

/** The server sends the next of `pages` with each refresh. */
function TestDesk({ pages, actions }: { pages: readonly ItemsPage[]; actions: ItemsActions }) {
  const [at, setAt] = useState(0)
  const router: AppRouterInstance = {
    ...{ bfcacheId: '', back: nothing, forward: nothing, replace: nothing, prefetch: nothing, push: nothing },
    refresh: () => setAt((before) => Math.min(before + 1, pages.length - 1)),
  }
  const page = pages[at] ?? pageOf()
  return (
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, items, refusals } as never}>
        <LiveRegion />
        <ItemsScreen
          {...{ deckId: 'd', page, actions, view: { ...DEFAULT_VIEW, show: 'all' }, depths: null, mayEdit: true }}
          document={{ title: '', language: 'eng', headings: [], isByHand: true, parts: [], stated: [] }}
          {...{ unasked: { total: 0, sentences: [] }, readOnlyReason: null, item: null, editing: null, writing: null }}
          {...{ own: { learnerId: 'ada', annotations: {}, tags: [] }, done: null, confirming: null }}
        />
      </NextIntlClientProvider>
    </AppRouterContext>
  )
}

const inFocus = () => screen.getByRole('article', { name: /in focus$/ })
const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }))
const choose = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

function open(pages: readonly ItemsPage[], actions: Partial<ItemsActions> = {}) {
  cleanup()
  render(<TestDesk pages={pages} actions={{ ...ACTIONS, ...actions }} />)
}

beforeEach(() => {
  sessionStorage.clear()
  window.matchMedia = () => ({ matches: false, addEventListener: nothing, removeEventListener: nothing }) as never
  Element.prototype.scrollIntoView = nothing
})

describe('the focus', () => {
  it('is at the item concerned after a merge, and after its undo', async () => {
    const merged: SaveState = {
      ...{ kind: 'saved', itemId: 'merged', stem: 'x', added: ['merged'], findings: [] },
      previous: [
        { itemId: 'second', choice: null },
        { itemId: 'third', choice: null },
      ],
    }
    const before = pageOf('first', 'second', 'third', 'fourth')
    open([before, pageOf('first', 'merged', 'fourth'), before], {
      merge: async () => merged,
      takeBack: async () => true,
    })
    await press('j')
    await choose('Merge with the next item')
    await choose('Save as one item')
    await waitFor(() => expect(inFocus().id).toBe('item-merged'))
    await press('u')
    await waitFor(() => expect(inFocus().id).toBe('item-second'))
    expect(document.activeElement).toBe(inFocus())
  })
})

describe('an item that is edited', () => {
  it.each([
    ['a key', () => press('j')],
    ['a press on another item', () => act(async () => fireEvent.click(screen.getByRole('link', { name: /second/ })))],
  ])('is closed by leaving it with %s, and its words are kept, which is said', async (_, leave) => {
    open([pageOf('first', 'second')])
    await press('e')
    fireEvent.change(screen.getByRole('textbox', { name: 'Front' }), { target: { value: 'Which one?' } })
    await leave()
    expect(inFocus().id).toBe('item-second')
    expect(screen.getByRole('status').textContent).toBe(common.draft.kept)
    await press('k')
    expect(inFocus().id).toBe('item-first')
    expect(within(inFocus()).queryByRole('textbox')).toBeNull()
    await press('e')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Front' }).value).toBe('Which one?')
  })
})
