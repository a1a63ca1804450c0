import { describe, expect, it } from 'vitest'
import words from '@/messages/en/items.json'
import type { WrittenItem } from '../item/item'
import { checkItem } from './check-item'
import { FINDING_CODES } from './check-result'

const TEXT = 'The old harbour of Oslo was opened in 1891 by a Danish engineer.'
const CONTEXT = { text: TEXT, title: 'Harbours', headings: [], stems: [] }
const GOOD: WrittenItem = {
  id: 'i',
  type: 'choice',
  tier: 'A',
  factIds: ['f'],
  stem: 'In what year was the old harbour of Oslo opened?',
  options: ['1874', '1880', '1891', '1902'],
  key: ['1891'],
  accepted: [[]],
  explanation: TEXT,
  distractorEvidence: {},
  distractorReasons: { '1874': 'Computed.', '1880': 'Computed.', '1902': 'Computed.' },
  evidence: [{ start: 0, end: TEXT.length, quote: TEXT }],
}
const checks = (change: Partial<WrittenItem>) => checkItem({ ...GOOD, ...change }, CONTEXT).map(({ check }) => check)

describe('checkItem', () => {
  it('finds nothing in a good item', () => expect(checks({})).toEqual([]))

  it('R1: wants the evidence word for word', () => {
    expect(checks({ evidence: [{ start: 0, end: 7, quote: 'The new' }] })).toContain('R1')
  })

  it('R1: wants the key in the evidence', () => expect(checks({ key: ['1902'] })).toContain('R1'))

  it('R1: lets the key change its ending, but no figure', () => {
    expect(checks({ key: ['engineering'], options: [], type: 'short-answer' })).not.toContain('R1')
    expect(checks({ key: ['18915'], options: [], type: 'short-answer' })).toContain('R1')
  })

  it('R5: wants options of one form', () => {
    expect(checks({ options: ['the spring', 'the autumn', '1891', 'the winter'] })).toContain('R5')
  })

  it('R5: lets options differ in form where the key is not alone in it', () => {
    const material = { key: ['steel'], distractorReasons: {} }
    expect(checks({ ...material, options: ['steel', 'the wood', 'the iron', 'the stone'] })).toContain('R5')
    expect(checks({ ...material, options: ['steel', 'the wood', 'iron', 'the stone'] })).not.toContain('R5')
  })

  it('R6: finds the answer in the question', () => {
    expect(checks({ stem: 'In what year, 1891 or later, was the harbour opened?' })).toContain('R6')
  })

  it('R6: finds a gap that the words around it half say', () => {
    const gap = { type: 'cloze' as const, options: [], key: ['engineer'], distractorReasons: {} }
    expect(checks({ ...gap, stem: 'The old engines of Oslo were opened by a Danish _____.' })).toContain('R6')
    expect(checks({ ...gap, stem: 'The old quay of Oslo was opened by a Danish _____.' })).not.toContain('R6')
  })

  it('R6: lets a question for a term name the kind of thing', () => {
    const term = { type: 'short-answer' as const, options: [], key: ['dry harbour'], distractorReasons: {} }
    expect(checks({ ...term, stem: 'What is a harbour far from the coast called?' })).not.toContain('R6')
    expect(checks({ ...term, stem: 'Which kind of harbour lies far from the coast?' })).not.toContain('R6')
    expect(checks({ ...term, stem: 'In a town far from the coast the harbour is a _____.' })).toContain('R6')
  })

  it('R7: finds a word that points outside', () => {
    expect(checks({ stem: 'In what year was this old harbour opened?' })).toContain('R7')
  })

  it('R7: knows what such things are that the stem has named, and a place above another', () => {
    expect(checks({ stem: 'Which old harbours of Oslo were opened when such harbours paid in 1891?' })).not.toContain(
      'R7',
    )
    expect(checks({ stem: 'In what year were such harbours of Oslo opened?' })).toContain('R7')
    expect(checks({ stem: 'In what year was the harbour above the falls opened?' })).not.toContain('R7')
    expect(checks({ stem: 'In what year was the harbour described above?' })).toContain('R7')
  })

  it('R7: lets the task of an arrangement point at its entries', () => {
    const steps = { type: 'ordering' as const, options: ['dredge', 'build', 'open'], key: ['dredge', 'build', 'open'] }
    expect(checks({ ...steps, stem: 'Put these steps of work on a harbour in order.' })).not.toContain('R7')
  })

  it('R7: finds who speaks, and not the letters of a name', () => {
    expect(checks({ stem: 'In what year did I see the harbour of Oslo opened?' })).toContain('R7')
    expect(checks({ stem: 'In what year did E.I. Moe open the old harbour of Oslo?' })).not.toContain('R7')
  })

  it('R8: wants a question mark, a capital and balanced marks', () => {
    expect(checks({ stem: 'in what year was the “old harbour opened' })).toContain('R8')
  })

  it('R9: misses a word that restricted the claim', () => {
    const quote = 'Perhaps the old harbour of Oslo was opened in 1891.'
    expect(
      checkItem(
        { ...GOOD, explanation: '', evidence: [{ start: 0, end: quote.length, quote }] },
        { ...CONTEXT, text: quote },
      ).map(({ check }) => check),
    ).toContain('R9')
  })

  it('R9: misses a denial or a doubt in the clause that proves the answer, and none in another clause', () => {
    const found = (quote: string) =>
      checkItem(
        { ...GOOD, explanation: quote, evidence: [{ start: 0, end: quote.length, quote }] },
        { ...CONTEXT, text: quote },
      ).flatMap(({ check, code }) => (check === 'R9' ? [code] : []))
    expect(found('The old harbour of Oslo was not opened in 1891.')).toEqual(['negation-dropped'])
    expect(found('The old harbour of Oslo may have been opened in 1891.')).toEqual(['qualifier-missing'])
    expect(found('The old harbour of Oslo was opened in 1891, but it was not deep.')).toEqual([])
  })

  it('R10: refuses a topic or a light word as key', () => {
    expect(
      checks({ type: 'cloze', options: [], key: ['harbour'], stem: 'In Oslo the old _____ was opened in 1891.' }),
    ).toContain('R10')
  })

  it('R10: refuses a war that its century tells, and a number that can be counted off', () => {
    const typed = { type: 'cloze' as const, options: [], distractorReasons: {} }
    const war = { ...typed, key: ['World War II'] }
    expect(checks({ ...war, stem: 'During _____, the harbour was bombed on 10 May 1940.' })).toContain('R10')
    expect(checks({ ...war, stem: 'After _____ the harbour of Oslo was built anew.' })).not.toContain('R10')
    const count = { ...typed, key: ['three'] }
    expect(checks({ ...count, stem: 'The harbour has _____ cranes, red, green, and blue, on its quay.' })).toContain(
      'R10',
    )
    expect(checks({ ...count, stem: 'The harbour has _____ cranes, red and blue, on its quay.' })).not.toContain('R10')
  })

  it('R12: wants a stem of 5 to 35 words', () => expect(checks({ stem: 'What year?' })).toContain('R12'))

  it('R13: refuses a false statement that the text makes', () => {
    expect(checks({ type: 'true-false', stem: TEXT, key: ['False'], options: ['True', 'False'] })).toContain('R13')
  })

  it('R14: refuses a second question in the same words', () => {
    expect(checkItem(GOOD, { ...CONTEXT, stems: [GOOD.stem] }).map(({ check }) => check)).toContain('R14')
  })

  it('says what it objects to, and in which words', () => {
    expect(checkItem({ ...GOOD, stem: 'In what year was this old harbour opened?' }, CONTEXT)[0]).toEqual({
      check: 'R7',
      code: 'unresolved-reference',
      values: { word: 'this' },
    })
  })

  it.each(FINDING_CODES)('has a message for “%s”', (code) => {
    expect(words.checks[code]).toMatch(/^[A-Z“{].*\.”?$/)
  })
})
