import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import { useReducer } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCard } from '@/test/study-cards'
import { beginSession, sessionReducer } from '../study/session/session-reducer'
import { useDoublePressGuard } from './use-double-press-guard'

function Study() {
  const cards = ['a', 'b', 'c'].map((factId) => aCard({ factId }))
  const [session, tell] = useReducer(sessionReducer, beginSession({ cards, shown: false }))
  useDoublePressGuard(2 * session.turn + (session.shown ? 1 : 0))
  const rate = () => tell({ kind: 'rate', rating: 'easy', reviewId: 'r', now: 0 })
  const act = () => (session.shown ? rate() : tell({ kind: 'show', given: '' }))
  return (
    <>
      {/* Show answer and a rating take turns in one place. */}
      <button type="button" onClick={act} onKeyDown={act}>
        {session.card?.factId} {session.shown ? 'back' : 'front'}
      </button>
      <button type="button" onClick={() => tell({ kind: 'undo' })}>
        Undo
      </button>
    </>
  )
}

let now = 1000
const later = (ms: number) => {
  now += ms
}
beforeEach(() => {
  render(<Study />)
})

const here = () => screen.getByText(/back|front/)
const at = (x: number, y: number) => ({ clientX: x, clientY: y })
const click = (place = at(100, 100), on = here()) => fire(createEvent.click(on, { detail: 1, ...place }), on)
const press = (key: string, repeat = false) => fire(createEvent.keyDown(here(), { key, repeat }), here())

function fire(event: Event, on: Element): void {
  Object.defineProperty(event, 'timeStamp', { value: now })
  fireEvent(on, event)
}

describe('a double press', () => {
  it('on Show answer rates nothing, and on a rating does not show the next answer', () => {
    click()
    later(250)
    click(at(110, 95))
    expect(here().textContent).toBe('a back')
    later(600)
    click()
    later(250)
    click()
    expect(here().textContent).toBe('b front')
  })

  it('is two presses in two places, with two keys, or with time to read in between', () => {
    click(at(100, 100))
    later(150)
    click(at(145, 100))
    expect(here().textContent).toBe('b front')
    press(' ')
    later(50)
    press('3')
    expect(here().textContent).toBe('c front')
    later(50)
    press(' ')
    later(500)
    press(' ')
    expect(here().textContent).toBe(' front')
  })

  it('with one key, or a key held down, is one press', () => {
    press('3')
    later(200)
    press('3')
    expect(here().textContent).toBe('a back')
    for (let times = 0; times < 30; times += 1) {
      later(600)
      press('3', true)
    }
    expect(here().textContent).toBe('a back')
  })

  it('on Undo undoes two steps', () => {
    for (let presses = 0; presses < 4; presses += 1) {
      click()
      later(1000)
    }
    expect(here().textContent).toBe('c front')
    for (let presses = 0; presses < 2; presses += 1) {
      click(at(500, 10), screen.getByText('Undo'))
      later(100)
    }
    expect(here().textContent).toBe('a back')
  })
})
