import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { afterEach, expect, it } from 'vitest'
import cards from '@/messages/en/cards.json'
import common from '@/messages/en/common.json'
import type { CardAdded, CardChanged } from './card-types'
import { CardsByHand } from './cards-by-hand'

afterEach(() => sessionStorage.clear())

const unused = () => Promise.reject(new Error('Not called here.'))
const CHANGED: CardChanged = { kind: 'changed' }
const CARD = { itemId: 'i', front: 'tarn', back: 'a lake' }

/** The screen with a server that saves what it is sent when it is told to, and the titles that it saved. */
function show({
  deckId,
  rename = async () => CHANGED,
}: {
  deckId: string | null
  rename?: () => Promise<CardChanged>
}) {
  const saved: string[] = []
  let added = (_: CardAdded) => {}
  const add = (form: FormData) => {
    saved.push(String(form.get('title')))
    return new Promise<CardAdded>((resolve) => {
      added = resolve
    })
  }
  const actions = {
    ...{ add, post: unused, save: unused, remove: unused },
    rename: async (_: string, title: string) => {
      saved.push(title)
      return rename()
    },
  }
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ cards, common }}>
      <CardsByHand owner="me" deckId={deckId} title="Lakes" cards={[]} actions={actions} />
    </NextIntlClientProvider>,
  )
  const type = (label: string, value: string) => {
    const field = screen.getByLabelText(label)
    fireEvent.change(field, { target: { value } })
    fireEvent.blur(field)
  }
  const finishAdding = () => added({ kind: 'added', deckId: 'd', card: CARD })
  return { saved, type, finishAdding, refuse: () => added({ kind: 'refused', reason: 'network' }) }
}

it('saves each title, also the one that the deck had at first', async () => {
  const { saved, type } = show({ deckId: 'd' })
  for (const title of ['Lakes', 'Tarns', 'Tarns', ' ', 'Lakes']) type('Title', title)
  await waitFor(() => expect(saved).toEqual(['Tarns', 'Lakes']))
})

it('saves a title again that was not saved before', async () => {
  let isReached = false
  const { saved, type } = show({
    deckId: 'd',
    rename: async () => (isReached ? CHANGED : { kind: 'refused', reason: 'network' }),
  })
  type('Title', 'Tarns')
  await screen.findByText(/Not saved/)
  isReached = true
  type('Title', 'Tarns')
  await waitFor(() => expect(saved).toEqual(['Tarns', 'Tarns']))
})

it('saves a title that is changed while the first card makes the deck', async () => {
  const { saved, type, finishAdding } = show({ deckId: null })
  type('Title', 'Tarns')
  type('Front', 'tarn')
  type('Back', 'a lake')
  fireEvent.click(screen.getByRole('button', { name: 'Add card' }))
  await waitFor(() => expect(saved).toEqual(['Tarns']))
  type('Title', 'Lakes of ice')
  finishAdding()
  await waitFor(() => expect(saved).toEqual(['Tarns', 'Lakes of ice']))
})

it('keeps a card that was not saved, though the next one is typed, and sends it again', async () => {
  const { saved, type, refuse, finishAdding } = show({ deckId: 'd' })
  type('Front', 'tarn')
  type('Back', 'a lake')
  fireEvent.click(screen.getByRole('button', { name: 'Add card' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  type('Front', 'moraine')
  refuse()
  const unsaved = await screen.findByRole('list', { name: 'Cards that were not saved' })
  expect(unsaved.textContent).toContain('a lake')
  screen.getByDisplayValue('moraine')
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(saved).toHaveLength(2))
  finishAdding()
  await screen.findByRole('heading', { name: '1 card' })
  expect(screen.queryByRole('list', { name: 'Cards that were not saved' })).toBeNull()
})

it('says at its field that a side is missing, and sends nothing', async () => {
  const { saved, type } = show({ deckId: 'd' })
  type('Front', 'tarn')
  fireEvent.click(screen.getByRole('button', { name: 'Add card' }))
  const back = screen.getByRole('textbox', { name: 'Back', description: 'A card needs a front and a back.' })
  expect(document.activeElement).toBe(back)
  expect(saved).toEqual([])
})

it('keeps what is typed in this tab, also while the deck gets its address', async () => {
  const { saved, type, finishAdding } = show({ deckId: null })
  type('Front', 'tarn')
  type('Back', 'a lake')
  fireEvent.click(screen.getByRole('button', { name: 'Add card' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  type('Front', 'moraine')
  finishAdding()
  await screen.findByRole('heading', { name: '1 card' })
  cleanup()
  show({ deckId: 'd' })
  screen.getByDisplayValue('moraine')
  cleanup()
  show({ deckId: null })
  expect(screen.queryByDisplayValue('moraine')).toBeNull()
})
