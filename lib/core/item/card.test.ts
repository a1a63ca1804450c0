import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { ITEM_TYPES, type ItemType } from '../question-types/registry'
import { asHelpedCloze, isCard, pickCards, toCard } from './card'

const KEYS: Partial<Record<ItemType, string[]>> = { 'true-false': ['True'], matching: ['the lake → 668 metres'] }
const ask = (type: ItemType, stem = 'How deep is the lake?', key = KEYS[type] ?? ['668 metres']) =>
  anItem({ type, stem, key })

describe('a card', () => {
  it('is made of what has one answer that can be recalled', () => {
    expect(ITEM_TYPES.filter((type) => isCard({ type, stem: 'How deep is the lake?' }))).toEqual([
      'flashcard',
      'choice',
      'cloze',
      'gaps',
      'short-answer',
      'numeric',
    ])
  })

  it('has the stem in front and the key behind', () => {
    const stem = 'The lake is _____ metres deep.'
    expect(toCard(ask('cloze', stem, ['668']))).toEqual({ front: stem, back: ['668'] })
    expect(toCard(ask('choice'))).toEqual({ front: 'How deep is the lake?', back: ['668 metres'] })
  })

  it.each([
    'Which of these is one of the four lakes?',
    'Which of the following is a lake?',
    'Of those, which is the deepest?',
    'Which statement is true?',
    'Choose from the following answers.',
  ])('is not made of a choice that points at its options: %s', (stem) => {
    expect(toCard(ask('choice', stem))).toBeNull()
  })

  it.each([
    'Which lake is the deepest?',
    'In which of the two lakes is the water warm?',
    'What froze the following year?',
  ])('is made of a choice that asks by itself: %s', (stem) => {
    expect(toCard(ask('choice', stem))).not.toBeNull()
  })
})

describe('a cloze that helps', () => {
  const gapped = 'The lake was named by _____.'

  it.each(['flashcard', 'cloze', 'choice'] as const)('is made of a %s with one gap', (type) => {
    const front = 'The lake was named by _____ (A… B…).'
    expect(asHelpedCloze(ask(type, gapped, ['Anna Berg']))).toEqual({ front, back: ['Anna Berg'] })
    expect(asHelpedCloze(ask(type, front, ['Anna Berg']))?.front).toBe(front)
  })

  it('is not made where nothing helps but the answer, nor of a question, of two gaps, or of several answers', () => {
    expect(asHelpedCloze(ask('numeric', gapped, ['668']))).toBeNull()
    expect(asHelpedCloze(ask('flashcard', 'Who named the lake?', ['Anna Berg']))).toBeNull()
    expect(asHelpedCloze(ask('short-answer', '_____ named _____.', ['Anna Berg', 'it']))).toBeNull()
    expect(asHelpedCloze(ask('cloze', '_____ and _____ are lakes.', ['Anna Berg']))).toBeNull()
    expect(asHelpedCloze(ask('flashcard', gapped, ['Anna Berg', 'Olaf Dahl']))).toBeNull()
    expect(asHelpedCloze(ask('true-false', gapped, ['True']))).toBeNull()
  })
})

describe('the cards of a fact', () => {
  const typesOf = (...types: ItemType[]) => pickCards(types.map((type) => ask(type))).map(({ type }) => type)

  it('are its flashcards, whatever else asks it', () => {
    expect(typesOf('cloze', 'flashcard', 'choice', 'flashcard')).toEqual(['flashcard', 'flashcard'])
  })

  it('are else one question: short answer before cloze before numeric before choice', () => {
    expect(typesOf('choice', 'numeric', 'cloze', 'short-answer')).toEqual(['short-answer'])
    expect(typesOf('choice', 'numeric', 'cloze')).toEqual(['cloze'])
    expect(typesOf('choice', 'numeric')).toEqual(['numeric'])
  })

  it('are the first of a type', () => {
    expect(pickCards([ask('cloze', 'One _____.'), ask('cloze', 'Two _____.')])).toEqual([ask('cloze', 'One _____.')])
  })

  it('are none where only a judgement or an order is asked', () => {
    expect(typesOf('true-false', 'matching')).toEqual([])
  })
})
