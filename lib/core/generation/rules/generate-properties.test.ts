import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { hostileText, plainText, strangeParagraph } from '@/test/arbitrary-documents'
import { checkItem } from '../../check/check-item'
import { contextOf } from '../../check/check-result'
import type { Span } from '../../document/document'
import { valuesOf } from '../../grading/response'
import { type Item, publicItem, writeItem } from '../../item/item'
import { contentWords } from '../../language/english/content-words'
import { numberValue } from '../../language/english/numbers'
import { isQuestion, isStatement, isTyped, rightResponse, wrongOptions } from '../../question-types/registry'
import type { Generated } from '../generated'
import { generate, type Part } from './generate'

const from = (text: string, format: 'txt' | 'md' = 'md') => generate({ title: null, text, format })
const format = fc.constantFrom('txt' as const, 'md' as const)
const anyText = fc.oneof(hostileText, plainText)

// One seed for all laws: they see the same texts, and each is made once.
const { seed = 0 } = fc.readConfigureGlobal()
const laws = { numRuns: 120, seed }
const memory = new Map<string, Generated>()

function made(text: string, as: 'txt' | 'md'): Generated {
  const known = memory.get(as + text) ?? from(text, as)
  memory.set(as + text, known)
  return known
}

const ID = /^[0-9a-f]{20}$/
const MOST_ON_A_FACT = 4

describe('of any text', () => {
  test.prop([anyText, format], laws)('all evidence quotes the text exactly', (text, as) => {
    const { items, document } = made(text, as)
    for (const { evidence } of items) {
      expect(evidence.length).toBeGreaterThan(0)
      for (const { start, end, quote } of evidence) expect(document.text.slice(start, end)).toBe(quote)
    }
  })

  test.prop([anyText, format], laws)('every span is inside the text, an answer inside its evidence', (text, as) => {
    const { items, facts, document } = made(text, as)
    const spans = items
      .map(writeItem)
      .flatMap(({ evidence, distractorEvidence }) => [...evidence, ...Object.values(distractorEvidence)])
    for (const span of [...spans, ...facts.flatMap((fact) => fact.spans)])
      expect(holds({ start: 0, end: document.text.length }, span)).toBe(true)
    for (const { spans, answerSpan } of facts)
      if (answerSpan) expect(spans.some((span) => holds(span, answerSpan))).toBe(true)
  })

  test.prop([anyText, format], laws)('ids are content keys, each of one item or fact', (text, as) => {
    const { items, facts } = made(text, as)
    for (const ids of [items.map(({ id }) => id), facts.map(({ id }) => id)]) {
      expect(ids.every((id) => ID.test(id))).toBe(true)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test.prop([anyText, format], laws)(
    'every item asks facts that are kept, and every kept fact is asked',
    (text, as) => {
      const { items, facts } = made(text, as)
      expect(new Set(items.flatMap(({ factIds }) => factIds))).toEqual(new Set(facts.map(({ id }) => id)))
      for (const { id } of facts)
        expect(items.filter(({ factIds }) => factIds[0] === id).length).toBeLessThanOrEqual(MOST_ON_A_FACT)
    },
  )

  test.prop([anyText, format], laws)('no item is made that its own checks object to', (text, as) => {
    const context = contextOf(made(text, as).document, { stems: [] })
    for (const item of made(text, as).items)
      expect({ item, found: checkItem(writeItem(item), context) }).toEqual({ item, found: [] })
  })

  test.prop([anyText, format], laws)('options are unique, hold the key, and say why they are wrong', (text, as) => {
    for (const typed of made(text, as).items) {
      const item = writeItem(typed)
      if (item.options.length === 0) continue
      expect(new Set(item.options.map((option) => option.toLowerCase())).size).toBe(item.options.length)
      expect(item.options).toEqual(expect.arrayContaining([...rightTexts(typed)]))
      const wrong = isStatement(typed.type) ? [] : wrongOptions(typed)
      expect(Object.keys(item.distractorReasons).sort()).toEqual([...wrong].sort())
      expect(Object.values(item.distractorReasons)).not.toContain('')
      expect(wrong).toEqual(expect.arrayContaining(Object.keys(item.distractorEvidence)))
    }
  })

  test.prop([anyText, format], laws)('a key says nothing that the document does not', (text, as) => {
    const { items, document } = made(text, as)
    // A numeral of another script may stand against a word.
    const said = new Set([document.text, document.text.replace(/\p{No}/gu, ' ')].flatMap(contentWords))
    for (const { key, type, id } of items.map(writeItem).filter((item) => !isStatement(item.type))) {
      const strange = key
        .filter((entry) => numberValue(entry) === null)
        .flatMap((entry) => contentWords(entry.replaceAll('→', ' ')))
        .filter((word) => !said.has(word))
      expect({ id, type, strange }).toEqual({ id, type, strange: [] })
    }
  })

  test.prop([anyText, format], laws)('a public item has no key, and its stem does not say it', (text, as) => {
    for (const item of made(text, as).items.filter(isQuestion)) {
      const shown = publicItem(item)
      const typed = isTyped(item.type) ? writeItem(item).key : []
      for (const entry of typed) expect(spoken(shown.stem)).not.toContain(spoken(entry))
    }
  })
})

describe('of the same text', () => {
  test.prop([anyText, plainText, format], laws)('the same is made, whatever was made before', (text, earlier, as) => {
    const first = made(text, as)
    from(earlier, as)
    expect(from(text, as)).toEqual(first)
  })

  test.prop([plainText], laws)('line ends and blank lines around do not matter', (text) => {
    expect(from(`\ufeff\n\n${text.replaceAll('\n', '\r\n')}\r\n\r\n`)).toEqual(from(text))
  })

  test.prop([plainText, strangeParagraph, strangeParagraph, fc.nat()], laws)(
    'a paragraph that changes leaves the ids of what is stated elsewhere',
    (text, first, second, at) => {
      const before = idsByClaim(withAside(text, first, at))
      for (const [claim, id] of idsByClaim(withAside(text, second, at)))
        if (before.has(claim)) expect(before.get(claim)).toBe(id)
    },
  )

  test.prop([fc.array(plainText, { minLength: 40, maxLength: 60 })], { numRuns: 4 })(
    'its parts, one after the other, hold the whole in its order',
    (texts) => {
      const parts: Part[] = []
      const made = generate({ title: 'Harbours', text: texts.join('\n\n'), format: 'md' }, undefined, (part) =>
        parts.push(part),
      )
      const kept = new Set(made.items.map(({ id }) => id))
      expect(parts.flatMap(({ items }) => items).filter(({ id }) => kept.has(id))).toEqual(made.items)
      const asked = new Set(made.facts.map(({ id }) => id))
      const askedFacts = parts.flatMap(({ facts }) => facts).filter(({ id }) => asked.has(id))
      expect(new Set(askedFacts)).toEqual(new Set(made.facts))
    },
  )
})

const holds = (outer: Span, { start, end }: Span): boolean => start >= outer.start && end > start && end <= outer.end

/** With a paragraph of its own under a heading of its own after some block. */
function withAside(text: string, aside: string, at: number): Generated {
  const blocks = text.split('\n\n')
  const place = 1 + (at % blocks.length)
  return from([...blocks.slice(0, place), '## An aside', aside, '## The rest', ...blocks.slice(place)].join('\n\n'))
}

const idsByClaim = ({ facts, document }: Generated): Map<string, string> =>
  new Map(
    facts.map(({ id, kind, statement, answer, spans }) => {
      const quotes = spans.map(({ start, end }) => document.text.slice(start, end))
      return [[kind, statement, answer, ...quotes].join('\n'), id]
    }),
  )

const spoken = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `

function rightTexts(item: Item): readonly string[] {
  return isQuestion(item) ? valuesOf(rightResponse(item)) : []
}
