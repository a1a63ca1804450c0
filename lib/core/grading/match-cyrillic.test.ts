import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { matchListAnswer, readList } from './match-list-answer'
import { type Match, matchText } from './match-text'
import { nearWords } from './typos'

function expectMatch(match: Match, pairs: readonly (readonly [typed: string, key: string])[], document = ''): void {
  for (const [typed, key] of pairs) expect([typed, key, matchText(typed, key, document)]).toEqual([typed, key, match])
}

describe('a Russian or Kyrgyz answer counts as written when', () => {
  it('case, quotes, hyphens, spaces, stress marks or ё differ', () =>
    expectMatch('same', [
      ['первый КОСМОНАВТ', 'Первый космонавт'],
      ['Восток', '«Восток»'],
      ['самолет', 'самолёт'],
      ['Самолёт', 'самолет'],
      ['за́мок', 'замок'],
      ['Ысык Көл', 'Ысык-Көл'],
      ['ысыккөл', 'Ысык-Көл'],
      ['Жетиөгүз', 'Жети-Өгүз'],
      ['социально экономический', 'социально-экономический'],
    ]))
  it('a number is said in words', () =>
    expectMatch('same', [
      ['пять', '5'],
      ['беш', '5'],
      ['две реки', '2 реки'],
      ['двадцать один', '21'],
      ['жыйырма беш', '25'],
      ['девяносто девять', '99'],
      ['сто', '100'],
      ['токсон тогуз', '99'],
      ['жүз', '100'],
      ['төрт мезгил', '4 мезгил'],
      ['элуу', '50'],
      ['сто восемь', '108'],
      ['ста восьми', '108'],
      ['две тысячи пятьсот', '2500'],
      ['миллион двести тысяч', '1 200 000'],
      ['эки жүз он беш', '215'],
      ['үч миң', '3000'],
    ]))
  it('a unit is abbreviated', () =>
    expectMatch('same', [
      ['5 км', '5 километров'],
      ['пять минут', '5 мин'],
    ]))
  it('the word for a year stands beside its number or not', () =>
    expectMatch('same', [
      ['в 1961 году', '1961'],
      ['1961', '1961 год'],
      ['1991-жылы', '1991'],
      ['1961 г.', '1961 год'],
    ]))
  it('it is typed without ө, ү and ң', () =>
    expectMatch('same', [
      ['орук', 'өрүк'],
      ['Ысык-Кол', 'Ысык-Көл'],
      ['тундук', 'түндүк'],
      ['чоң эне', 'чоң эне'],
      ['чон эне', 'чоң эне'],
    ]))
})

describe('a Russian or Kyrgyz answer is another one when', () => {
  it('it says another number', () =>
    expectMatch('other', [
      ['сто девять', '108'],
      ['восемьсот', '108'],
      ['восемь сто', '108'],
      ['тысяча две тысячи', '3000'],
      ['жүз беш', '500'],
    ]))
  it('its ending differs', () =>
    expectMatch('other', [
      ['города', 'город'],
      ['государства', 'государство'],
      ['революцией', 'революция'],
      ['трамваи', 'трамвай'],
      ['мои', 'мой'],
      ['шаары', 'шаар'],
      ['мугалимге', 'мугалимге эмес'],
      ['мугалимдин', 'мугалимдик'],
      ['кыргызстанда', 'кыргызстандан'],
      ['китептери', 'китептерин'],
    ]))
  it('a verb is negated', () =>
    expectMatch('other', [
      ['жазылбаган', 'жазылган'],
      ['жайгаштырылбаган', 'жайгаштырылган'],
      ['не работает', 'работает'],
    ]))
  it('a short root of a verb is another', () =>
    expectMatch('other', [
      ['жабылган', 'жазылган'],
      ['атылган', 'ачылган'],
      ['салынат', 'сатылат'],
    ]))
  it('a prefix is another', () =>
    expectMatch('other', [
      ['провести', 'привести'],
      ['микроэкономика', 'макроэкономика'],
      ['гипотермия', 'гипертермия'],
    ]))
  it('a number is another', () =>
    expectMatch('other', [
      ['шесть', '5'],
      ['пятнадцать', '50'],
      ['алты', '5'],
      ['двенадцать', '19'],
      ['1962 год', '1961'],
      ['500 г', '500'],
    ]))
  it('the document uses the word that was typed', () => {
    expectMatch('other', [['кол', 'көл']], 'Көл терең. Кол адамдын мүчөсү.')
    expectMatch('same', [['кол', 'көл']], 'Көл терең.')
  })
  it('ө, ү or ң were typed for о, у or н', () =>
    expectMatch('other', [
      ['көл', 'кол'],
      ['күл', 'кул'],
      ['түз', 'туз'],
    ]))
})

it.each([
  ['барщина и оброк', ['оброк', 'барщина']],
  ['кочкор мүйүз жана бадам', ['кочкор мүйүз', 'бадам']],
  ['коргошун, жез жана калай', ['жез', 'калай', 'коргошун']],
])('one line may hold the whole list: %s', (typed, members) => {
  const points = readList([typed]).map(
    (texts) =>
      matchListAnswer(
        texts,
        members.map((member) => [member]),
        '',
      ).points,
  )
  expect(Math.max(...points)).toBe(1)
})

it('a typo inside a long stem is forgiven', () =>
  expectMatch('typo', [
    ['госудорство', 'государство'],
    ['револлюция', 'революция'],
    ['Кыргызтан', 'Кыргызстан'],
    ['Гагрин', 'Гагарин'],
    ['канституция', 'конституция'],
    ['онктуруу', 'өнүктүрүү'],
    ['эгемендулук', 'эгемендүүлүк'],
    ['семдесят', '70'],
  ]))

const TEXT =
  'Көл терең, кол узун. Өрүк бышты, орук деген сөз жок. Шаарлар чоң, шамалдар катуу. Государство и государства.'
const words = TEXT.match(/\p{L}+/gu) ?? []

test.prop([fc.constantFrom(...words, 'кол', 'шаарлор', 'госудорство'), fc.constantFrom(...words)])(
  'the near words of a document decide as its whole text does',
  (typed, key) => {
    expect(matchText(typed, key, nearWords(TEXT, [key]).join(' '))).toBe(matchText(typed, key, TEXT))
  },
)
