import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Span } from '../document/document'
import { generate } from './generate'
import type { Generated, Item } from './item'

const from = (text: string, format: 'txt' | 'md' = 'txt') => generate({ title: null, text, format })
const stems = ({ items }: Generated) => items.map(({ stem }) => stem)
const ofType = ({ items }: Generated, type: Item['type']) => items.filter((item) => item.type === type)

const isInside = ({ start, end }: Span, { document }: Generated): boolean =>
  start >= 0 && end > start && end <= document.text.length

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
  it('asks a list by its intro, its count and its members', () => {
    const made = from(LISTS)
    expect(stems(made)).toContain('What are the tools of the gardener?')
    expect(stems(made)).toContain('How many tools of the gardener does the text list?')
    expect(made.facts.filter(({ kind }) => kind === 'list-member')).toHaveLength(6)
  })

  it('takes wrong options from the rival list and says so', () => {
    const item = ofType(from(LISTS), 'choice').find(({ stem }) => stem.startsWith('Which of these'))
    expect(item).toBeDefined()
    for (const [option, reason] of Object.entries(item?.distractorReasons ?? {}))
      expect(reason).toContain(`“${option}” is in another list`)
  })

  it('asks when, with the rest of the sentence kept', () => {
    expect(stems(from('Oslo\n\nThe harbour of Oslo was opened in 1891 by a Danish engineer.'))).toContain(
      'In what year was the harbour of Oslo opened by a Danish engineer?',
    )
  })

  it('does not ask a sentence that points outside itself', () => {
    expect(from('Frogs\n\nThis discovery changed medicine in 1891 and saved these patients.').items).toEqual([])
  })

  it('does not take learning objectives for facts', () => {
    expect(
      from('Frogs\n\n## Learning Objectives\n\nThe aims of the unit are:\n\n- naming frogs;\n- drawing frogs.').items,
    ).toEqual([])
  })

  it('never asks for the count of an open list', () => {
    const made = from('Frogs\n\nThe enemies of the green frog include:\n• large herons;\n• hungry snakes.')
    expect(made.facts.map(({ kind }) => kind)).not.toContain('count')
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
        if (item.distractorReasons[option]?.startsWith('Computed')) expect(text).not.toContain(option)
      }
    }
  })

  const phrases = [
    'The harbour of Oslo',
    ' was opened',
    ' in 1891',
    ' by a Danish engineer',
    '. ',
    'The tasks of a bee are:',
    '\n• cleaning cells;',
    '\n• feeding larvae.',
    '\n\n',
    'Bees ',
    'have four wings',
    ', and ',
    'Norway',
    ' (NATO)',
    ' is a kind of insect',
    '😀',
    '“',
    '\u0000',
    '- ',
    '1. ',
    'Rome, Paris, and Oslo',
    ' traded silk',
    'In 1802, ',
    'it ',
    ': ',
  ]
  const texts = fc.array(fc.constantFrom(...phrases), { maxLength: 24 }).map((parts) => parts.join(''))
  const anything = fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 200 }))

  const laws = { numRuns: 150 }

  test.prop([anything, fc.constantFrom('txt' as const, 'md' as const)], laws)(
    'gives the same twice',
    (text, format) => {
      expect(from(text, format)).toEqual(from(text, format))
    },
  )

  test.prop([anything, fc.constantFrom('txt' as const, 'md' as const)], laws)(
    'keeps every span inside the text',
    (text, format) => {
      const made = from(text, format)
      for (const { spans, answerSpan } of made.facts)
        expect([...spans, ...(answerSpan ? [answerSpan] : [])].every((span) => isInside(span, made))).toBe(true)
    },
  )

  test.prop([anything, fc.constantFrom('txt' as const, 'md' as const)], laws)(
    'quotes its evidence word for word',
    (text, format) => {
      const made = from(text, format)
      for (const { evidence } of made.items)
        expect(evidence.map(({ start, end }) => made.document.text.slice(start, end))).toEqual(
          evidence.map(({ quote }) => quote),
        )
    },
  )

  test.prop([anything, fc.constantFrom('txt' as const, 'md' as const)], laws)(
    'gives each fact and item an id of its own',
    (text, format) => {
      const { items, facts } = from(text, format)
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
    },
  )

  test.prop([texts], laws)('never calls false what the document says', (text) => {
    const made = from(text)
    for (const { stem, key } of ofType(made, 'true-false'))
      if (key[0] === 'False') expect(made.document.text).not.toContain(stem)
  })

  test.prop([texts], laws)('has every key among the options of its question', (text) => {
    for (const { options, key } of from(text).items.filter((item) => item.options.length > 0))
      expect(options).toEqual(expect.arrayContaining([...key]))
  })
})
