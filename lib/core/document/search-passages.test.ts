import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passagesOf } from './search-passages'
import { structureDocument } from './structure-document'

const passages = (text: string) => passagesOf(structureDocument({ title: null, text, format: 'md' }))

describe('passages', () => {
  it('name the heading that they stand under', () => {
    const text = '# Lakes\n\nIssyk-Kul is deep.\n\n## Rivers\n\nThe Naryn is long.\n'
    expect(passages(text).map(({ heading, text, isHeading }) => [heading, text, isHeading])).toEqual([
      ['Lakes', 'Lakes', true],
      ['Lakes', 'Issyk-Kul is deep.', false],
      ['Rivers', 'Rivers', true],
      ['Rivers', 'The Naryn is long.', false],
    ])
  })

  it('quote the text, leave out no word of a block, and are short enough to be shown', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 300 })
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (paragraphs) => {
        const written = paragraphs.map((some) => some.join(' ')).join('\n\n')
        const document = structureDocument({ title: null, text: written, format: 'txt' })
        const made = passagesOf(document)
        for (const { start, text } of made) {
          expect(document.text.startsWith(text, start)).toBe(true)
          expect(text.length).toBeLessThanOrEqual(1_501)
          expect(text).not.toMatch(/\p{Cs}/u)
        }
        const whole = document.blocks.map(({ span }) => document.text.slice(span.start, span.end)).join('')
        expect(made.map(({ text }) => text).join('')).toBe(whole)
      }),
    )
  })
})
