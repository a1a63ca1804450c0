import { describe, expect, it } from 'vitest'
import { CHECK_IDS } from '@/lib/core/check/check-result'
import words from '@/messages/en/items.json'
import { reasonsOf } from './refused-candidates'

describe('the reasons of refused candidates', () => {
  it('are sorted by count, the most frequent first', () => {
    expect(reasonsOf({ R9: 2, R7: 12, R1: 2 }, CHECK_IDS)).toEqual([
      { check: 'R7', count: 12 },
      { check: 'R1', count: 2 },
      { check: 'R9', count: 2 },
    ])
  })

  it('are grouped by check, however the engine names the refusal', () => {
    expect(reasonsOf({ R7: 1, 'sentence R7': 2, 'R7/item': 3, 'item:R12': 4 }, CHECK_IDS)).toEqual([
      { check: 'R7', count: 6 },
      { check: 'R12', count: 4 },
    ])
  })

  it('are `other` if no check is named, and omitted if the language was unknown', () => {
    expect(reasonsOf({ odd: 2, R99: 1, language: 1, R7: 0 }, CHECK_IDS)).toEqual([{ check: 'other', count: 3 }])
  })

  it('each have a sentence', () => {
    const said: Readonly<Record<string, unknown>> = words.refusedCandidates
    for (const check of [...CHECK_IDS, 'other']) expect(said[check]).toMatch(/^[A-Z].*\.$/)
  })
})
