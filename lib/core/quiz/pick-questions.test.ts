import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import type { QuestionType } from '../question-types/registry'
import { seededRandom } from '../shared/random'
import { answerEachOther, leaksOf } from './answer-leaks'
import { type Candidate, countQuestions, pickQuestions } from './pick-questions'

const DOCUMENT =
  'Four layers meet here. Russia was the only single country. In 1999–2000 armed groups invaded Batken. The policy rested on the Constitution.'

function ask(type: QuestionType, fact: string, stem: string, key: string | readonly string[], sentence: number) {
  const quote = DOCUMENT.split(/(?<=\.) /)[sentence] ?? ''
  const start = DOCUMENT.indexOf(quote)
  const evidence = [{ start, end: start + quote.length, quote }]
  return anItem({ type, factIds: [fact], stem, key: [key].flat(), evidence })
}

const layers = ask('short-answer', 'layers', 'How many layers meet here?', '4', 0)
const russia = ask('choice', 'russia', 'Which direction names a single country?', 'Russia', 1)
const russiaTyped = ask('cloze', 'russia', '_____ was the only single country.', 'Russia', 1)
const when = ask('cloze', 'when', 'When did armed groups invade the south?', '1999–2000', 2)
const where = ask('choice', 'where', 'Which region was invaded?', 'Batken', 2)
const base = ask('true-false', 'base', 'The policy rested on the Constitution.', 'True', 3)
const all = [layers, russia, russiaTyped, when, where, base]
const even = () => 1

const pick = (from: readonly Candidate[], count: number, seed = 1, weight: (id: string) => number = even) =>
  pickQuestions(from, count, weight, seededRandom(seed))

it('asks a fact once, however many questions it has', () => {
  expect(pick([russia, russiaTyped], 2)).toHaveLength(1)
})

it('asks no two questions that the same evidence answers', () => {
  expect(pick([when, where], 2)).toHaveLength(1)
})

it('asks no question whose key stands in another stem, in words or digits', () => {
  const tells = ask('choice', 'kinds', 'Which of the four layers is Persian?', 'The third', 3)
  expect(pick([layers, tells], 2)).toHaveLength(1)
})

it('asks both where nothing is given away', () => {
  expect(pick([layers, russia, when, base], 4)).toHaveLength(4)
})

const PAIRS = ['country → Russia', 'region → Batken', 'ground → the Constitution']
const pairs: Candidate = {
  ...ask('matching', 'russia', 'Match each word with its meaning.', PAIRS, 0),
  factIds: ['russia', 'where', 'base'],
}

it('beside a matching no other question asks one of its facts', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const asked = pick([pairs, russia, where, base, layers], 5, seed).flatMap(({ factIds }) => factIds)
    expect(new Set(asked).size).toBe(asked.length)
  }
})

it('a matching can be picked for any of its facts', () => {
  const asked = Array.from({ length: 100 }, (_, seed) => pick([pairs, russia, where, base], 1, seed)[0]?.type)
  expect(asked.filter((type) => type === 'matching').length).toBeGreaterThan(25)
})

it('a pair is told by a stem that holds both of its sides, not by one', () => {
  const single = ask('choice', 'other', 'Which region is named first?', 'The third', 3)
  const both = ask('choice', 'other', 'Which other region is near Batken?', 'The third', 3)
  expect(pick([pairs, single], 2)).toHaveLength(2)
  expect(pick([pairs, both], 2)).toHaveLength(1)
})

it('mixes types: of a fact it asks the type that was asked least', () => {
  const many = Array.from({ length: 12 }, (_, at) => [
    { ...ask('choice', `f${at}`, `s${at}`, `k${at}`, 0), evidence: [] },
    { ...ask('cloze', `f${at}`, `c${at}`, `k${at}`, 0), evidence: [] },
    { ...base, factIds: [`f${at}`], stem: `t${at}`, evidence: [] },
  ]).flat()
  const types = pick(many, 9).map(({ type }) => type)
  for (const type of ['choice', 'cloze', 'true-false'])
    expect(types.filter((picked) => picked === type)).toHaveLength(3)
})

it('asks facts that are slipping more often', () => {
  const many = Array.from({ length: 20 }, (_, at) => ({
    ...ask('choice', `f${at}`, `s${at}`, `k${at}`, 0),
    evidence: [],
  }))
  const weight = (id: string) => (id === 'f7' ? 10 : 1)
  const asked = Array.from({ length: 300 }, (_, seed) => pick(many, 4, seed, weight)).flat()
  const times = (id: string) => asked.filter(({ factIds }) => factIds[0] === id).length
  expect(times('f7')).toBeGreaterThan(2 * times('f3'))
})

test.prop([fc.integer(), fc.integer({ min: 1, max: 8 }), fc.shuffledSubarray([...all, pairs])])(
  'a quiz is as long as was said before, whichever facts are drawn first',
  (seed, count, some) => {
    const { facts, questions } = countQuestions(some, 8)
    expect(questions).toBeLessThanOrEqual(facts)
    expect(pick(some, count, seed)).toHaveLength(Math.min(count, questions))
  },
)

test.prop([fc.integer(), fc.integer({ min: 1, max: 8 }), fc.shuffledSubarray(all)])(
  'the same seed gives the same quiz, and no two questions in it answer each other',
  (seed, count, some) => {
    const picked = pick(some, count, seed)
    expect(picked).toEqual(pick(some, count, seed))
    expect(picked.length).toBeLessThanOrEqual(count)
    for (const [at, earlier] of picked.entries())
      for (const later of picked.slice(at + 1)) expect(answerEachOther(leaksOf(earlier), leaksOf(later))).toBe(false)
  },
)
