import { describe, expect, it } from 'vitest'
import type { WrittenItem } from '../../lib/core/item/item'
import { solveBlindly } from './guess-without-text'

const choice = (n: number, options: readonly string[], key: string): WrittenItem => ({
  id: `item-${n}`,
  type: 'choice',
  tier: 'A',
  factIds: [`fact-${n}`],
  stem: `Which of these did the harbour ${n} buy?`,
  options,
  key: [key],
  accepted: [[]],
  explanation: '',
  distractorReasons: {},
  distractorEvidence: {},
  evidence: [{ start: n * 100, end: n * 100 + 50, quote: key }],
})

const resultOf = (items: readonly WrittenItem[], strategy: string) =>
  solveBlindly([items]).find((result) => result.strategy === strategy)

describe('the blind solver', () => {
  it('finds that the longest option is always right', () => {
    const items = Array.from({ length: 20 }, (_, n) => choice(n, ['tar', 'hay', 'granite', 'fish'], 'granite'))
    expect(resultOf(items, 'longest option')).toMatchObject({ accuracy: 1, chance: 0.25, points: 75, decided: 20 })
    expect(resultOf(items, 'longest option')?.p).toBeLessThan(0.001)
  })

  it('is at chance where a strategy likes all options alike', () => {
    const items = Array.from({ length: 8 }, (_, n) => choice(n, ['tar', 'hay', 'oil', 'rye'], 'oil'))
    expect(resultOf(items, 'longest option')).toMatchObject({ points: 0, decided: 0, p: 1 })
  })

  it('leaves out forms that nothing is asked in', () => {
    const forms = solveBlindly([[choice(1, ['tar', 'hay', 'oil'], 'oil')]]).map(({ form }) => form)
    expect(new Set(forms)).toEqual(new Set(['choice', 'choice in a quiz']))
  })
})
