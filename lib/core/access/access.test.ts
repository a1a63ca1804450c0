import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayAssign, mayResetEntry, maySeeClass, mayTeach } from './classes'
import { makeClassCode, makeReturnCode, parseClassCode, parseReturnCode, sayClassCode } from './codes'
import { sameName, tidyName } from './names'

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

describe('names in a class', () => {
  it('are the same when only case, spaces or composition differ', () => {
    expect(sameName('Айгүл  Асанова', 'айгүл асанова ')).toBe(true)
    expect(sameName('Zoe\u0308', 'Zoë')).toBe(true)
    expect(sameName('Айгүл', 'Айгул')).toBe(false)
  })

  it('lose control characters and line breaks', () => {
    expect(tidyName(' Emir\n\u0000 Jumabaev\u202e ')).toBe('Emir Jumabaev')
    expect(tidyName(' \u200b\n')).toBe('')
  })
})

describe('who may do what in a class', () => {
  const teacher = { role: 'teacher', ended: false } as const
  const learner = { role: 'learner', ended: false } as const

  it('lets only its teacher teach, and nobody assign in an ended class', () => {
    expect([mayTeach(teacher), mayTeach(learner), mayTeach(null)]).toEqual([true, false, false])
    expect([mayAssign(teacher), mayAssign({ ...teacher, ended: true }), mayAssign(learner)]).toEqual([
      true,
      false,
      false,
    ])
    expect([maySeeClass(learner), maySeeClass(null)]).toEqual([true, false])
  })

  it('lets no teacher make a way into an account, or into what another class made', () => {
    const code = { kind: 'code', classId: 'a' } as const
    expect(mayResetEntry([code], 'a')).toBe(true)
    expect(mayResetEntry([code, { kind: 'guest', classId: null }], 'a')).toBe(true)
    expect(mayResetEntry([code, { kind: 'account', classId: null }], 'a')).toBe(false)
    expect(mayResetEntry([{ kind: 'code', classId: 'b' }], 'a')).toBe(false)
    expect(mayResetEntry([{ kind: 'guest', classId: null }], 'a')).toBe(false)
  })
})
