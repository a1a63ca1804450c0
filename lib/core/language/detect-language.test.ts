import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect-language'

const GERMAN = 'Der Igel ist ein Tier, das in Europa lebt, nachts wach ist und sich von Insekten ernährt. '

describe('detectLanguage', () => {
  it('knows English at a glance, and other languages by their letters', () => {
    const english =
      'The hedgehog is an animal of Europe that is awake at night, and it lives on the insects of the wood. '
    expect(detectLanguage(english.repeat(5))).toBe('eng')
    expect(detectLanguage(GERMAN.repeat(5))).toBe('deu')
  })

  it('says that a few words are too few to tell', () => {
    expect(detectLanguage('The hedgehog is awake.')).toBe('und')
    expect(detectLanguage('')).toBe('und')
  })

  it('is not misled by an English name in another language', () => {
    expect(detectLanguage(`${GERMAN}The Times of London. `.repeat(5))).toBe('deu')
  })
})
