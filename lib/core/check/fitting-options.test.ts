import { expect, it } from 'vitest'
import { writeItem } from '@/lib/core/item/item'
import { anItem } from '@/test/an-item'
import { fittingOptions } from './fitting-options'

const QUOTE = 'Karl von Frisch described the waggle dance in 1927.'
const TEXT = `${QUOTE} Tracy Bingham patented the bee smoker in 1878. Honey is sweet.`
const CONTEXT = { text: TEXT, title: 'Bees', headings: [], language: 'eng', stems: [] }

const asked = (key: string, stem = 'Who described the waggle dance?') => {
  const evidence = [{ start: 0, end: QUOTE.length, quote: QUOTE }]
  return writeItem(anItem({ type: 'choice', stem, key: [key], evidence }))
}

it.each([
  ['Karl von Frisch', ['1878', 'July 1878', 'in 1622', 'honey', 'the drones', 'Tracy Bingham'], ['Tracy Bingham']],
  ['1927', ['Tracy Bingham', '2,000 eggs', '1878', 'twelve', 'July 1878'], ['1878']],
  ['the waggle dance', ['Virginia', 'wax cells', 'the bee smoker'], ['the bee smoker']],
  ['Karl von Frisch', ['Карл Линней', 'von Frisch', 'Karl Frisch.'], []],
])('of the options for “%s” keeps those of its kind and form: %j', (key, options, kept) => {
  expect(fittingOptions(asked(key), options, CONTEXT, 8)).toEqual(kept)
})

it('compares an option with each of several answers', () => {
  const item = { ...asked('Karl von Frisch'), type: 'multiple', key: ['Karl von Frisch', 'Ada Byron'] } as const
  expect(fittingOptions(item, ['Byron', '1878', 'Tracy Bingham'], CONTEXT, 8)).toEqual(['Tracy Bingham'])
})

it('tries a hundred options at most', () => {
  const years = Array.from({ length: 100 }, (_, at) => String(1000 + at))
  expect(fittingOptions(asked('Karl von Frisch'), [...years, 'Tracy Bingham'], CONTEXT, 8)).toEqual([])
  expect(fittingOptions(asked('Karl von Frisch'), [...years.slice(1), 'Tracy Bingham'], CONTEXT, 8)).toHaveLength(1)
})

it('stops after so many', () => {
  expect(fittingOptions(asked('Karl von Frisch'), ['Tracy Bingham', 'Ada Byron', 'Alan Mason'], CONTEXT, 2)).toEqual([
    'Tracy Bingham',
    'Ada Byron',
  ])
})
