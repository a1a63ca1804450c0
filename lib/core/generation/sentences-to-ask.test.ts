import { describe, expect, it } from 'vitest'
import { structureDocument } from '../document/structure-document'
import { sentencesToAsk } from './sentences-to-ask'

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
