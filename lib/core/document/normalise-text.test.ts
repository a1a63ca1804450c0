import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { normaliseText } from './normalise-text'

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
