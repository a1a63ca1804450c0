import { expect, it } from 'vitest'
import { ENGINE_VERSION, isOlderEngine } from './engine-version'

it.each([
  ['0.4.0', '0.4.0', false],
  ['0.4.0', '0.4.1', true],
  ['0.9.2', '0.10.0', true],
  ['0.10.0', '0.9.2', false],
  ['0.4', '0.4.0', false],
  ['1.0.0', '0.99.99', false],
  ['a first try', '0.0.1', true],
])('%s beside %s: older is %s', (version, present, older) => {
  expect(isOlderEngine(version, present)).toBe(older)
})

it('takes the present engine for no older one', () => {
  expect(isOlderEngine(ENGINE_VERSION)).toBe(false)
})
