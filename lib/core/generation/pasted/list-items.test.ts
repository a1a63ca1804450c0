import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import { readPlainItems } from './plain-items'
import { readPasted } from './read-pasted'

const [WHO, WHEN] = ['Who built the mill?', 'When was it lit?']
const QUOTE = 'The mill was built by Ada Quill.'
const TWO = [
  { question: WHO, answers: ['Ada Quill'], type: 'short-answer', wrong: [] },
  { question: WHEN, answers: ['1874'], type: 'numeric', wrong: [] },
]

/** As chat assistants write two questions, without quotes. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['the answer on the next line', `1. ${WHO}\n   Ada Quill\n\n2. ${WHEN}\n   1874`],
  ['a dash before the answer', `1. ${WHO} – Ada Quill\n2. ${WHEN} - 1874`],
  ['nothing before the answer', `1. ${WHO} Ada Quill\n2. ${WHEN} 1874`],
  ['a bold question over a bullet', `1. **${WHO}**\n- Ada Quill\n\n2. **${WHEN}**\n- 1874`],
  ['a bold question beside its answer', `1. **${WHO}** Ada Quill\n2. **${WHEN}** 1874`],
  ['a bold number', `**1. ${WHO}**\nAda Quill\n\n**2. ${WHEN}**\n1874`],
  ['an answer in brackets', `1) ${WHO} (Ada Quill)\n2) ${WHEN} (1874)`],
  ['an answer in italics', `1. ${WHO} *(Ada Quill)*\n2. ${WHEN} _1874_`],
  ['an arrow', `- ${WHO} → Ada Quill\n- ${WHEN} -> 1874`],
  ['numbered labels on one line', `Q1: ${WHO} A1: Ada Quill\nQ2: ${WHEN} A2: 1874`],
  ['numbered labels on two lines', `**Q1.** ${WHO}\n**A1.** Ada Quill\n\n**Q2.** ${WHEN}\n**A2.** 1874`],
  ['labels with a full stop', `Q. ${WHO}\nA. Ada Quill\n\nQ. ${WHEN}\nA. 1874`],
  [
    'labels in a list',
    `- **Question:** ${WHO}\n- **Answer:** Ada Quill\n\n- **Question:** ${WHEN}\n- **Answer:** 1874`,
  ],
  ['headings', `### Question 1\n${WHO}\n\n**Answer:** Ada Quill\n\n### Question 2\n${WHEN}\n\n**Answer:** 1874`],
  [
    'a heading with the question',
    `### 1. ${WHO}\n\n**Answer**\nAda Quill\n\n---\n\n### 2. ${WHEN}\n\n**Answer**\n1874`,
  ],
  [
    'sides of a card',
    `**Card 1**\n**Front:** ${WHO}\n**Back:** Ada Quill\n\n**Card 2**\n**Front:** ${WHEN}\n**Back:** 1874`,
  ],
  ['the answers at the end', `1. ${WHO}\n2. ${WHEN}\n\n**Answer key**\n1. Ada Quill\n2. 1874`],
  [
    'answers to be opened',
    `1. ${WHO}\n<details><summary>Answer</summary>Ada Quill</details>\n2. ${WHEN}\n<details><summary>Answer</summary>1874</details>`,
  ],
  ['names and values', `- question: ${WHO}\n  answer: Ada Quill\n- question: ${WHEN}\n  answer: 1874`],
  [
    'a greeting and an offer',
    `Sure! Ready to test yourself?\n\n1. ${WHO}\n   Ada Quill\n\n2. ${WHEN}\n   1874\n\nWould you like more questions?\nJust say so.`,
  ],
  ['commas in the questions', `1. Who, in the end, built it? – Ada Quill\n2. When, at last, was it lit? – 1874`],
  ['tabs after the numbers', `1.\t${WHO}\n\tAda Quill\n2.\t${WHEN}\n\t1874`],
  [
    'an explanation',
    `1. ${WHO}\nAnswer: Ada Quill\nExplanation: She was its first keeper.\n2. ${WHEN}\nAnswer: 1874\nExplanation: In May.`,
  ],
]

describe('a list of an assistant', () => {
  it('keeps an answer that looks like the number of a line', () => {
    const { items } = readPlainItems(`1. ${WHO}\n   Ada Quill\n2. ${WHEN}\n   1874.`)
    expect(items.map(({ answers }) => answers)).toEqual([['Ada Quill'], ['1874.']])
  })

  it.each(SHAPES)('is read without loss: %s', (_, text) => {
    const { items, unanswered } = readPlainItems(text)
    expect(items.map(({ answers, type }) => [answers, type])).toEqual(TWO.map(({ answers, type }) => [answers, type]))
    if (text.includes(WHO)) expect(items).toMatchObject(TWO)
    expect(unanswered).toEqual([])
  })

  it.each([
    ['a label', `1. ${WHO}\n   Answer: Ada Quill\n   Quote: "${QUOTE}"`, null],
    ['a label in the same line', `Q: ${WHO} A: Ada Quill Quote: “${QUOTE}”`, null],
    ['a bullet', `1. **${WHO}**\n- Ada Quill\n- *"${QUOTE}"*`, null],
    ['a quotation of Markdown', `1. ${WHO}\n   Ada Quill\n   > ${QUOTE}`, null],
    ['brackets behind the answer', `1. ${WHO} – Ada Quill (“${QUOTE}”)`, null],
    ['a source with its number', `1. ${WHO}\n   Ada Quill\n   Source: sentence 3, "${QUOTE}"`, 3],
    ['a numbered sentence', `1. ${WHO}\n   Ada Quill\n   Sentence 3: "${QUOTE}"`, 3],
  ])('gives its quote: %s', (_, text, sentence) => {
    expect(readPlainItems(text).items).toMatchObject([
      { question: WHO, answers: ['Ada Quill'], quote: QUOTE, sentence },
    ])
  })

  it.each([
    ['after the answer', `1. ${WHO}\n   Ada Quill (sentence 3)`],
    ['after the question', `1. ${WHO} (sentence 3)\n   Ada Quill`],
    ['in square brackets', `1. ${WHO} [3] – Ada Quill`],
    ['on a line of its own', `1. ${WHO}\n   Ada Quill\n   Sentence: 3`],
  ])('names its sentence: %s', (_, text) => {
    expect(readPlainItems(text).items).toMatchObject([
      { question: WHO, answers: ['Ada Quill'], quote: '', sentence: 3 },
    ])
  })

  it.each([
    ['letters and a letter', `1. ${WHO}\nA) Tom Farrow\nB) Ada Quill\nC) Jane Holt\nAnswer: B`],
    [
      'letters and the words',
      `1. ${WHO}\n   a. Tom Farrow\n   b. Ada Quill\n   c. Jane Holt\n   **Correct answer: b. Ada Quill**`,
    ],
    ['letters in one line', `1. ${WHO} A) Tom Farrow B) Ada Quill C) Jane Holt\nAnswer: B) Ada Quill`],
    ['a tick', `1. ${WHO}\n- A) Tom Farrow\n- B) Ada Quill ✅\n- C) Jane Holt`],
    ['boxes', `1. ${WHO}\n- [ ] Tom Farrow\n- [x] Ada Quill\n- [ ] Jane Holt`],
    ['bullets', `1. ${WHO}\n- Tom Farrow\n- Ada Quill\n- Jane Holt\n\nAnswer: Ada Quill`],
    [
      'a key at the end',
      `1. ${WHO}\nA) Tom Farrow\nB) Ada Quill\nC) Jane Holt\n2. ${WHEN}\nA) 1873\nB) 1874\n\nAnswers:\n1. B\n2. B`,
    ],
  ])('tells its options: %s', (_, text) => {
    expect(readPlainItems(text).items[0]).toMatchObject({
      ...{ question: WHO, answers: ['Ada Quill'], type: 'choice' },
      wrong: [{ text: 'Tom Farrow' }, { text: 'Jane Holt' }],
    })
  })

  it('has several answers where bullets or letters name several', () => {
    const bullets = '1. What did the keeper do?\n- trim the lamp\n- wind the clock'
    const letters = '1. What did the keeper do?\nA) trim the lamp\nB) sleep\nC) wind the clock\nAnswer: A and C'
    const answers = ['trim the lamp', 'wind the clock']
    expect(readPlainItems(bullets).items).toMatchObject([{ answers, type: 'flashcard' }])
    expect(readPlainItems(letters).items).toMatchObject([{ answers, type: 'multiple', wrong: [{ text: 'sleep' }] }])
  })

  it.each([
    ['a dash', 'Bees are insects. – True'],
    ['brackets', '1. Bees are insects. (True)'],
    ['a label', '1. True or false: Bees are insects.\n   Answer: True'],
  ])('has statements to judge: %s', (_, text) => {
    expect(readPlainItems(text).items).toMatchObject([
      { question: 'Bees are insects.', answers: ['True'], type: 'true-false' },
    ])
  })

  it.each([
    ['below', '1. The mill was built by _____.\n   Ada Quill'],
    ['beside', '1. The mill was built by _____. (Ada Quill)'],
    ['within', '1. The mill was built by {{c1::Ada Quill}}.'],
  ])('has gaps whose words stand %s', (_, text) => {
    expect(readPlainItems(text).items).toMatchObject([
      { question: 'The mill was built by _____.', answers: ['Ada Quill'], type: 'cloze' },
    ])
  })

  it('in Russian and Kyrgyz has the same labels', () => {
    const answers = ['Ада']
    for (const text of ['В1: Кто построил? О1: Ада', 'Вопрос 1: Кто построил?\nОтвет: Ада', '1. Кто построил? — Ада'])
      expect(readPlainItems(text).items).toMatchObject([{ question: 'Кто построил?', answers }])
    for (const text of ['Суроо 1: Ким курган?\nЖооп: Ада', 'С: Ким курган?\nЖ: Ада'])
      expect(readPlainItems(text).items).toMatchObject([{ question: 'Ким курган?', answers }])
  })

  it('says which question has no answer', () => {
    const text = `1. ${WHO}\n2. ${WHEN}\n   1874`
    expect(readPlainItems(text)).toMatchObject({ items: [TWO[1]], unanswered: [WHO] })
  })
})

const DOCUMENT = {
  ...structureDocument({ title: 'Mill', text: `${QUOTE} It stands near the old bridge of Orrin.`, format: 'txt' }),
  ...{ language: 'eng', hash: '' },
}
const TABLE = [
  {
    wrong: 'no sentence has its answer, and it has no quote',
    reply: `1. ${WHO} – Tom Farrow`,
    near: `1. ${WHO} – Ada Quill`,
    code: 'no-sentence-found',
  },
  {
    wrong: 'its quote is not in the document',
    reply: `1. ${WHO} – Ada Quill (“The old mill was built by Ada Quill.”)`,
    near: `1. ${WHO} – Ada Quill (“${QUOTE}”)`,
    code: 'quote-not-found',
  },
  {
    wrong: 'it has no answer',
    reply: `1. ${WHO}`,
    near: `1. ${WHO}\nAda Quill`,
    code: 'unreadable',
  },
]

describe('an item of a list is refused', () => {
  it.each(TABLE.map((row) => [row.wrong, row] as const))('if %s', (_, { reply, near, code }) => {
    expect(readPasted(reply, DOCUMENT)).toMatchObject({ drafts: [], refusals: [{ code, stem: WHO }] })
    expect(readPasted(near, DOCUMENT)).toMatchObject({ drafts: [{ key: ['Ada Quill'] }], refusals: [] })
  })
})
