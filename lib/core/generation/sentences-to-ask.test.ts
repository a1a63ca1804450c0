import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { structureDocument } from '../document/structure-document'
import { type ReadingBlock, readingBlocks } from '../language/sentences-of-blocks'
import { sentencesAt, sentencesOfDocument, sentencesToAsk } from './sentences-to-ask'

const sentencesOf = (text: string) =>
  sentencesToAsk(structureDocument({ title: 'Текст', text, format: 'txt' })).map((sentence) => {
    expect(text.slice(sentence.span.start, sentence.span.end)).toBe(sentence.text)
    return sentence.text
  })

describe('a sentence of a Cyrillic text that begins with a digit', () => {
  it.each([
    ['a year with its ending', ['Ал Кыргыз ССРинин борбору болгон.', '1991-жылы өлкө эгемендүү болду.']],
    ['a year', ['Завод был построен до войны.', '1991 год изменил его судьбу.']],
    ['a number with blanks', ['Шаар чоң.', 'Анда көп адам жашайт.', '1 200 000 адам иштейт.']],
    ['after a question', ['Канча адам келди?', '40 адам келди.']],
  ])('stands alone: %s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences)
  })

  it.each([
    ['a short word with a full stop', 'Подробнее об этом см. 5 главу книги, ст. 12 закона и рис. 3 далее.'],
    ['a word for a place in a book', 'Числа даны в табл. 7 отдельной строкой.'],
  ])('is no sentence after %s', (_, text) => {
    for (const sentence of sentencesOf(text)) expect(sentence).not.toMatch(/^(?:5 главу|12 закона|3 далее|7 отд)/)
  })
})

const unitsOf = (block: ReadingBlock) =>
  block.kind === 'heading' ? [] : block.kind === 'table' ? block.rows.flat() : block.units

it.each([
  ...['honey-bees', 'ysyk-kol', 'the-foreign-policy-of-kyrgyzstan'].map((name) => `content/${name}.md`),
  ...['ozero-baykal', 'kyrgyz-kiyizi', 'scarcity-and-markets'].map((name) => `test/texts/${name}.md`),
])('a reader of %s selects in it what can be asked about, and nothing else', (file) => {
  const text = `${readFileSync(file, 'utf8').replace(/^---.*?^---/ms, '')}\n\n| Год | Вода |\n| --- | --- |\n| 1901 | чистая |\n`
  const document = structureDocument({ title: null, text, format: 'md' })
  const sentences = sentencesOfDocument(document)
  const units = readingBlocks(document, []).flatMap(unitsOf)
  const selected = units.map((unit) => {
    const found = sentencesAt(sentences, unit)
    expect(found).toHaveLength(1)
    return found[0]
  })
  expect(new Set(selected)).toEqual(new Set(sentences))
  // The cells of a row are selected one by one, and asked together.
  expect(units.length - sentences.length).toBe(2)
})

it('a text without full stops is told by its beginning, and not asked about', () => {
  const document = structureDocument({ title: null, text: `It ends. On ${'and on '.repeat(300)}`, format: 'txt' })
  expect(sentencesToAsk(document).map(({ text }) => text)).toEqual(['It ends.'])
  const [, long] = sentencesOfDocument(document)
  expect(long).toMatchObject({ isTooLong: true, text: expect.stringMatching(/^On and on .{200,300}…$/) })
})
