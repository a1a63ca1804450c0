import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Block, StructuredDocument } from './document'
import { structureDocument } from './structure-document'

const txt = (text: string) => structureDocument({ title: null, text, format: 'txt' })
const md = (text: string) => structureDocument({ title: null, text, format: 'md' })
const said = (document: StructuredDocument, block: Block | undefined) =>
  block ? document.text.slice(block.span.start, block.span.end) : ''
const kinds = (document: StructuredDocument) => document.blocks.map(({ kind }) => kind)

describe('structureDocument', () => {
  it('takes the first line for the title and "## …" for headings', () => {
    const document = txt('Bees\n\nBees are insects.\n\n## Honey\n\nHoney keeps for years.')
    expect(document.title).toBe('Bees')
    expect(kinds(document)).toEqual(['title', 'paragraph', 'heading', 'paragraph'])
    expect(said(document, document.blocks[2])).toBe('Honey')
  })

  it('takes a short first line of its own for the title of Markdown without a mark for it, and never a sentence', () => {
    const document = md('County government\n\n## Learning objectives\n\nCounties keep roads.')
    expect(document.title).toBe('County government')
    expect(kinds(document)).toEqual(['title', 'heading', 'paragraph'])
    expect(md('Counties keep roads.\n\n## Taxes\n\nThey are low.').title).toBe('Taxes')
    expect(kinds(md('# Roads\n\nCounty roads\n\nThey are long.'))).toEqual(['title', 'paragraph', 'paragraph'])
  })

  it.each([
    ['The Suez Canal joins two seas. It was opened in 1869.', 'The Suez Canal joins two seas'],
    [
      'The canal that joins the Mediterranean Sea and the Red Sea was opened in 1869.',
      'The canal that joins the Mediterranean Sea and the Red Sea…',
    ],
  ])('calls a text without a title by its first sentence, cut after a word: %s', (text, title) => {
    expect(txt(text).title).toBe(title)
  })

  it('reads bullets under a line that ends in a colon as a list with that intro', () => {
    const document = txt('Bees\nThe tasks of a bee are:\n• cleaning cells;\n• feeding larvae.')
    const list = document.blocks.at(-1)
    expect(list?.kind).toBe('list')
    if (list?.kind !== 'list') return
    expect(list.members.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'cleaning cells;',
      'feeding larvae.',
    ])
    expect(list.intro && document.text.slice(list.intro.start, list.intro.end)).toBe('The tasks of a bee are:')
  })

  it('calls a list ordered when its members count up from one', () => {
    const list = txt('Bread\n\n1. Mix flour and water.\n2. Wait an hour.\n3. Bake.').blocks.at(-1)
    expect(list).toMatchObject({ kind: 'list', ordered: true })
  })

  it('joins lines that were wrapped by hand into one paragraph', () => {
    const document = txt('Rain\n\nRain falls from clouds when drops of water grow too\nheavy to stay in the air.')
    expect(kinds(document)).toEqual(['title', 'paragraph'])
  })

  it('skips the front matter of Markdown and takes its title', () => {
    const document = md('---\ntitle: Tides\n---\n\nThe moon raises *tides*.\n\n| a | b |\n|---|---|\n| c | d |')
    expect(document.title).toBe('Tides')
    expect(kinds(document)).toEqual(['paragraph', 'table'])
  })

  it('gives the same hash for texts that differ only in line ends', () => {
    expect(txt('a\r\nb').hash).toBe(txt('a\nb').hash)
  })

  const texts = fc.string({
    unit: fc.constantFrom('a', 'B ', '. ', '\n', '\n\n', '- ', '1. ', '2. ', ':', '## ', '  ', '•  ', '😀', '*', '|'),
  })
  test.prop([texts, fc.constantFrom('txt' as const, 'md' as const)])(
    'never overlaps blocks and never leaves the text',
    (text, format) => {
      const document = structureDocument({ title: null, text, format })
      let end = 0
      for (const { span } of document.blocks) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(document.text.length)
    },
  )
})
