import { describe, expect, it } from 'vitest'
import { labelled, relabelled, splitLabel, withoutLabel } from './item-label'
import { shortenedLabel } from './shortened-label'

const place = (title: string, heading = '') => ({ title, heading })

describe('a label before a stem', () => {
  it('says what the stem does not', () => {
    expect(labelled('She learned to sail in _____.', ['Oslo'], place('Maria Vik', 'Early life'))).toBe(
      'Maria Vik, Early life: She learned to sail in _____.',
    )
    expect(labelled('Vik, whose first name is Maria, left _____.', ['Oslo'], place('Maria Vik'))).toBe(
      'Vik, whose first name is Maria, left _____.',
    )
  })

  it('gives no key away', () => {
    expect(labelled('The boats were kept in the _____.', ['northern harbour'], place('Harbours', 'Boats'))).toBe(
      'The boats were kept in the _____.',
    )
  })

  it('leaves out what only says which part of a text it is, and first sentences in a title’s place', () => {
    for (const title of ['Introduction', 'Section summary', 'Review Questions', 'The harbour was opened in 1891.'])
      expect(labelled('Ships need deep _____.', ['water'], place(title))).toBe('Ships need deep _____.')
  })

  it('is never the name of a file', () => {
    for (const title of ['chapter3_final(2).md', 'chapter3_final', 'Notes on harbours.docx'])
      expect(labelled('Ships need deep _____.', ['water'], place(title))).toBe('Ships need deep _____.')
    const titles = { from: 'chapter3_final.md', to: 'Harbours' }
    expect(relabelled({ type: 'cloze', stem: 'Ships need deep _____.', key: ['water'], heading: '' }, titles, [])).toBe(
      'Harbours: Ships need deep _____.',
    )
  })

  it('is no heading alone that could stand over anything', () => {
    expect(labelled('The harbours were deep.', [], place('Harbours', 'A short history'))).toBe(
      'The harbours were deep.',
    )
    expect(labelled('Ships need deep water.', [], place('Harbours', 'A short history'))).toBe(
      'Harbours, A short history: Ships need deep water.',
    )
  })

  it('is kept in words and marks that do not end it', () => {
    expect(labelled('Ships need deep _____.', ['water'], place('What is a harbour?', 'TIDES: A FIRST LOOK'))).toBe(
      'What is a harbour, Tides – a First Look: Ships need deep _____.',
    )
  })

  it('leaves a question as short as a question may be', () => {
    const long = `Ships ${'and boats '.repeat(15)}need deep _____.`
    expect(labelled(long, ['water'], place('All the northern harbours'))).toBe(long)
  })

  it('is taken off again where the document is known', () => {
    const [title, headings] = ['Maria Vik', ['Early life', 'Work']]
    for (const stem of ['In 1891, she left.', 'The aim: a harbour for _____.'])
      for (const heading of ['', ...headings])
        expect(withoutLabel(labelled(stem, [], place(title, heading)), title, headings)).toBe(stem)
  })
})

describe('a label taken off a stem', () => {
  const headings = ['## Early life', 'Boats']
  it.each([
    ['Maria Vik: She sailed.', { title: 'Maria Vik', heading: null }, 'She sailed.'],
    ['Early life: She sailed.', { title: null, heading: 'Early life' }, 'She sailed.'],
    ['Maria Vik, Boats: She sailed.', { title: 'Maria Vik', heading: 'Boats' }, 'She sailed.'],
    ['Boats, Maria Vik: She sailed.', null, 'Boats, Maria Vik: She sailed.'],
    ['Name one thing: a boat.', null, 'Name one thing: a boat.'],
  ])('of “%s” is known by the title and the headings', (stem, label, rest) => {
    expect(splitLabel(stem, 'Maria Vik', headings)).toEqual({ label, rest })
  })
})

describe('a label under another title of its document', () => {
  const headings = ['## Early life', 'Boats']
  const titles = { from: 'Maria Vik', to: 'Sailors of the north' }
  it.each([
    ['Maria Vik: She left _____.', ['Oslo'], 'Sailors of the north: She left _____.'],
    ['Maria Vik, Boats: She left _____.', ['Oslo'], 'Sailors of the north, Boats: She left _____.'],
    ['Boats: She left _____.', ['Oslo'], 'Boats: She left _____.'],
    ['Maria Vik, wasps and ants: She left _____.', ['Oslo'], 'Maria Vik, wasps and ants: She left _____.'],
    ['Maria Vik: She met the _____.', ['sailors'], 'She met the _____.'],
  ])('of “%s” to %j is “%s”', (stem, key, expected) => {
    expect(relabelled({ type: 'cloze', stem, key, heading: 'Boats' }, titles, headings)).toBe(expected)
  })

  it('comes back where the title before could be none, but not before an author’s words', () => {
    const [lakes, none] = ['Mountain lakes', 'Introduction']
    const turned = (stem: string, from: string, to: string, heading: string | null) =>
      relabelled({ type: 'cloze', stem, key: ['Oslo'], heading }, { from, to }, ['A short history', 'Boats'])
    for (const [heading, stem] of [
      ['', `${lakes}: She left _____.`],
      ['Boats', `${lakes}, Boats: She left _____.`],
      ['A short history', `${lakes}, A short history: She left _____.`],
    ] as const) {
      expect(turned(turned(stem, lakes, none, heading), none, lakes, heading)).toBe(stem)
    }
    expect(turned('She left _____.', none, lakes, null)).toBe('She left _____.')
  })
})

it.each([
  [null, 'Maria Vik', ''],
  [{ title: 'Maria Vik', heading: null }, 'Rivers', 'Maria Vik'],
  [{ title: 'Maria Vik', heading: 'Boats' }, 'Rivers', 'Maria Vik · Boats'],
  [{ title: 'Maria Vik', heading: 'Boats' }, 'Maria Vik', 'Boats'],
  [{ title: 'Who was Maria Vik', heading: null }, 'WHO WAS MARIA VIK?', ''],
])('what %j is about beside “%s” is “%s”', (label, said, about) => {
  expect(shortenedLabel(label, said)).toBe(about)
})
