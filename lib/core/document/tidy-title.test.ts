import { describe, expect, it } from 'vitest'
import { tidyTitle } from './tidy-title'

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
