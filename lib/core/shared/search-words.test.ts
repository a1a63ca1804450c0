import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  closestWord,
  firstHighlight,
  HIGHLIGHT_END,
  HIGHLIGHT_START,
  highlightPieces,
  stretchAround,
  withPoints,
} from './search-words'

describe('the word that was meant', () => {
  it('is the nearest one, or the one that was begun, and none that has little in common', () => {
    expect(closestWord('karakul', ['karakol', 'kara'])).toBe('karakol')
    expect(closestWord('kyrgystan', ['kyrgyz', 'kyrgyzstan'])).toBe('kyrgyzstan')
    expect(closestWord('kara', ['karakol'])).toBe('karakol')
    expect(closestWord('lake', ['lane', 'lake'])).toBe('lake')
    expect(closestWord('lake', ['river', 'loch'])).toBeNull()
  })
})

describe('lit pieces', () => {
  it('show the marks of a list as points, and no other signs', () => {
    const plain = (text: string) => ({ text, lit: false })
    expect(
      withPoints([plain('- the Constitution\n* the '), { text: 'law', lit: true }, plain(' - of 1993\n+ a\n2 * 3')]),
    ).toEqual([plain('• the Constitution\n• the '), { text: 'law', lit: true }, plain(' - of 1993\n• a\n2 * 3')])
    expect(withPoints([plain('- '), { text: 'law', lit: true }])[0]).toEqual(plain('• '))
    expect(withPoints([{ text: 'law', lit: true }, plain('- maker')])[1]).toEqual(plain('- maker'))
  })

  it('are lit between the marks', () => {
    expect(highlightPieces(`The ${HIGHLIGHT_START}lake${HIGHLIGHT_END} is deep`)).toEqual([
      { text: 'The ', lit: false },
      { text: 'lake', lit: true },
      { text: ' is deep', lit: false },
    ])
  })

  test.prop([fc.array(fc.constantFrom('a', ' ', HIGHLIGHT_START, HIGHLIGHT_END, '\u{1f9f5}'))])(
    'lose no letter of a text, whatever marks it has of its own',
    (letters) => {
      const marked = letters.join('')
      const plain = marked.replaceAll(HIGHLIGHT_START, '').replaceAll(HIGHLIGHT_END, '')
      expect(
        highlightPieces(marked)
          .map(({ text }) => text)
          .join(''),
      ).toBe(plain)
    },
  )
})

describe('a stretch of a passage', () => {
  const long = 'word '.repeat(100)

  it('begins where the sentence of the lit word does, and ends at the end of a word', () => {
    const { pieces, cut } = stretchAround(
      highlightPieces(`${long}end. The ${HIGHLIGHT_START}lake${HIGHLIGHT_END} is ${long}`),
    )
    const text = pieces.map((piece) => piece.text).join('')
    expect(text).toMatch(/^The lake is word .*word$/)
    expect(cut).toEqual({ before: true, after: true })
  })

  test.prop([fc.array(fc.tuple(fc.string({ maxLength: 90 }), fc.boolean()))])(
    'shows the first lit word, of any passage, and no more than three lines',
    (given) => {
      const pieces = given.map(([text, lit]) => ({ text, lit })).filter(({ text }) => text !== '')
      const { pieces: shown, start } = stretchAround(pieces)
      const whole = pieces.map(({ text }) => text).join('')
      const text = shown.map((piece) => piece.text).join('')
      expect(whole.startsWith(text, start)).toBe(true)
      expect(text.length).toBeLessThanOrEqual(280)
      if (pieces.some(({ lit }) => lit)) expect(start + firstHighlight(shown)).toBe(firstHighlight(pieces))
    },
  )
})
