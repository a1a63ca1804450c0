import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { sectionsOf } from './sections'
import { structureDocument } from './structure-document'

const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ')
const sectionsIn = (text: string) => {
  const document = structureDocument({ title: 'A text', text, format: 'md' })
  const sections = sectionsOf(document)
  return { document, sections, said: sections.map(([first]) => document.text.slice(first?.span.start).slice(0, 12)) }
}
const chapter = (title: string, paragraphs: number) =>
  [`## ${title}`, ...Array.from({ length: paragraphs }, () => `${words(99)}.`)].join('\n\n')

describe('sectionsOf', () => {
  it('leaves a short document whole, and an empty one without a section', () => {
    expect(sectionsIn(chapter('Only', 29)).sections).toHaveLength(1)
    expect(sectionsIn('').sections).toEqual([])
  })

  it('cuts before headings', () => {
    const text = ['Sea', 'Lake', 'River', 'Well', 'Rain'].map((title) => chapter(title, 9)).join('\n\n')
    expect(sectionsIn(text).said.map((said) => said.split('\n')[0])).toEqual(['Sea', 'River'])
  })

  it('does not part a list from its intro', () => {
    const text = [...Array.from({ length: 40 }, () => `The tasks were ${words(90)}:\n\n- to swim\n- to row`)].join(
      '\n\n',
    )
    const { sections } = sectionsIn(text)
    expect(sections.length).toBeGreaterThan(1)
    expect(sections.map(([first]) => first?.kind)).not.toContain('list')
  })

  const block = fc.oneof(
    fc.constantFrom('## One', '- a\n- b', '# Two'),
    fc.integer({ min: 1, max: 900 }).map((count) => `${words(count)}.`),
  )
  test.prop([fc.array(block, { maxLength: 40 })], { numRuns: 50 })('keeps every block, once and in order', (blocks) => {
    const { document, sections } = sectionsIn(blocks.join('\n\n'))
    expect(sections.flat()).toEqual(document.blocks)
  })
})
