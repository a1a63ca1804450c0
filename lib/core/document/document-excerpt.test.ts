import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { cutWindow } from './document-excerpt'
import { structureDocument } from './structure-document'

const TEXT =
  '# Lakes\n\n## North\n\nIssyk-Kul is deep.\n\nIt is warm:\n\n- in June\n- in July\n\n## South\n\nSary-Chelek is small.\n'
const lakes = structureDocument({ title: null, text: TEXT, format: 'md' })
const spanOf = (words: string) => ({ start: lakes.text.indexOf(words), end: lakes.text.indexOf(words) + words.length })
const shown = (range: { start: number; end: number }) => {
  const { text, blocks } = cutWindow(lakes, range)
  return blocks.map(({ span }) => text.slice(span.start, span.end).replace(/^#+ /, ''))
}

describe('a window on a document', () => {
  it('holds the block around a sentence and the heading right above it', () => {
    expect(shown(spanOf('Issyk-Kul'))).toEqual(['North', 'Issyk-Kul is deep.'])
    expect(shown(spanOf('in July'))).toEqual(['- in June\n- in July'])
  })

  it('holds all blocks from the first to the last of a range', () => {
    const range = { start: spanOf('in June').start, end: spanOf('Sary-Chelek').end }
    expect(shown(range)).toEqual(['- in June\n- in July', 'South', 'Sary-Chelek is small.'])
  })

  test.prop([fc.nat(TEXT.length - 1), fc.nat(TEXT.length)])(
    'says the same as the document at every place',
    (start, length) => {
      const range = { start, end: Math.min(lakes.text.length, start + length + 1) }
      const { text, blocks, offset } = cutWindow(lakes, range)
      expect(lakes.text.slice(offset, offset + text.length)).toBe(text)
      expect(text).toContain(lakes.text.slice(range.start, range.end))
      const all = blocks.flatMap((block) => (block.kind === 'list' ? [block.span, ...block.members] : [block.span]))
      for (const span of all)
        expect(text.slice(span.start, span.end)).toBe(lakes.text.slice(span.start + offset, span.end + offset))
    },
  )
})
