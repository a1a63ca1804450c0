import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import { readPasted } from './read-pasted'

const SENTENCES = Array.from({ length: 300 }, (_, n) => `The village of Aksu${n} has ${n + 1000} stone wells.`)
const DOCUMENT = {
  ...structureDocument({ title: 'Wells', text: SENTENCES.join(' '), format: 'txt' }),
  language: 'eng',
  hash: '',
}
const ITEMS = Array.from({ length: 300 }, (_, n) => {
  return { question: `How many stone wells has the village of Aksu${n}?`, answer: String(n + 1000) }
})
const inJson = (items: typeof ITEMS) => `\`\`\`json\n${JSON.stringify({ items })}\n\`\`\``
const inRows = (items: typeof ITEMS) => items.map(({ question, answer }) => `${question}\t${answer}`).join('\n')

describe('a pasted reply', () => {
  it('may be the replies to several parts', () => {
    const two = [inJson(ITEMS.slice(0, 40)), inJson(ITEMS.slice(40, 80))].join('\n')
    expect(readPasted(two, DOCUMENT)).toMatchObject({ drafts: { length: 80 }, refusals: [], leftOut: 0 })
  })

  it.each([
    ['JSON', inJson(ITEMS)],
    ['rows', inRows(ITEMS)],
  ])('is read up to 200 items, and the others are counted: %s', (_, reply) => {
    expect(readPasted(reply, DOCUMENT)).toMatchObject({ drafts: { length: 200 }, refusals: [], leftOut: 100 })
  })

  it('has items of usual size; what is longer is refused', () => {
    const long = { question: `How many ${'deep '.repeat(500)}wells has Aksu1?`, answer: '1001' }
    const { drafts, refusals } = readPasted(inJson([long, ...ITEMS.slice(0, 1)]), DOCUMENT)
    expect(drafts).toHaveLength(1)
    expect(refusals).toMatchObject([{ code: 'unreadable' }])
  })

  it('has a line that is too long to be one among those that were not read', () => {
    const { drafts, refusals } = readPasted(
      `1. How deep is Aksu1?\nA: 1001\n2. ${'Why is it so? '.repeat(400)}`,
      DOCUMENT,
    )
    expect(drafts.length + refusals.length).toBe(2)
    expect(refusals).toContainEqual(expect.objectContaining({ code: 'unreadable' }))
  })

  // Each took from ten seconds to minutes while the patterns tried every blank as their beginning.
  it.each([
    ['blanks in an answer', `What is a well?\na hole${' '.repeat(90_000)}x`],
    ['blanks before a mark', `| What is a well? | a hole | a${' '.repeat(90_000)}x; b |`],
    ['tabs in an answer', `What is a well?\na hole${'\t'.repeat(90_000)}x`],
    ['many columns and many rows', `${'\t'.repeat(45_000)}\n${'a\tb\n'.repeat(12_000)}`],
    ['dashes and question marks', `${`1. ${'?–'.repeat(2_400)}\n`.repeat(20)}`],
    ['quotation marks', `Who?\n${`A: ${'“-('.repeat(1_500)}\n`.repeat(20)}`],
    ['gaps and brackets', `1. ${'___ (['.repeat(800)}\n`.repeat(20)],
    ['thoughts that never end', '<think>'.repeat(13_000)],
    ['gaps that never end', JSON.stringify({ question: '{{'.repeat(45_000), answer: 'a hole' })],
  ])('of 100,000 letters is read within seconds: %s', (_, reply) => {
    const start = performance.now()
    readPasted(reply, DOCUMENT)
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
