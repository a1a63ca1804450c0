import { render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { ShownEvidence } from '@/lib/core/document/evidence'
import type { Feedback } from '@/lib/core/quiz/feedback'
import common from '@/messages/en/common.json'
import quiz from '@/messages/en/quiz.json'
import { explanationOf } from '../question-types/shared/feedback-parts'
import { FeedbackView } from './feedback-view'
import { Stem } from './stem'

const show = (element: ReactElement) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ quiz, common }}>
      {element}
    </NextIntlClientProvider>,
  )

const feedback: Feedback = {
  answer: {
    kind: 'options',
    options: [
      { text: 'Russia', isKey: true, isGiven: false, reason: '', evidence: null },
      { text: 'Turkey', isKey: false, isGiven: true, reason: 'A partner, not a direction.', evidence: null },
    ],
  },
  factIds: [],
  key: ['Russia'],
  explanation: 'Russia was the only single country.',
  evidence: { caption: { heading: 'Tasks', sentence: 2 }, sentence: 'It was Russia.', answer: { start: 7, end: 13 } },
}

const evidence = (sentence: string, answer: string): ShownEvidence => {
  const start = sentence.indexOf(answer)
  return { caption: { heading: 'Rivers', sentence: 1 }, sentence, answer: { start, end: start + answer.length } }
}
const settled = (answer: Feedback['answer']): Feedback => ({
  answer,
  key: [],
  explanation: 'Never said.',
  evidence: evidence('Never shown.', 'shown'),
  factIds: [],
})

describe('stem', () => {
  it('a gap is read as "gap", not as underscores, and contains the key after the answer', () => {
    const asked = show(<Stem type="cloze" text="The lake is _____." />)
    expect(asked.container.textContent).toContain('gap')
    expect(asked.container.textContent).not.toContain('___')
    const settled = show(<Stem type="cloze" text="The lake is _____." fills={['Issyk-Kul']} />)
    expect(settled.container.textContent).toBe('The lake is Issyk-Kul.')
  })
})

describe('feedback', () => {
  it('shows the right option, the given one with the reason why it is wrong, and the evidence', () => {
    show(<FeedbackView type="choice" verdict="wrong" feedback={feedback} />)
    expect(screen.getByRole('heading', { name: 'Not right' })).toBeDefined()
    expect(screen.getByRole('radio', { name: /Turkey\s*Your answer\s*A partner, not a direction/ })).toBeDefined()
    expect(screen.getByRole('radio', { name: /Russia\s*Right answer/ })).toBeDefined()
    expect(screen.getByRole('region', { name: 'Evidence' }).textContent).toContain('It was Russia.')
  })
  const none: Feedback['answer'] = { kind: 'options', options: [] }
  it('omits an explanation that repeats the reason or the evidence', () => {
    expect(explanationOf(feedback, 'wrong')).toBeNull()
    expect(explanationOf({ ...feedback, answer: none }, 'wrong')).toBe('Russia was the only single country.')
    expect(explanationOf({ ...feedback, answer: none, explanation: 'it was Russia' }, 'wrong')).toBeNull()
    expect(explanationOf({ ...feedback, answer: none }, 'right')).toBeNull()
  })
  const lakes = 'The lakes are Issyk-Kul and Song-Kol.'
  const pairs = settled({
    kind: 'pairs',
    pairs: [
      { prompt: 'Issyk-Kul', given: 'lake', right: 'lake', counted: true, evidence: evidence(lakes, 'Issyk-Kul') },
      { prompt: 'the Chu', given: 'lake', right: 'river', counted: false, evidence: evidence('The Chu flows.', 'Chu') },
      { prompt: 'Song-Kol', given: '', right: 'lake', counted: false, evidence: evidence(lakes, 'Song-Kol') },
    ],
  })
  it('has for each pair the verdict, the right one, what was given and the evidence; the same evidence once', () => {
    show(<FeedbackView type="matching" verdict="partly" feedback={pairs} />)
    expect(screen.getByRole('heading', { name: /Right in part\s*1 of 3/ })).toBeDefined()
    const region = screen.getByRole('region', { name: 'Evidence' })
    const rows = within(region).getAllByRole('listitem')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Right: Issyk-Kul→: lake',
      'Not right: Song-Kol→: lakeYou left it empty',
      'Not right: the Chu→: riverYour answer: lake',
    ])
    const figures = within(region).getAllByRole('figure')
    expect(figures).toHaveLength(2)
    expect(Array.from(figures[0]?.querySelectorAll('b') ?? [], ({ textContent }) => textContent)).toEqual([
      'Issyk-Kul',
      'Song-Kol',
    ])
    expect(region.textContent).not.toContain('Never')
  })
  it('shows the right order of an ordering and the given place of each entry', () => {
    const places = ['the town', 'the canal'].map((entry, at) => ({
      entry,
      given: 2 - at,
      counted: false,
      evidence: evidence(`${entry} came in 18${at}0.`, `18${at}0`),
    }))
    show(<FeedbackView type="ordering" verdict="wrong" feedback={settled({ kind: 'order', places })} />)
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Not right: 1the townYou put it in place 2',
      'Not right: 2the canalYou put it in place 1',
    ])
  })
  it('shows where the text speaks of a wrong option: of the one chosen beside it, of the others folded', () => {
    const option = (text: string, isGiven: boolean, sentence: string) => ({
      text,
      isKey: false,
      isGiven,
      reason: `The text names “${text}” elsewhere: ${sentence}`,
      evidence: evidence(sentence, text),
    })
    const options = [option('Osh', true, 'Osh is in the south.'), option('Talas', false, 'Talas is in the north.')]
    show(<FeedbackView type="choice" verdict="wrong" feedback={settled({ kind: 'options', options })} />)
    const chosen = screen.getByRole('radio', { name: /Osh/ })
    expect(chosen.closest('label')?.textContent).toMatch(/The text names “Osh” elsewhere\.$/)
    expect(chosen.closest('div')?.querySelector('figure')?.textContent).toContain('Osh is in the south.')
    const fold = screen.getByText('The other answer in the text').closest('details')
    expect(fold?.open).toBe(false)
    expect(fold?.textContent).toContain('Talas is in the north.')
  })
})
