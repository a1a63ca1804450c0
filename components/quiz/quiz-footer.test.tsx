import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { QuizFooter } from './quiz-footer'

function showBar(name: string) {
  const pressed: string[] = []
  const { unmount } = render(
    <QuizFooter>
      <button type="button" onClick={() => pressed.push(name)}>
        {name}
      </button>
    </QuizFooter>,
  )
  return { pressed, unmount, press: () => fireEvent.click(screen.getByRole('button', { name })) }
}

it('the second half of a double press does nothing on the question that the first half opened', async () => {
  const first = showBar('Next')
  first.press()
  expect(first.pressed).toEqual(['Next'])
  first.unmount()
  const second = showBar('Check')
  expect(second.press()).toBe(false)
  expect(second.pressed).toEqual([])
  await waitFor(() => expect(screen.getByRole('group').getAttribute('aria-disabled')).toBeNull())
  second.press()
  expect(second.pressed).toEqual(['Check'])
})
