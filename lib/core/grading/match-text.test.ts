import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type Match, matchText } from './match-text'

const DOCUMENT = 'The alkane and the alkene differ. Absorption is not adsorption. Northern and southern bilateral ties.'

function expectMatch(match: Match, pairs: readonly (readonly [typed: string, key: string])[]): void {
  for (const [typed, key] of pairs) expect([typed, key, matchText(typed, key, DOCUMENT)]).toEqual([typed, key, match])
}

describe('a typed answer counts as written when', () => {
  it('case, articles, quotes and the last mark differ', () =>
    expectMatch('same', [
      ['the constitution', 'Constitution'],
      ['A balanced policy.', 'balanced policy'],
      ['“and–and”', 'and-and'],
      ['to deepen integration', 'deepen integration'],
      ['rock & soil', 'rock and soil'],
    ]))
  it('hyphens, spaces between parts and diacritics differ', () =>
    expectMatch('same', [
      ['co-operation', 'cooperation'],
      ['multi confessional', 'multi-confessional'],
      ['Chloe Bronte', 'Chloë Brontë'],
      ['Lodz', 'Łódź'],
    ]))
  it('one is the plural, the possessive or the other English spelling', () =>
    expectMatch('same', [
      ['major power', 'major powers'],
      ['priorities', 'priority'],
      ['country’s interests', 'country interest'],
      ['bacterium', 'bacteria'],
      ['civilization', 'civilisation'],
      ['neighbors', 'neighbours'],
      ['organised', 'organized'],
      ['metre', 'meter'],
    ]))
  it('a number is said in words, with separators or with a scale', () =>
    expectMatch('same', [
      ['four', '4'],
      ['twenty-one', '21'],
      ['one hundred and five states', '105 states'],
      ['two thousand and one', '2001'],
      ['nineteen ninety-one', '1991'],
      ['1,500', '1500'],
      ['1 500 000', '1.5 million'],
      ['1.1 million', '1100000'],
      ['twentieth century', '20th century'],
      ['the 21st', 'twenty-first'],
      ['15 %', 'fifteen percent'],
      ['15 per cent', '15%'],
    ]))
  it('"one" is left out, or a unit is abbreviated', () =>
    expectMatch('same', [
      ['queen', 'one queen'],
      ['a queen', 'one queen'],
      ['1 km', 'one kilometre'],
      ['a kilometer', 'one kilometre'],
      ['35 °C', '35 degrees Celsius'],
      ['40 kilograms', '40 kg'],
    ]))
  it('a date or a range is written another way', () =>
    expectMatch('same', [
      ['in 1991', '1991'],
      ['May 12, 1991', '12 May 1991'],
      ['12th of May 1991', '12 May 1991'],
      ['1991-05-12', '12 May 1991'],
      ['Feb 2005', 'February 2005'],
      ['1999-2000', '1999–2000'],
      ['from 1361 to 1528', 'between 1361 and 1528'],
      ['1914–18', '1914–1918'],
      ['the 1990’s', '1990s'],
    ]))
})

describe('a small typo', () => {
  it('is forgiven by the length of the word', () =>
    expectMatch('typo', [
      ['Kyrgystan', 'Kyrgyzstan'],
      ['sovereingty', 'sovereignty'],
      ['Comonwealth of Indepentent States', 'Commonwealth of Independent States'],
      ['enviroment', 'environment'],
      ['Febuary 2005', 'February 2005'],
      ['seventen', '17'],
      ['multi confesional', 'multi confessional'],
      ['royal jely', 'royal jelly'],
    ]))
  it('is not forgiven in short words', () =>
    expectMatch('other', [
      ['Iran', 'Iraq'],
      ['Oman', 'Omsk'],
      ['cell', 'cello'],
      ['EU', 'UN'],
      ['vitamin B', 'vitamin A'],
      ['sped', 'speed'],
    ]))
  it('never makes another number, date or rank', () =>
    expectMatch('other', [
      ['1992', '1991'],
      ['1,500', '15000'],
      ['1.5', '15'],
      ['-5', '5'],
      ['1-2', '12'],
      ['1/2', '12'],
      ['sixteen', 'sixty'],
      ['fourteen', 'forty'],
      ['June 1999', 'July 1999'],
      ['January', 'February'],
      ['seventh', 'seventy'],
      ['1999–2001', '1999–2000'],
      ['1990', '1990s'],
      ['20th century', '21st century'],
      ['12 May 1991', '12 May 1992'],
      ['5 million', '5 billion'],
    ]))
  it('never makes the opposite or a sister term', () =>
    expectMatch('other', [
      ['illegal', 'legal'],
      ['afferent', 'efferent'],
      ['hypothermia', 'hyperthermia'],
      ['intracellular', 'intercellular'],
      ['macroscopic', 'microscopic'],
      ['nitrite', 'nitrate'],
      ['lactose', 'lactase'],
      ['stalactite', 'stalagmite'],
      ['mitosis', 'meiosis'],
      ['Austria', 'Australia'],
      ['western', 'eastern'],
      ['C++', 'C'],
      ['H2O', 'HO'],
    ]))
  it('never makes a word that the document uses', () => {
    expect(matchText('alkane', 'alkene', DOCUMENT)).toBe('other')
    expect(matchText('Bilaterel ties', 'Bilateral ties', DOCUMENT)).toBe('typo')
    expect(matchText('northern', 'northerm', DOCUMENT)).toBe('other')
  })
  it('is counted over the whole answer', () =>
    expectMatch('other', [
      ['guarentee soverignty', 'guarantee sovereignty policy'],
      ['frendly mutuel relaton', 'friendly mutual relation'],
    ]))
})

it('a part of the answer, or more than the answer, is another answer', () =>
  expectMatch('other', [
    ['Russia', 'Russian Federation'],
    ['not Russia', 'Russia'],
    ['sovereignty', 'sovereignty and territorial integrity'],
    ['Kyrgyzstan or Kazakhstan', 'Kyrgyzstan'],
    ['queens', 'one queen'],
    ['two queens', 'one queen'],
    ['another', 'one another'],
    ['Nation', 'One Nation'],
    ['1 mile', 'one kilometre'],
    ['35 m', '35 minutes'],
  ]))

test.prop([fc.string({ minLength: 1, unit: 'grapheme' })])('what is typed as the key stands matches it', (key) => {
  expect(matchText(key, key, '')).toBe('same')
})

test.prop([fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 9_999_999 })])(
  'two different numbers never match',
  (a, b) => {
    fc.pre(a !== b)
    expect(matchText(String(a), String(b), '')).toBe('other')
    expect(matchText(a.toLocaleString('en'), b.toLocaleString('en'), '')).toBe('other')
  },
)

test.prop([fc.integer({ min: 0, max: 999_999 })])('a number matches itself with separators', (n) => {
  expect(matchText(n.toLocaleString('en'), String(n), '')).toBe('same')
})

test.prop([fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 })])('no input makes it throw', (typed, key) => {
  expect(['same', 'typo', 'other']).toContain(matchText(typed, key, 'some text'))
})
