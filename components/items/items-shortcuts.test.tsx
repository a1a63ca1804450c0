import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { useItemsShortcuts } from './items-shortcuts'
import type { ListedItem } from './items-types'

const anItem = (id: string): ListedItem => ({
  ...{
    id,
    number: 1,
    revisionId: 'r',
    type: 'flashcard',
    finder: 'rules',
    replaces: false,
    doubts: [],
    status: 'unreviewed',
    edited: false,
    held: false,
  },
  ...{ factIds: [], stem: id, options: [], answer: null, choice: null },
})
const ITEMS = ['first', 'second', 'third', 'fourth'].map(anItem)

/** Accepting an item moves to the next one, as on the items page. */
function TestPage() {
  const [accepted, setAccepted] = useState<readonly string[]>([])
  const [undone, setUndone] = useState(0)
  useItemsShortcuts({
    mayEdit: true,
    mayUndo: true,
    currentItem: () => ITEMS[accepted.length],
    decide: (item) => setAccepted([...accepted, item.id]),
    undo: () => setUndone(undone + 1),
    edit: () => {},
    move: () => {},
    write: () => {},
    moveSentence: () => {},
  })
  return (
    <p>
      accepted: {accepted.join(' ')}; undone: {undone}
    </p>
  )
}

function press(key: string, at: number, repeat = false) {
  const event = createEvent.keyDown(document.body, { key, repeat })
  Object.defineProperty(event, 'timeStamp', { value: at })
  fireEvent(document.body, event)
}

const told = () => screen.getByText(/accepted/).textContent

it('accepts one item by a double press of its key, and the next one by a press after that', () => {
  render(<TestPage />)
  press('a', 1000)
  press('a', 1200)
  expect(told()).toBe('accepted: first; undone: 0')
  press('a', 2000)
  expect(told()).toBe('accepted: first second; undone: 0')
})

it('decides and undoes one step while a key is held down', () => {
  render(<TestPage />)
  press('a', 1000)
  for (let at = 1500; at < 3000; at += 30) press('a', at, true)
  expect(told()).toBe('accepted: first; undone: 0')
  press('u', 4000)
  for (let at = 4500; at < 6000; at += 30) press('u', at, true)
  expect(told()).toBe('accepted: first; undone: 1')
})
