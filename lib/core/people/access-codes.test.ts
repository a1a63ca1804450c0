import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeClassCode, makeReturnCode, parseClassCode, parseReturnCode, sayClassCode } from './access-codes'

const rolls = fc.infiniteStream(fc.nat()).map((stream) => (below: number) => (stream.next().value ?? 0) % below)

describe('class codes', () => {
  test.prop([fc.array(fc.nat({ max: 10_000 }), { minLength: 64, maxLength: 64 })])(
    'are read back from how they are said, in any case and with spaces',
    (numbers) => {
      let at = 0
      // An odd stride, so that equal numbers do not loop on three of a kind for ever.
      const code = makeClassCode((below) => ((numbers[at++ % 64] ?? 0) + at * 7) % below)
      expect(code).toMatch(/^[A-Z]{3}[2-9]{3}$/)
      for (const typed of [
        code,
        sayClassCode(code),
        sayClassCode(code).toLowerCase(),
        ` ${code.split('').join(' ')} `,
      ]) {
        expect(parseClassCode(typed)).toBe(code)
      }
    },
  )

  it('forgives zero for O, and the Cyrillic layout', () => {
    expect(parseClassCode('t00-427')).toBe('TOO427')
    expect(parseClassCode('ТОО 427')).toBe('TOO427')
    expect(parseClassCode('TOO–4L7')).toBe('TOO417')
  })

  it('refuses what cannot be a code', () => {
    for (const typed of ['', 'TOO', 'TOO-4271', '427-TOO', "TOO-42'", '😀OO-427'])
      expect(parseClassCode(typed)).toBeNull()
  })
})

describe('return codes', () => {
  test.prop([rolls])('are read back whatever stands between the words', (randomBelow) => {
    const code = makeReturnCode(randomBelow)
    expect(code).toMatch(/^[a-z]{4}( [a-z]{4}){3}$/)
    for (const typed of [code, code.toUpperCase(), code.replaceAll(' ', '-'), code.replaceAll(' ', '')]) {
      expect(parseReturnCode(typed)).toBe(code)
    }
  })

  it('refuses what cannot be one', () => {
    for (const typed of ['', 'tamo keri bidi', 'tamo keri bidi nalo na', 'tamx keri bidi nalo']) {
      expect(parseReturnCode(typed)).toBeNull()
    }
  })
})
