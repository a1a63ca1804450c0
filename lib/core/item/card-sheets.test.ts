import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { letterOf } from '../shared/option-rows'
import { arrangeCards, textSizeOf } from './card-sheets'
import { evidenceParts, joinFacts, type PrintedCard, printKey, printQuestion } from './printed-items'

const cards = fc.array(fc.record({ front: fc.string(), back: fc.string() }), { maxLength: 40 })
const three: PrintedCard[] = ['a', 'b', 'c'].map((name) => ({ front: `front ${name}`, back: `back ${name}` }))
const texts = (list: readonly PrintedCard[], layout: 'fold' | 'duplex') =>
  arrangeCards(list, layout).map(({ rows }) => rows.map((row) => row.map((cell) => cell?.text ?? null)))

describe('cards on paper', () => {
  it('to be folded have their back beside their front', () => {
    expect(texts(three, 'fold')).toEqual([
      [
        ['front a', 'back a'],
        ['front b', 'back b'],
        ['front c', 'back c'],
      ],
    ])
  })

  it('printed on both sides have their back behind their front when the paper is turned about its long edge', () => {
    expect(texts(three, 'duplex')).toEqual([
      [
        ['front a', 'front b'],
        ['front c', null],
      ],
      [
        ['back b', 'back a'],
        [null, 'back c'],
      ],
    ])
  })

  test.prop([cards])('are all there once on each side, a back behind each front', (list) => {
    const sheets = arrangeCards(list, 'duplex')
    const seen = sheets.flatMap(({ side, rows }, at) =>
      side === 'fronts'
        ? rows.flatMap((row, y) =>
            row.map((cell, x) => [cell?.text ?? null, sheets[at + 1]?.rows[y]?.[1 - x]?.text ?? null]),
          )
        : [],
    )
    expect(seen.filter(([front, back]) => front !== null || back !== null)).toEqual(
      list.map(({ front, back }) => [front, back]),
    )
    expect(texts(list, 'fold').flat()).toEqual(list.map(({ front, back }) => [front, back]))
  })

  it('are printed smaller the more they say', () => {
    const sizes = [40, 150, 300, 500, 900].map((letters) => textSizeOf('x'.repeat(letters)))
    expect(sizes).toEqual(['large', 'medium', 'small', 'tiny', 'least'])
    expect(textSizeOf('a\nb\nc\nd\ne')).toBe('medium')
    expect([15, 16].map((lines) => textSizeOf(Array(lines).fill('a').join('\n')))).toEqual(['small', 'tiny'])
  })
})

describe('a fact on paper', () => {
  const evidence = 'In 1869 Karakol\n\n- was founded.'
  const fact = { heading: 'Towns', statement: 'Karakol was founded in 1869.', evidence }

  it('is stated once, however much is asked of it', () => {
    const year = { ...fact, answers: [{ start: 3, end: 7 }] }
    const town = { ...fact, answers: [{ start: 8, end: 15 }] }
    const [joined, ...more] = joinFacts([town, year])
    expect(more).toEqual([])
    expect(joined && evidenceParts(joined)).toEqual([
      { text: 'In ', strong: false },
      { text: '1869', strong: true },
      { text: ' ', strong: false },
      { text: 'Karakol', strong: true },
      { text: '\n- was founded.', strong: false },
    ])
  })

  it('keeps every word of its evidence where answers overlap', () => {
    const answers = [
      { start: 0, end: 7 },
      { start: 3, end: 15 },
      { start: 4, end: 6 },
    ]
    const words = evidenceParts({ evidence, answers }).map(({ text }) => text)
    expect(words.join('')).toBe(evidence.replace('\n\n', '\n'))
  })
})

describe('a question on paper', () => {
  const secret = {
    explanation: 'because of the secret',
    evidence: [{ start: 0, end: 6, quote: 'secret' }],
  }

  it('has its options to tick, and its key names their letters', () => {
    const choice = anItem({ ...secret, type: 'choice', stem: 'When?', options: ['1901', '1869'], key: ['1869'] })
    expect(printQuestion(choice).space).toEqual({ kind: 'tick', options: ['1901', '1869'] })
    expect(printKey(choice)).toEqual(['B. 1869'])
  })

  it('has gaps to write in, or a line', () => {
    const cloze = anItem({ ...secret, type: 'cloze', stem: 'The lake is _____.', key: ['Issyk-Kul'] })
    expect(printQuestion(cloze)).toMatchObject({ stem: 'The lake is ______________.', space: { kind: 'gaps' } })
    expect(printQuestion({ ...cloze, stem: 'Which lake?' }).space).toEqual({ kind: 'line' })
    expect(printKey(cloze)).toEqual(['Issyk-Kul'])
  })

  it('of pairs has letters to write, and never says what belongs to what', () => {
    const key = ['Naryn → Syr Darya', 'Chu → steppe']
    const options = ['steppe', 'Syr Darya']
    const matching = anItem({ ...secret, type: 'matching', stem: 'Where do they flow?', options, key })
    expect(printQuestion(matching).space).toEqual({ kind: 'letters', prompts: ['Naryn', 'Chu'], options })
    expect(JSON.stringify(printQuestion(matching))).not.toMatch(/→|secret/)
    expect(printKey(matching)).toEqual(['Naryn: B. Syr Darya', 'Chu: A. steppe'])
  })

  it('is lettered on and on', () => {
    expect([0, 25, 26, 27].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB'])
  })
})
