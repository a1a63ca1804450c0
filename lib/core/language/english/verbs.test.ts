import { describe, expect, it } from 'vitest'
import { infinitiveOf } from './verbs'

describe('infinitiveOf', () => {
  it('undoes what an ending did to the spelling', () => {
    const forms = { needed: 'need', studies: 'study', planned: 'plan', hoping: 'hope', hopping: 'hop', dying: 'die' }
    for (const [form, base] of Object.entries(forms)) expect(infinitiveOf(form)).toBe(base)
    const others = {
      panicked: 'panic',
      goes: 'go',
      passed: 'pass',
      agreed: 'agree',
      singing: 'sing',
      worshipped: 'worship',
    }
    for (const [form, base] of Object.entries(others)) expect(infinitiveOf(form)).toBe(base)
  })

  it('knows irregular verbs, and verbs that look like forms of another', () => {
    const forms = { brought: 'bring', withheld: 'withhold', bring: 'bring', feed: 'feed', won: 'win' }
    for (const [form, base] of Object.entries(forms)) expect(infinitiveOf(form)).toBe(base)
  })

  it('says that it does not know', () => {
    expect(infinitiveOf('would')).toBeNull()
    expect(infinitiveOf('herds of')).toBeNull()
  })
})
