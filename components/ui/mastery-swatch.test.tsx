import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { Mastery } from '@/lib/core/memory/scheduling/memory'
import common from '@/messages/en/common.json'
import { MasteryStrip, MasterySwatch } from './mastery-swatch'

const show = (children: ReactNode) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ common }} timeZone="UTC">
      {children}
    </NextIntlClientProvider>,
  )

const masteryOfFacts = (...mastery: Mastery[]) =>
  show(<MasteryStrip patches={mastery.map((each, index) => ({ mastery: each, label: `Fact ${index + 1}` }))} />)

describe('the mastery of a deck', () => {
  it('is read as one sentence, the best level first, without empty levels', () => {
    masteryOfFacts(4, 3, 3, 0, 0, 0)
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Of 6 facts: 1 mastered, 2 proficient, 3 not seen')
  })

  it('says in words that nothing was seen yet', () => {
    masteryOfFacts(0, 0, 0)
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Of 3 facts: none seen yet')
  })

  it('says that there are no facts', () => {
    masteryOfFacts()
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('No facts yet')
  })

  it('has one swatch per fact with its mastery and name', () => {
    const { container } = masteryOfFacts(0, 4)
    const patches = [...container.querySelectorAll('[data-mastery]')]
    expect(patches.map((patch) => [patch.getAttribute('data-mastery'), patch.getAttribute('title')])).toEqual([
      ['0', 'Fact 1'],
      ['4', 'Fact 2'],
    ])
  })
})

describe('a swatch', () => {
  it('is decorative unless it has a name', () => {
    const { container } = show(<MasterySwatch mastery={2} />)
    expect(screen.queryByRole('img')).toBeNull()
    expect(container.querySelector('[data-mastery="2"]')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('says its name', () => {
    show(<MasterySwatch mastery={2} label="Familiar" />)
    expect(screen.getByRole('img', { name: 'Familiar' })).toBeTruthy()
  })
})
