import { fireEvent, render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { ShownEvidence } from '@/lib/core/document/evidence'
import type { Response } from '@/lib/core/grading/response'
import type { Feedback } from '@/lib/core/quiz/feedback'
import common from '@/messages/en/common.json'
import quiz from '@/messages/en/quiz.json'
import { matching } from '../question-types/matching/matching'
import { ordering } from '../question-types/ordering/ordering'
import { FeedbackView } from './feedback-view'

const show = (element: ReactElement) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ quiz, common }}>
      {element}
    </NextIntlClientProvider>,
  )

const rivers = { options: ['the Chu', 'the sands', 'the Syr Darya'], prompts: ['the Naryn', 'the Kara-Suu'] }
const events = { entries: ['the canal', 'the railway', 'the town'] }

function Match({ given }: { given: Response | null }) {
  const { AnswerFields } = matching
  return <AnswerFields content={rivers} stem="Where does each river flow?" given={given} moved={null} />
}

function Order({ given = null, moved = null }: { given?: Response | null; moved?: string | null }) {
  const { AnswerFields } = ordering
  return <AnswerFields content={events} stem="What came first?" given={given} moved={moved} />
}

describe('matching', () => {
  it('is a native select for each prompt, with every option, and keeps what was chosen', () => {
    show(<Match given={{ kind: 'pairs', chosen: ['the Syr Darya', ''] }} />)
    const naryn = screen.getByRole<HTMLSelectElement>('combobox', { name: 'the Naryn' })
    expect(naryn.value).toBe('the Syr Darya')
    expect(within(naryn).getAllByRole('option')).toHaveLength(4)
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'the Kara-Suu' }).value).toBe('')
  })
  it('shows all options beside, and what was used steps back', () => {
    show(<Match given={null} />)
    const [first] = screen.getAllByRole('combobox')
    const listed = () => screen.getByText('the Chu', { selector: 'li span' })
    expect(listed().className).not.toContain('text-ink-muted')
    if (first) fireEvent.change(first, { target: { value: 'the Chu' } })
    expect(listed().className).toContain('text-ink-muted')
  })
})

describe('ordering', () => {
  const values = (container: HTMLElement) =>
    Array.from(container.querySelectorAll<HTMLInputElement>('input[name="answer"]'), ({ value }) => value)
  it('moves an entry with its buttons, which keep the focus', () => {
    const { container } = show(<Order />)
    expect(values(container)).toEqual(['the canal', 'the railway', 'the town'])
    fireEvent.click(screen.getByRole('button', { name: 'Up: the town' }))
    expect(values(container)).toEqual(['the canal', 'the town', 'the railway'])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Up: the town' }))
    fireEvent.click(screen.getByRole('button', { name: 'Down: the canal' }))
    expect(values(container)).toEqual(['the town', 'the canal', 'the railway'])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Down: the canal' }))
  })
  it('moves with the arrow keys as well; at the ends nothing happens', () => {
    const { container } = show(<Order />)
    fireEvent.keyDown(screen.getByRole('button', { name: 'Up: the town' }), { key: 'ArrowUp' })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Up: the town' }), { key: 'ArrowUp' })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Up: the town' }), { key: 'ArrowUp' })
    expect(values(container)).toEqual(['the town', 'the canal', 'the railway'])
  })
  it('goes on from what was begun, but not from entries of another question', () => {
    const begun = ['the town', 'the canal', 'the railway']
    const first = show(<Order given={{ kind: 'order', entries: begun }} />)
    expect(values(first.container)).toEqual(begun)
    first.unmount()
    const other = show(<Order given={{ kind: 'order', entries: ['a', 'b', 'c'] }} />)
    expect(values(other.container)).toEqual(events.entries)
  })
  it('without script the button that was pressed has the focus again', () => {
    show(<Order moved="2 1" />)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Up: the railway' }))
  })
})

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

describe('feedback', () => {
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
  it('of an ordering shows the right order and where each was put', () => {
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
