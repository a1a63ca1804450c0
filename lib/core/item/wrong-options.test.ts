import { expect, it } from 'vitest'
import { rankWrongOptions } from './wrong-options'

const answer = (text: string) => ({ text, kind: 'property', sentence: '' })
const offered = (key: string, ...others: string[]) => rankWrongOptions(answer(key), others.map(answer), [])

it('offers names of the kind of the key, as far as kinds are known', () => {
  expect(offered('Kraków', 'UNESCO', 'Graz')).toEqual(['Graz'])
  expect(offered('NATO', 'UNESCO', 'Graz')).toEqual(['UNESCO'])
  expect(offered('France', 'Germany', 'Napoleon')).toEqual(['Germany'])
})

it('offers figures for a figure and words for words, of about the same length', () => {
  expect(offered('1874', '1921', 'Quill', 'a lamp')).toEqual(['1921'])
  expect(offered('whale oil', 'coal gas', 'oil that was boiled out of the blubber of whales')).toEqual(['coal gas'])
})
