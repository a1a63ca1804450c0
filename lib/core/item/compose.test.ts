import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { compose, mergeItems, type Provable, splitItem } from './compose'
import { reword } from './reword'

describe('splitItem', () => {
  it('gives an item for each answer of a list', () => {
    const parts = splitItem(
      anItem({ type: 'flashcard', stem: 'Which castes are there?', key: ['queen', 'worker', 'drone'] }),
    )
    expect(parts?.map(({ stem, key }) => [stem, key])).toEqual([
      ['Which castes are there?', ['queen']],
      ['Which castes are there?', ['worker']],
      ['Which castes are there?', ['drone']],
    ])
  })

  it('gives each part the wrong options, and why they are wrong', () => {
    const options = { key: ['worker', 'drone'], options: ['worker', 'drone', 'queen'] }
    const reasons = { queen: 'It lays eggs.' }
    const asked = { type: 'multiple' as const, stem: 'Which castes lay no eggs?', distractorReasons: reasons }
    expect(splitItem(anItem({ ...asked, ...options }))).toMatchObject([
      { type: 'choice', key: ['worker'], wrong: ['queen'], reasons },
      { type: 'choice', key: ['drone'], wrong: ['queen'], reasons },
    ])
  })

  it('gives nothing of one answer, which would be the same item twice, and of gaps that belong together', () => {
    expect(splitItem(anItem({ type: 'flashcard', stem: 'Who lays eggs?', key: ['queen'] }))).toBeNull()
    const gaps = { type: 'gaps' as const, stem: 'A _____ lays eggs in a _____.', key: ['queen', 'cell'] }
    expect(splitItem(anItem(gaps))).toBeNull()
  })
})

describe('mergeItems', () => {
  const provable = (item: Parameters<typeof anItem>[0], factIds: readonly string[], at: number): Provable => ({
    ...anItem(item),
    ...{ factIds, evidence: [{ start: at, end: at + 50 }] },
  })
  const list = (key: string, fact: string, at: number) =>
    provable({ type: 'short-answer', stem: 'What decides the taste of honey?', key: [key] }, [fact], at)

  it('joins two lists that answer one question, wherever they are proved', () => {
    const merged = mergeItems(list('the soil', 'a', 0), list('the weather', 'b', 500))
    expect(merged).toMatchObject({ stem: 'What decides the taste of honey?', key: ['the soil', 'the weather'] })
  })

  it('joins two items on one fact, with the options and spellings of both', () => {
    const choice = provable(
      { type: 'choice', stem: 'How many castes are there?', key: ['three'], options: ['three', 'two', 'four'] },
      ['a'],
      0,
    )
    const typed = { type: 'short-answer' as const, stem: 'Castes of a colony?', key: ['three'], accepted: [['3']] }
    const merged = mergeItems(choice, provable(typed, ['a'], 900))
    expect(merged).toEqual({
      ...{ type: 'choice', stem: 'How many castes are there?', key: ['three'], wrong: ['two', 'four'] },
      ...{ accepted: [['3']], reasons: {} },
    })
  })

  it('keeps why the options are wrong that stay wrong', () => {
    const asked = { type: 'choice' as const, stem: 'Which castes work?' }
    const first = { ...asked, key: ['drone'], options: ['drone', 'queen', 'worker'] }
    const second = { ...asked, key: ['worker'], options: ['worker', 'queen', 'larva'] }
    const merged = mergeItems(
      provable({ ...first, distractorReasons: { queen: 'It lays eggs.', worker: 'Not alone.' } }, ['a'], 0),
      provable({ ...second, distractorReasons: { queen: 'It is fed.', larva: 'It grows.' } }, ['a'], 0),
    )
    expect(merged).toMatchObject({ key: ['drone', 'worker'], wrong: ['queen', 'larva'] })
    expect(merged?.reasons).toEqual({ queen: 'It lays eggs.', larva: 'It grows.' })
  })

  it('joins two gaps of one sentence to a sentence with both, in their order', () => {
    const late = provable({ type: 'cloze', stem: 'The queen lays eggs in a _____ (c…).', key: ['cell'] }, ['a'], 0)
    const early = provable({ type: 'cloze', stem: 'The _____ lays eggs in a cell.', key: ['queen'] }, ['b'], 0)
    expect(mergeItems(late, early)).toMatchObject({
      ...{ type: 'gaps', stem: 'The _____ lays eggs in a _____.', key: ['queen', 'cell'] },
    })
  })

  it('joins nothing that has neither fact, proof nor question in common', () => {
    const other = provable({ type: 'short-answer', stem: 'What do bees store?', key: ['honey'] }, ['b'], 500)
    expect(mergeItems(list('the soil', 'a', 0), other)).toBeNull()
    expect(mergeItems(list('the soil', 'b', 0), other)).not.toBeNull()
    expect(mergeItems(list('the soil', 'a', 520), other)).not.toBeNull()
  })

  it.each([
    ['two statements', { type: 'true-false', stem: 'Bees fly.', key: ['True'] }],
    ['two numbers', { type: 'numeric', stem: 'How many?', key: ['2 eggs'] }],
    ['a gap of another sentence', { type: 'cloze', stem: 'Bees store _____.', key: ['honey'] }],
  ] as const)('joins nothing that has no form for both answers: %s', (_, second) => {
    const first = {
      'true-false': { stem: 'Bees sting.', key: ['False'] },
      numeric: { stem: 'How many a day?', key: ['3 eggs'] },
      cloze: { stem: 'Bees make _____.', key: ['honey'] },
    }[second.type]
    const made = provable({ ...second, ...first, key: [...first.key] }, ['a'], 0)
    expect(mergeItems(made, provable({ ...second, key: [...second.key] }, ['a'], 0))).toBeNull()
  })
})

describe('compose', () => {
  const written = { stem: 'The _____ (q…) lays the eggs.', key: ['queen'], wrong: ['drone', 'worker'] }
  const stemOf = (type: 'cloze' | 'choice' | 'flashcard') => {
    const composed = compose({ ...written, type }, 0)
    return composed.kind === 'composed' ? composed.item.stem : composed.reason
  }

  it('leaves the first letters of the answer only where it is typed or recalled', () => {
    expect(stemOf('cloze')).toBe('The _____ (q…) lays the eggs.')
    expect(stemOf('flashcard')).toBe('The _____ (q…) lays the eggs.')
    expect(stemOf('choice')).toBe('The _____ lays the eggs.')
  })

  it.each([
    ['numeric', ['in spring'], ['four thousand'], 'not-a-number'],
    ['numeric', ['early'], ['2,000 eggs'], 'not-a-number'],
    ['ordering', ['egg', ' '], ['egg', 'larva'], 'too-few-lines'],
    ['matching', ['queen -> eggs'], ['queen -> eggs', 'worker -> wax'], 'too-few-lines'],
  ] as const)('refuses a key that its type cannot ask: %s %s', (type, key, near, reason) => {
    const item = { type, stem: 'How is it?', wrong: [] }
    expect(compose({ ...item, key }, 0)).toEqual({ kind: 'rejected', reason })
    const composed = compose({ ...item, key: near }, 0)
    if (composed.kind !== 'composed') throw new Error(composed.reason)
    expect(reword(composed.item, { stem: item.stem, key, wrong: [] })).toEqual({ kind: 'rejected', reason })
  })
})
