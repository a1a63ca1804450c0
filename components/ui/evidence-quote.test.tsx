import { render } from '@testing-library/react'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import { EvidenceFigure, evidenceCaption, LitSentence } from './evidence-quote'

describe('the evidence', () => {
  it('shows each member of a list on its own line with the answer highlighted', () => {
    const sentence = 'The castes are:\n\n- the queen\n- the drones'
    const start = sentence.indexOf('the drones')
    const { container } = render(<LitSentence sentence={sentence} answer={{ start, end: sentence.length }} />)
    expect(container.textContent).toMatch(/^The castes are:\s*\n• the queen\n• the drones$/)
    expect(container.querySelector('b')?.textContent).toBe('the drones')
  })

  it('is not shown for an item without a proof', () => {
    const { container } = render(<EvidenceFigure caption="Sentence 1" sentence="" answer={null} />)
    expect(container.textContent).toBe('')
  })
})

describe('the place of evidence', () => {
  it('names entries of a list that are neighbours by the first and the last, others one by one', () => {
    const t = createTranslator({ locale: 'en', messages: common, namespace: 'evidence' })
    const placeOf = (entries: readonly number[]) => evidenceCaption(t, { heading: '', sentence: 1, entries })
    expect(placeOf([2])).toBe('Entry 2 of a list')
    expect(placeOf([2, 3, 4])).toBe('Entries 2 to 4 of a list')
    expect(placeOf([1, 5])).toBe('Entries 1, 5 of a list')
    expect(placeOf([])).toBe('Sentence 1')
  })
})
