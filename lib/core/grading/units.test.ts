import { expect, it } from 'vitest'
import { mayLackUnit } from './units'

const DOCUMENT =
  'The river is 35 kilometres long and 40 km wide. Of its fish 72 percent are carp. It froze for 72 hours. Seven boats: 7 metres each. Глубина реки 12 метров.'

it.each(['35 kilometres', '35 km', '40 km', '40 kilometres', '12 метров'])(
  'the number of %s is enough: the document says it of nothing else',
  (key) => expect(mayLackUnit(key, DOCUMENT)).toBe(true),
)

it.each([
  ['72 percent', 'the document has as many hours'],
  ['7 metres', 'the document has as many boats'],
  ['35 long rivers', 'the rest is no unit'],
  ['35', 'there is none'],
  ['kilometres', 'there is no number'],
])('%s needs more than its number: %s', (key) => expect(mayLackUnit(key, DOCUMENT)).toBe(false))
