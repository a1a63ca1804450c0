import { describe, expect, it } from 'vitest'
import { readPlainItems } from './plain-items'

const BEE = { question: 'What is a bee?', answers: ['an insect'], sentence: null, type: 'short-answer', wrong: [] }
const YEAR = { question: 'Bees were counted in _____.', answers: ['1953'], sentence: null, type: 'cloze', wrong: [] }

describe('a table without a heading row', () => {
  it.each([
    ['bars round each row', '| What is a bee? | an insect |\n| Bees were counted in _____. | 1953 |'],
    ['bars between the cells', 'What is a bee? | an insect\nBees were counted in _____. | 1953'],
    ['a line under the first row', '| What is a bee? | an insect |\n|---|---|\n| Bees were counted in _____. | 1953 |'],
    ['tabs', 'What is a bee?\tan insect\nBees were counted in _____.\t1953'],
    ['the answer first', '| an insect | What is a bee? |\n| 1953 | Bees were counted in _____. |'],
    ['a column that is neither', 'Animals\tWhat is a bee?\tan insect\nTimes\tBees were counted in _____.\t1953'],
  ])('is read as questions and answers: %s', (_, table) => {
    expect(readPlainItems(table).items).toMatchObject([BEE, YEAR])
  })

  it.each([
    ['first', '3\tWhat is a bee?\tan insect'],
    ['named and first', '| Sentence 3 | What is a bee? | an insect |'],
    ['last', '| What is a bee? | an insect | 3 |'],
    ['named and last', 'What is a bee?\tan insect\t(3)'],
  ])('tells the number of the sentence where it stands %s', (_, table) => {
    expect(readPlainItems(table).items).toMatchObject([{ ...BEE, sentence: 3 }])
  })

  it('tells the type by its name, and what follows the answer are wrong options', () => {
    const table = '| choice | When were bees counted? | 1953 | 1954 | 1955 |'
    expect(readPlainItems(table).items).toMatchObject([
      {
        type: 'choice',
        question: 'When were bees counted?',
        answers: ['1953'],
        wrong: [{ text: '1954' }, { text: '1955' }],
      },
    ])
  })

  it('takes the first column for the question where no cell asks', () => {
    expect(readPlainItems('bee\tan insect\nhive\ta home').items).toMatchObject([
      { question: 'bee', answers: ['an insect'] },
      { question: 'hive', answers: ['a home'] },
    ])
    expect(readPlainItems('2\tBees are insects.\tTrue').items).toMatchObject([
      { sentence: 2, question: 'Bees are insects.', answers: ['True'], type: 'true-false' },
    ])
  })
})

it('reads a table by the names of its columns where it has them', () => {
  const table = '| Answer | Wrong | Question |\n|---|---|---|\n| an insect | a bird; a fish | What is a bee? |'
  expect(readPlainItems(table).items).toMatchObject([
    {
      question: 'What is a bee?',
      answers: ['an insect'],
      type: 'choice',
      wrong: [{ text: 'a bird' }, { text: 'a fish' }],
    },
  ])
})

describe('an item without a type', () => {
  it.each([
    ['What is its area in square kilometres?', '278', 'numeric'],
    ['How long is the Karakum Canal?', '1,375 kilometres', 'numeric'],
    ['When was the treaty signed?', '12 March 1921', 'short-answer'],
    ['In which century was it built?', '19th century', 'short-answer'],
    ['What is the dry bed of the Aral Sea called?', 'the Aralkum', 'short-answer'],
    ['Why does salt stay in the sea?', 'it has no outlet', 'flashcard'],
    ['What do the bushes hold the sand for?', 'to stop the dust', 'flashcard'],
  ])('is typed where its answer is short, and recalled where it is a reason: %s %s', (question, answer, type) => {
    expect(readPlainItems(`1. ${question}\n   Answer: ${answer}`).items).toMatchObject([{ type }])
  })
})
