import { fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { createRef } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import study from '@/messages/en/study.json'
import { aCard } from '@/test/study-cards'
import { CARD_ACTIONS, type CardActions } from '../card/card-actions'
import { CardFront } from '../card/card-front'
import { SessionKeys } from './session-keyboard'
import { beginSession } from './session-reducer'

const query = { deckId: 'd', factIds: null, lastReviewId: null, only: null, from: 0, cram: false }
const options = [
  { text: 'three', isRight: true, reason: '' },
  { text: 'two', isRight: false, reason: 'It has more.' },
]

const done: string[] = []
beforeEach(() => {
  done.length = 0
})

function open(card = aCard(), shown = false, canUndo = true) {
  const session = beginSession({ cards: [card], shown })
  const actions = Object.fromEntries(
    CARD_ACTIONS.map((name) => [name, { enabled: true, run: () => done.push(name) }]),
  ) as unknown as CardActions
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, study } as never}>
      <button type="button">Elsewhere</button>
      {shown ? null : (
        <CardFront
          {...{ card, query, said: '', hints: 0 }}
          headingRef={createRef()}
          inputRef={createRef()}
          onShow={(given) => done.push(`show ${given}`)}
        />
      )}
      <SessionKeys
        {...{ session, actions }}
        rate={(rating) => done.push(rating)}
        undo={canUndo ? () => Boolean(done.push('undo')) : null}
        onNothingToUndo={() => done.push('nothing to undo')}
        paused={false}
      />
    </NextIntlClientProvider>,
  )
}

/** Whether the key is left to the browser, which writes it where the focus is. */
const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...more })
const line = () => screen.getByLabelText<HTMLInputElement>('Write it, or just think it')
const write = (text: string) => fireEvent.input(line(), { target: { value: text } })

describe('a card whose answer can be typed', () => {
  it.each(['u', 'e', '-', '@', '*', 'h', '1', 'Ж'])('takes %s pressed anywhere into its line', (key) => {
    open()
    for (const from of [document.body, screen.getByText('Elsewhere'), line()]) {
      if (from instanceof HTMLElement) from.focus()
      expect(press(key)).toBe(true)
      expect(document.activeElement).toBe(line())
    }
    expect(done).toEqual([])
  })

  it('shows the answer by Space in an empty input; otherwise Space types a blank', () => {
    open()
    const form = screen.getByRole('form', { name: 'Question' })
    form.addEventListener('submit', (event) => {
      event.stopPropagation()
      done.push('submitted')
    })
    line().focus()
    expect(press(' ')).toBe(false)
    expect(done).toEqual(['submitted'])
    write('human')
    expect(press(' ')).toBe(true)
    screen.getByRole('heading', { level: 1 }).focus()
    expect(press(' ')).toBe(true)
    expect(document.activeElement).toBe(line())
    expect(done).toEqual(['submitted'])
  })

  it('leaves keys with Ctrl, Cmd or Alt to the browser', () => {
    open()
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) press('u', more)
    expect(document.activeElement).toBe(document.body)
    expect(done).toEqual([])
  })

  it('undoes the last step by Ctrl+Z in an empty input; otherwise Ctrl+Z undoes typing', () => {
    open()
    line().focus()
    expect(press('z', { ctrlKey: true })).toBe(false)
    expect(done).toEqual(['undo'])
    write('human')
    write('')
    expect(press('z', { ctrlKey: true })).toBe(true)
    expect(done).toEqual(['undo'])
  })

  it('has the question read when the focus comes into its line', () => {
    open(aCard({ front: 'What is it?', label: { title: 'Bees', heading: null } }))
    const described = (line().getAttribute('aria-describedby') ?? '').split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(['Bees', 'What is it?'])
  })
})

describe('a card that is turned, or has options', () => {
  it('obeys its keys', () => {
    open(aCard(), true)
    for (const key of ['3', 'u', 'e', '-']) press(key)
    expect(done).toEqual(['good', 'undo', 'edit', 'bury'])
  })

  it('says so when there is nothing to undo', () => {
    open(aCard(), true, false)
    press('u')
    press('z', { ctrlKey: true })
    expect(done).toEqual(['nothing to undo', 'nothing to undo'])
  })

  it('is answered by the number of an option', () => {
    open(aCard({ options }))
    press('2')
    press('h')
    expect(done).toEqual(['show two', 'hint'])
  })
})
