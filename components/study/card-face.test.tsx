import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { createRef, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { StudyCard } from '@/lib/core/memory/study-card'
import common from '@/messages/en/common.json'
import study from '@/messages/en/study.json'
import { CardBack } from './card-back'
import { CardFront } from './card-front'

const days = { unit: 'days', count: 1 } as const
const card: StudyCard = {
  deckId: 'd',
  factId: 'f',
  itemId: 'i',
  revisionId: 'r',
  pile: 'new',
  mastery: 0,
  lastSeenDays: null,
  front: 'The lake is _____.',
  back: ['Issyk-Kul'],
  accepted: [[]],
  evidence: { heading: 'Lakes', sentence: 1, at: 0, text: 'The lake is Issyk-Kul.', answer: { start: 12, end: 21 } },
  intervals: { again: days, hard: days, good: days, easy: days },
  stepped: {},
  counts: true,
}
const place = { deckId: 'd', factIds: null, lastReviewId: null }

function show(face: ReactNode) {
  return render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, study } as never}>
      {face}
    </NextIntlClientProvider>,
  )
}

describe('a card with a gap', () => {
  it('asks with the gap, which is said and never read as underscores', () => {
    show(<CardFront card={card} place={place} headingRef={createRef()} onShow={() => {}} />)
    const question = screen.getByRole('heading', { level: 1 }).textContent
    expect(question).toContain('gap')
    expect(question).not.toContain('__')
    expect(question).not.toContain('Issyk-Kul')
  })

  it('has the answer in its gap, below it and in its proof when it is turned', () => {
    show(<CardBack card={card} typed="" answerRef={createRef()} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The lake is Issyk-Kul.')
    expect(screen.getByRole('group', { name: 'Answer' }).textContent).toBe('Issyk-Kul')
    expect(screen.getByRole('region', { name: 'Evidence' }).querySelector('.lit-strong')?.textContent).toBe('Issyk-Kul')
  })

  it('has each answer in its own gap', () => {
    show(
      <CardBack card={{ ...card, front: '_____ is _____.', back: ['It', 'deep'] }} typed="" answerRef={createRef()} />,
    )
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('It is deep.')
  })
})
