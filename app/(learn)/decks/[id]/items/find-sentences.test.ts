import { expect, it } from 'vitest'
import { findSentences } from './find-sentences'

const TEXT = 'Lakes\n\nIssyk-Kul is warm. Song-Kol is cold.\n\n- cold and deep'
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const document = {
  text: TEXT,
  blocks: [
    { kind: 'heading', level: 2, span: span('Lakes') },
    { kind: 'paragraph', span: span('Issyk-Kul is warm. Song-Kol is cold.') },
    { kind: 'list', ordered: false, intro: null, members: [span('cold and deep')], span: span('- cold and deep') },
  ],
} as const

it.each([
  ['cold', ['Song-Kol is cold.', 'cold and deep']],
  ['COLD song', ['Song-Kol is cold.']],
  ['warm cold', []],
  ['lakes', []],
  [' ', []],
])('finds the sentences with all of the words: %s', (words, quotes) => {
  const found = findSentences(document, words)
  expect(found.map(({ quote }) => quote)).toEqual(quotes)
  for (const { start, end, quote } of found) expect(TEXT.slice(start, end).trim()).toBe(quote)
})
