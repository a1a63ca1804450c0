import { describe, expect, it } from 'vitest'
import { writeItem } from '../../item/item'
import { generate } from './generate'

const from = (text: string, format: 'txt' | 'md' = 'txt') => {
  const generated = generate({ title: null, text, format })
  return { ...generated, items: generated.items.map(writeItem) }
}
const stems = ({ items }: ReturnType<typeof from>) => items.map(({ stem }) => stem)

const LISTS = `Two gardens

The tools of the gardener are:
• a sharp spade;
• a long rake;
• a green hose.

The tools of the cook are:
• a small knife;
• a steel pan;
• a wooden spoon.`

describe('generate', () => {
  it('asks a list by its intro and its members', () => {
    const made = from(LISTS)
    expect(stems(made)).toContain('Two gardens: What are the tools of the gardener?')
    expect(made.facts.filter(({ kind }) => kind === 'list-member').length).toBeGreaterThanOrEqual(2)
  })

  it('asks when, with the rest of the sentence kept', () => {
    const { items } = from('Oslo\n\nThe harbour of Oslo was opened in 1891 by a Danish engineer.')
    const [asked] = items.filter(({ key }) => key.join() === '1891')
    expect(asked?.stem).toMatch(/harbour of Oslo.* opened .*by a Danish engineer[.?]$/)
  })

  it('says how exact a time is wanted that is to be typed', () => {
    const { items } = from('Lindholm\n\nThe first lighthouse of Lindholm was built in the 18th century.')
    const typed = items.filter(({ type, key }) => type !== 'flashcard' && key.join() === 'the 18th century')
    expect(typed.map(({ stem }) => stem)).toEqual([expect.stringMatching(/(?:_____|\?) \(century\)/)])
  })

  it('does not ask a sentence that points outside itself', () => {
    expect(from('Frogs\n\nThis discovery changed medicine in 1891 and saved these patients.').items).toEqual([])
  })

  it('calls a sentence no fragment whose verb looks like a noun', () => {
    const codes = (text: string) => from(text).refusals.map(({ code }) => code)
    expect(codes('Bees\n\nA worker lives about six weeks in summer.')).toEqual(['no-claim'])
    expect(codes('Bees\n\nA short life of six weeks in summer.')).toEqual(['fragment'])
  })

  it('does not take learning objectives for facts', () => {
    expect(
      from('Frogs\n\n## Learning Objectives\n\nThe aims of the unit are:\n\n- naming frogs;\n- drawing frogs.').items,
    ).toEqual([])
  })

  it('asks a sentence a second time only when that is worth it', () => {
    const count = (text: string) => from(`Orla\n\n${text}`).items.length
    expect(count('The harbour of Larvik was opened in 1891 by Anders Lindholm.')).toBe(2)
    expect(count('Circuit courts exercised appellate jurisdiction over civil suits of Larvik.')).toBe(1)
  })

  it('refuses a language it does not know, and says so', () => {
    const made = from(
      'Столица Кыргызстана — город Бишкек. Он стоит в долине у подножия гор и вырос из крепости, построенной в девятнадцатом веке.',
    )
    expect(made.items).toEqual([])
    expect(made.refused).toEqual({ language: 1 })
  })

  it('gives wrong years that the document never mentions', () => {
    const text = 'Oslo\n\nThe harbour of Oslo was opened in 1891. The old lighthouse of Bergen was built in 1880.'
    for (const item of from(text).items) {
      for (const option of Object.keys(item.distractorReasons)) {
        if (item.distractorReasons[option]?.includes('never mentions')) expect(text).not.toContain(option)
      }
    }
  })
})
