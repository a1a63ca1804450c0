import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { aPack, aPackedFact, PACKED_AT } from '@/test/study-cards'
import { DEFAULT_PARAMETERS } from '../scheduling/parameters'
import { FLAGS } from '../session/fact-flag'
import { applyFlags, type DeviceFlag } from './apply-fact-flags'

const pack = aPack([aPackedFact('a'), aPackedFact('b')])
const flagsOn = (flags: readonly DeviceFlag[], from = pack) =>
  applyFlags([from], flags)[0]?.facts.map(({ card, suspended, buriedUntil }) => [card.starred, suspended, buriedUntil])

const aFlag = fc.record({
  factId: fc.constantFrom('a', 'b', 'of another deck'),
  kind: fc.constantFrom(...FLAGS),
  on: fc.boolean(),
  at: fc.integer({ min: 1, max: 1000 }).map((minutes) => PACKED_AT + minutes * 60_000),
  savedAt: fc.constantFrom(0, PACKED_AT + 1),
})
const someFlags = fc.uniqueArray(aFlag, { selector: ({ at }) => at, maxLength: 12 })

describe('flags laid on a device', () => {
  test.prop([someFlags])('leave on each fact the last of each kind, told in any order and however often', (flags) => {
    const ordered = [...flags].sort((a, b) => a.at - b.at)
    const last = (factId: string, kind: string) =>
      ordered.findLast((flag) => flag.factId === factId && flag.kind === kind)
    const laid = flagsOn(flags)
    expect(flagsOn([...ordered].reverse())).toEqual(laid)
    expect(flagsOn(flags, applyFlags([pack], flags)[0])).toEqual(laid)
    for (const [place, factId] of ['a', 'b'].entries()) {
      const [starred, suspended, buriedUntil] = laid?.[place] ?? []
      expect(starred).toBe(last(factId, 'star')?.on ?? false)
      expect(suspended).toBe(last(factId, 'suspend')?.on ?? false)
      expect(buriedUntil !== null).toBe(last(factId, 'bury')?.on ?? false)
    }
  })

  it('bury until the next day of the learner begins, whatever day the device is in', () => {
    const buried = { factId: 'a', kind: 'bury', on: true, savedAt: 0 } as const
    const inBishkek = { ...pack, parameters: { ...DEFAULT_PARAMETERS, timeZone: 'Asia/Bishkek' } }
    const until = (at: string) => flagsOn([{ ...buried, at: Date.parse(at) }], inBishkek)?.[0]?.[2]
    expect(until('2026-06-03T21:59Z')).toBe(Date.parse('2026-06-03T22:00Z'))
    expect(until('2026-06-03T22:00Z')).toBe(Date.parse('2026-06-04T22:00Z'))
  })

  it('say nothing to a pack that was made when the server had them', () => {
    const known = { factId: 'a', kind: 'star', on: true, at: PACKED_AT - 1, savedAt: PACKED_AT } as const
    expect(applyFlags([pack], [known])).toEqual([pack])
  })
})
