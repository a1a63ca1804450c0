import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { createRef, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import study from '@/messages/en/study.json'
import { aCard } from '@/test/study-cards'
import { CardBack } from './card-back'
import { CardFront } from './card-front'

const card = aCard({
  front: 'The lake is _____.',
  back: ['Issyk-Kul'],
  evidence: { heading: 'Lakes', sentence: 1, at: 0, text: 'The lake is Issyk-Kul.', answer: { start: 12, end: 21 } },
})
const query = { deckId: 'd', factIds: null, lastReviewId: null, only: null, from: 0, cram: false }
const refs = { headingRef: createRef<HTMLHeadingElement>(), inputRef: createRef<HTMLInputElement>() }
const front = { query, said: 'Lakes', hints: 0, ...refs, onShow: () => {} }
const back = { given: '', said: 'Lakes', assisted: false, cram: false, answerRef: createRef<HTMLDivElement>() }

function show(face: ReactNode) {
  return render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, study } as never}>
      {face}
    </NextIntlClientProvider>,
  )
}

describe('a card with a gap', () => {
  it('shows the gap, which is read as "gap" and not as underscores', () => {
    show(<CardFront card={card} {...front} />)
    const question = screen.getByRole('heading', { level: 1 }).textContent
    expect(question).toContain('gap')
    expect(question).not.toContain('__')
    expect(question).not.toContain('Issyk-Kul')
  })

  it('shows the answer in its gap, below it and in the evidence after turning', () => {
    show(<CardBack card={card} {...back} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The lake is Issyk-Kul.')
    expect(screen.getByRole('group', { name: 'Answer' }).textContent).toBe('Issyk-Kul')
    expect(screen.getByRole('region', { name: 'Evidence' }).querySelector('.lit-strong')?.textContent).toBe('Issyk-Kul')
  })

  it('has each answer in its own gap', () => {
    show(<CardBack card={{ ...card, front: '_____ is _____.', back: ['It', 'deep'] }} {...back} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('It is deep.')
  })
})

describe('the label of a card', () => {
  const labelled = { ...card, label: { title: 'Lakes', heading: 'Deep ones' } }

  it('is above the question, without the title in the header', () => {
    show(<CardFront card={labelled} {...front} />)
    expect(screen.getByText('Deep ones')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 })).toHaveProperty('textContent', expect.not.stringMatching('Deep'))
  })

  it('is said with the question, of many decks with the title', () => {
    show(<CardFront card={labelled} {...front} said="" />)
    expect(document.getElementById('about')?.textContent).toBe('Lakes · Deep ones')
    expect(screen.getByRole('heading', { level: 1 }).getAttribute('aria-describedby')).toBe('about')
  })
})

describe('a card to choose from', () => {
  const options = [
    { text: 'Issyk-Kul', isRight: true, reason: '' },
    { text: 'Song-Kol', isRight: false, reason: 'It lies higher.' },
  ]

  it('has a button for each option and does not reveal the right one', () => {
    show(<CardFront card={{ ...card, options }} {...front} />)
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Issyk-Kul1', 'Song-Kol2'])
    expect(document.body.textContent).not.toContain('higher')
  })

  it('shows after the answer why the wrong option is wrong', () => {
    show(<CardBack card={{ ...card, options }} {...back} given="Song-Kol" />)
    expect(screen.getByText('It lies higher.')).toBeTruthy()
    expect(screen.getByText('Your choice, wrong')).toBeTruthy()
  })
})
