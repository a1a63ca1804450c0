import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorker } from '@/test/build-worker'
import type { Paper, Printed } from '../core/item/printed-items'
import { printInWorker } from './print-in-worker'

beforeAll(buildWorker)

const words = {
  name: 'Name',
  date: 'Date',
  version: 'Version A',
  key: 'Answers',
  trueFalse: 'True or false?',
  how: { 'tick-all': 'Tick all that are right.' },
}
const head = { title: 'Ысык-Көл ө ү ң', language: 'eng' }

async function read(printed: Printed, paper: Paper = 'a4') {
  const result = await printInWorker({ printed, paper, words })
  if (result.kind !== 'printed') throw new Error(JSON.stringify(result))
  const bytes = new Uint8Array(result.pdf)
  const size = bytes.length
  const pdf = await getDocumentProxy(bytes)
  const { text, totalPages } = await extractText(pdf)
  const [, , width, height] = (await pdf.getPage(1)).view
  return { pages: text.map((page) => page.replace(/\s+/g, ' ')), totalPages, size, width, height }
}

const SIGNS = 'E = mc², ∑ x ≤ √2, α β γ ∞ → 10³ ≥ ≠ ± × ½ ∫ ∈ ℝ ñ č ş ğ ı Бишкек Ң'
const LONG = `${'A long front that goes on and on '.repeat(40)}to its end.`
const UNBROKEN = 'x'.repeat(400)

describe('cards as a PDF', () => {
  const cards = [
    { front: 'Which lake is warm?', back: 'Issyk-Kul' },
    { front: SIGNS, back: 'one\ntwo\nthree' },
    { front: LONG, back: `${UNBROKEN}` },
    { front: '10⁻³ and 北京 and 😀 and \u0000', back: '' },
    ...[5, 6, 7].map((at) => ({ front: `front ${at}`, back: `back ${at}` })),
  ]

  it('have every front and back as text, Cyrillic and mathematical signs among them', async () => {
    const { pages, totalPages } = await read({ ...head, kind: 'cards', layout: 'fold', first: 1, cards })
    expect(totalPages).toBe(2)
    const all = pages.join(' ')
    for (const text of [
      'Which lake is warm?',
      'Issyk-Kul',
      'one two three',
      SIGNS,
      'to its end.',
      '10^−3 and □□ and □ and',
    ]) {
      expect(all).toContain(text)
    }
    expect(all).toMatch(/front 7 7 back 7/)
  })

  it('printed on both sides follow each other as fronts and backs', async () => {
    const { pages, totalPages } = await read({ ...head, kind: 'cards', layout: 'duplex', first: 1, cards })
    expect(totalPages).toBe(2)
    expect(pages[0]).toMatch(/front 5.*front 6.*front 7/)
    expect(pages[1]).toMatch(/back 6.*back 5/)
    expect(pages[0]).not.toContain('back 5')
  })

  it('are on the paper that was asked for', async () => {
    const printed = { ...head, kind: 'cards', layout: 'fold', first: 1, cards: cards.slice(0, 1) } as const
    expect(await read(printed)).toMatchObject({ width: expect.closeTo(595.28, 1), height: expect.closeTo(841.89, 1) })
    expect(await read(printed, 'letter')).toMatchObject({ width: 612, height: 792 })
  })

  it('of five hundred facts are one file of moderate size', { tags: ['long'], timeout: 120_000 }, async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      front: `In which year was the town of Karakol number ${at} founded by the side of the lake?`,
      back: `${1000 + at}`,
    }))
    const { totalPages, size } = await read({ ...head, kind: 'cards', layout: 'duplex', first: 1, cards: many })
    expect(totalPages).toBe(100)
    expect(size).toBeLessThan(1_000_000)
  })
})

describe('a quiz as a PDF', () => {
  const printed: Printed = {
    ...head,
    kind: 'quiz',
    version: 'A',
    questions: [
      {
        type: 'choice',
        about: 'Rivers · Mouths',
        stem: 'When?',
        space: { kind: 'tick', options: ['1901', '1869', '1848'] },
      },
      {
        type: 'multiple',
        about: '',
        stem: 'Which rivers?',
        space: { kind: 'tick-all', options: ['Naryn', 'Chu', 'Volga'] },
      },
      { type: 'cloze', about: '', stem: 'The lake is ______________.', space: { kind: 'gaps' } },
      {
        type: 'true-false',
        about: '',
        stem: 'The pass is Torugart.',
        space: { kind: 'tick', options: ['True', 'False'] },
      },
      {
        type: 'matching',
        about: '',
        stem: 'Match.',
        space: { kind: 'letters', prompts: ['Chu'], options: ['steppe', 'sea'] },
      },
      { type: 'ordering', about: '', stem: 'Order.', space: { kind: 'order', options: ['second', 'first'] } },
    ],
    keys: ['B. 1869', 'A. Naryn', 'Issyk-Kul', 'False', 'Chu: A. steppe', '1. first'].map((key, at) => ({
      key: [key],
      evidence: `Sentence ${at} proves it.`,
    })),
  }

  it('has its right answers on sheets of their own', async () => {
    const { pages, totalPages } = await read(printed)
    expect(totalPages).toBe(2)
    expect(pages[0]).toMatch(
      /Version A Name Date 1\. Rivers · Mouths When\? A\. 1901 B\. 1869 C\. 1848 2\. Which rivers\? Tick all/,
    )
    expect(pages[0]).toContain('True or false? The pass is Torugart. True False')
    expect(pages[0]).not.toMatch(/Issyk-Kul|Answers|proves/)
    expect(pages[1]).toMatch(/^Answers: .*1\. B\. 1869 Sentence 0 proves it\..*6\. 1\. first Sentence 5 proves it\./)
  })
})

describe('facts as a PDF', () => {
  it('stand under their headings with their evidence, over as many pages as they need', {
    timeout: 120_000,
  }, async () => {
    const facts = Array.from({ length: 200 }, (_, at) => {
      const evidence = `The town of Karakol number ${at} was founded in ${1000 + at}, and it lies by the lake.`
      const start = evidence.indexOf(`${1000 + at}`)
      const heading = `Part ${Math.floor(at / 50)}`
      return {
        heading,
        statement: `Karakol ${at} was founded in ${1000 + at}.`,
        evidence,
        answers: [{ start, end: start + 4 }],
      }
    })
    const { pages, totalPages, size } = await read({ ...head, kind: 'facts', count: facts.length, facts })
    expect(totalPages).toBeGreaterThan(5)
    expect(size).toBeLessThan(1_000_000)
    const all = pages.join(' ')
    for (const { statement } of facts) expect(all).toContain(statement)
    expect(all.match(/Part 3/g)).toHaveLength(1)
    expect(all).toContain(`1 / ${totalPages}`)
  })
})
