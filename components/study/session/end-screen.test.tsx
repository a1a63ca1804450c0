import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import study from '@/messages/en/study.json'
import { EndScreen, type EndScreenProps } from './end-screen'

const EMPTY: EndScreenProps = {
  ...{ scope: 'no-items', changes: [], next: null, more: 0, holdsBackNew: false, deckId: 'd', isGuest: false },
  ...{ cram: false, only: null, goOnHref: '/study?deck=d', unacceptedItems: { kind: 'none' } },
  ...{ offersQuiz: true, hasText: true },
}

function show(props: Partial<EndScreenProps>) {
  const { container } = render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, study }}>
      <EndScreen {...EMPTY} {...props} />
    </NextIntlClientProvider>,
  )
  const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  return { said: container.textContent, hrefs }
}

describe('a session of a deck that shows nothing', () => {
  it('tells the author how many questions to check and how long it takes, links to them, and offers no quiz', () => {
    const { said, hrefs } = show({ unacceptedItems: { kind: 'to-review', items: 4 } })
    expect(said).toContain('4 questions to check, about a minute.')
    expect(hrefs).toContain('/decks/d/items?show=to-check')
    expect(hrefs).not.toContain('/decks/d/quiz')
  })

  it('tells a learner that the author has not checked the questions, without a link to them', () => {
    const { said, hrefs } = show({ unacceptedItems: { kind: 'unreviewed' } })
    expect(said).toContain('Nothing is ready here yet: the author has not checked the questions.')
    expect(hrefs).toEqual(['/decks/d/text'])
  })

  it('says that there is nothing only if no question waits for a check', () => {
    const NOTHING = 'This deck has neither cards nor questions.'
    expect(show({}).said).toContain(NOTHING)
    expect(show({ unacceptedItems: { kind: 'to-review', items: 1 } }).said).not.toContain(NOTHING)
  })

  it('links to the quiz if there are questions without cards', () => {
    const { said, hrefs } = show({ scope: 'no-cards' })
    expect(said).toContain('This deck has no cards to study. Questions about it may still be asked in a quiz.')
    expect(hrefs).toContain('/decks/d/quiz')
  })
})

it('offers neither text nor quiz after a deck that is written by hand and has neither', () => {
  const { hrefs } = show({ scope: 'session', offersQuiz: false, hasText: false })
  expect(hrefs).toEqual(['/decks'])
})
