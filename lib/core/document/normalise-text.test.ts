import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { normaliseText, tidyTitle } from './normalise-text'

describe('normaliseText', () => {
  it('makes every line end one newline and drops space before it', () => {
    expect(normaliseText('one \r\ntwo\t\rthree')).toBe('one\ntwo\nthree')
  })

  it('drops byte order mark, NUL, zero-width characters and lone surrogates', () => {
    expect(normaliseText('\uFEFFa\u0000b\u200Bc\uD800d')).toBe('abcd')
  })

  it('composes letters and their accents', () => {
    expect(normaliseText('e\u0301')).toBe('é')
  })

  test.prop([fc.string({ unit: 'binary' })])('changes nothing the second time', (raw) => {
    const once = normaliseText(raw)
    expect(normaliseText(once)).toBe(once)
  })
})

describe('a title', () => {
  it.each([
    ['Lakes\r\nof   the\tnorth ', 'Lakes of the north'],
    ['\u202Egnp.sekal\u202C Lakes', 'gnp.sekal Lakes'],
    ['Issyk\u0000-Kul\u200B', 'Issyk-Kul'],
    [' \u202E\n ', ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(tidyTitle(typed)).toBe(kept)
  })

  it('is no longer than 120 letters', () => {
    expect(tidyTitle('a'.repeat(120))).toBe('a'.repeat(120))
    expect(tidyTitle('ab '.repeat(100))).toMatch(/^(?:ab )+a?b?…$/)
    expect([...tidyTitle('ө'.repeat(300))]).toHaveLength(120)
  })
})
