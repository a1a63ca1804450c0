import { describe, expect, it } from 'vitest'
import { aPack, aPackedFact, PACKED_AT } from '@/test/study-cards'
import { DAY_MS, MINUTE_MS } from '../../shared/time'
import { DEFAULT_PARAMETERS } from '../scheduling/parameters'
import { applyReview } from '../scheduling/replay'
import type { DoneFact } from '../session/day-limits'
import type { DeckPack } from './deck-pack'
import { type DeviceRating, limitsHere } from './pack-memories'

const NOON = PACKED_AT
const PER_DAY = { new: 5, due: 5 }

const rated = (factId: string, at: number, assisted = false): DeviceRating => ({
  ...{ id: `${factId} ${at}`, factId, rating: 'good', at, assisted, savedAt: 0 },
})
const met = (source: 'card' | 'question', at: number) =>
  applyReview(
    { kind: 'new' },
    { factId: 'a', source, rating: 'good', at: new Date(at), assisted: false, parameters: DEFAULT_PARAMETERS },
  ).memory
const pack = (facts: DeckPack['facts'], done: readonly DoneFact[] = []) =>
  aPack(facts, { limits: { perDay: PER_DAY, done } })
const left = (packed: DeckPack, ratings: readonly DeviceRating[], now: number) =>
  limitsHere(packed, [packed], ratings, new Date(now))

describe('what a study day has left on a device', () => {
  it('counts a fact among the new ones on the day of its first rating without a hint, and among the due ones later', () => {
    const ratings = [rated('a', NOON + 1, true), rated('a', NOON + DAY_MS), rated('a', NOON + 2 * DAY_MS)]
    const packed = pack([aPackedFact('a')])
    const on = (day: number) => left(packed, ratings.slice(0, day + 1), NOON + day * DAY_MS + MINUTE_MS)
    expect([on(0), on(1), on(2)]).toEqual([PER_DAY, { new: 4, due: 5 }, { new: 5, due: 4 }])
  })

  it('counts a fact once a day, also when the server has counted it before the pack was made', () => {
    const packed = pack([aPackedFact('a', met('card', NOON - MINUTE_MS))], [{ factId: 'a', limit: 'new' }])
    expect(left(packed, [rated('a', NOON + 10 * MINUTE_MS)], NOON + DAY_MS / 24)).toEqual({ new: 4, due: 5 })
  })

  it('counts a fact that a quiz met today among the new ones once its card goes on with the steps', () => {
    const packed = pack([aPackedFact('a', met('question', NOON - MINUTE_MS))])
    expect(left(packed, [rated('a', NOON + 10 * MINUTE_MS)], NOON + DAY_MS / 24)).toEqual({ new: 4, due: 5 })
  })

  it('counts nothing of the day before', () => {
    const packed = pack([aPackedFact('a', met('card', NOON))], [{ factId: 'a', limit: 'new' }])
    expect(left(packed, [], NOON + DAY_MS)).toEqual(PER_DAY)
  })
})
