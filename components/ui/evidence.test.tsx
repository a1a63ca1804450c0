import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { LitSentence } from './evidence'

describe('the proving sentence', () => {
  it('shows each member of a list on a line of its own, and still lights the answer', () => {
    const sentence = 'The castes are:\n\n- the queen\n- the drones'
    const start = sentence.indexOf('the drones')
    const { container } = render(<LitSentence sentence={sentence} answer={{ start, end: sentence.length }} />)
    expect(container.textContent).toMatch(/^The castes are:\s*\n• the queen\n• the drones$/)
    expect(container.querySelector('b')?.textContent).toBe('the drones')
  })
})
