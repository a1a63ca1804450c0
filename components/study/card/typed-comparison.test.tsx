import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import study from '@/messages/en/study.json'
import { compareLetters, compareTyped, TypedComparison } from './typed-comparison'

function show(typed: string, back: readonly string[], accepted: readonly (readonly string[])[] = back.map(() => [])) {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, study } as never}>
      <TypedComparison
        typed={typed}
        comparison={compareTyped(typed, { back, accepted, grading: { asNumber: false, elsewhere: '' } })}
      />
    </NextIntlClientProvider>,
  )
}

describe('what was written', () => {
  it('shows the missing letter as an insertion and says that it counts', () => {
    show('Bishke', ['Bishkek'])
    expect(screen.getByRole('insertion').textContent).toBe('k')
    expect(screen.getByText('One letter differs, counted as right')).toBeTruthy()
  })

  it('calls a different answer different, and does not compare its letters', () => {
    show('Karakol', ['Bishkek'])
    expect(screen.getByText('Karakol')).toBeTruthy()
    expect(screen.getByText('Not like the answer')).toBeTruthy()
  })

  it('compares the letters of an answer that is similar, and counts no words as letters', () => {
    show('Bishop', ['Bishkek'])
    expect(screen.getByText(/letters differ from the answer$/)).toBeTruthy()
    show('668', ['668 metres'])
    expect(screen.getByText('Only a part of the answer')).toBeTruthy()
    show('Bishkek and Osh', ['Bishkek'])
    expect(screen.getByText('More than the answer')).toBeTruthy()
  })

  it('does not compare letters if the answer counts as the same', () => {
    show('UN', ['United Nations'], [['UN']])
    expect(screen.getByText('As it is written')).toBeTruthy()
  })

  it('counts the members of a list that were named', () => {
    show('Persian, Chinese', ['European', 'Persian', 'Chinese'])
    expect(screen.getByText('You named 2 of 3')).toBeTruthy()
  })
})

const wanted = (back: string[], accepted: string[][] = [[]], grading = { asNumber: false, elsewhere: '' }) => ({
  ...{ back, accepted, grading },
})

describe('what was typed beside the answer', () => {
  it('marks a missing letter and does not ask for an article', () => {
    expect(compareTyped('United Nation', wanted(['The United Nations']))).toEqual({
      kind: 'same',
      runs: [
        { kind: 'same', letters: 'United Nation' },
        { kind: 'missing', letters: 's' },
      ],
      differing: 1,
    })
  })
  it('marks a letter too many', () => {
    expect(compareLetters('Bishkeek', 'Bishkek').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'extra', letters: 'e' },
    ])
  })
  it('compares with the spelling that is nearest', () => {
    expect(compareTyped('UN', wanted(['The United Nations'], [['UN', 'UNO']]))).toMatchObject({
      kind: 'same',
      differing: 0,
    })
  })
  it('says of a list which members were named, in any order', () => {
    expect(compareTyped('persian, european', wanted(['European', 'Persian', 'Chinese'], [[], [], []]))).toEqual({
      kind: 'list',
      named: [true, true, false],
    })
  })
  it('counts a letter in place of another once', () => {
    const differing = (typed: string) => compareTyped(typed, wanted(['Bishkek'], [[]]))
    expect(differing('Bishkak')).toMatchObject({ kind: 'typo', differing: 1 })
    expect(differing('Bishkekk')).toMatchObject({ kind: 'typo', differing: 1 })
  })
  it('takes no other word of the document for a typo, as a quiz does not', () => {
    const planet = (elsewhere: string) =>
      compareTyped('plannet', wanted(['planet'], [[]], { asNumber: false, elsewhere }))
    expect([planet('').kind, planet('plannet').kind]).toEqual(['typo', 'other'])
  })
  it('takes a number without its unit where a number is asked for', () => {
    const metres = (asNumber: boolean) => compareTyped('668', wanted(['668 metres'], [[]], { asNumber, elsewhere: '' }))
    expect([metres(true).kind, metres(false).kind]).toEqual(['same', 'other'])
  })
  it('puts a wrong number beside the number, not beside its unit', () => {
    const eggs = (typed: string) => compareTyped(typed, wanted(['2,000 eggs'], [[]], { asNumber: true, elsewhere: '' }))
    expect(eggs('2,001')).toMatchObject({ kind: 'other', differing: 1 })
    expect(eggs('57')).toEqual({ kind: 'unlike' })
  })
})
