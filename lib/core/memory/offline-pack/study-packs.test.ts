import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { aPack, aPackedFact, PACKED_AT } from '@/test/study-cards'
import { DAY_MS, MINUTE_MS } from '../../shared/time'
import { DEFAULT_PARAMETERS } from '../scheduling/parameters'
import { applyReview, replay } from '../scheduling/replay'
import { type DeckPack, factsToKeep, packMemory, unpackMemory } from './deck-pack'
import type { DeviceReview } from './pack-memories'
import { studyPacks } from './study-packs'

const NOON = PACKED_AT
const ALL = { deckId: null, factIds: null, limit: 100 }

const fact = aPackedFact
const pack = (facts: DeckPack['facts'], newLeft = 20): DeckPack => {
  const done = Array.from({ length: 20 - newLeft }, (_, at) => ({ factId: `met ${at}`, limit: 'new' as const }))
  return aPack(facts, { limits: { perDay: { new: 20, due: 200 }, done } })
}
const rated = (id: string, factId: string, rating: 'again' | 'good' | 'easy', at: number, savedAt = 0) =>
  ({ id, factId, rating, at, savedAt }) satisfies DeviceReview
const OF_A_CARD = { factId: 'a', source: 'card', assisted: false, parameters: DEFAULT_PARAMETERS } as const
const learnt = (at: number) => applyReview({ kind: 'new' }, { ...OF_A_CARD, rating: 'easy', at: new Date(at) }).memory

const shownAt = (now: number, packs: DeckPack[], reviews: DeviceReview[] = []) =>
  studyPacks(packs, reviews, ALL, new Date(now)).cards

describe('a session without a server', () => {
  it('has what was rated here behind it, and brings steps back at their time', () => {
    const reviews = [rated('1', 'a', 'easy', NOON + 1), rated('2', 'b', 'again', NOON + 2)]
    const cards = shownAt(NOON + 5 * MINUTE_MS, [pack([fact('a'), fact('b'), fact('c')])], reviews)
    expect(cards.map(({ factId, dueStatus }) => [factId, dueStatus])).toEqual([
      ['b', 'learning'],
      ['c', 'new'],
    ])
  })

  it('counts a rating once that the pack has in its memories already', () => {
    const memory = learnt(NOON - 30 * DAY_MS)
    const covered = rated('1', 'a', 'again', NOON - DAY_MS, NOON - 1)
    const [card] = shownAt(NOON + 1, [pack([fact('a', memory)])], [covered])
    expect(card?.dueStatus).toBe('due')
  })

  it('forgets a rating that was taken back', () => {
    const reviews = [rated('1', 'a', 'easy', NOON + 1), { id: '2', reversesId: '1', at: NOON + 2, savedAt: 0 }]
    expect(shownAt(NOON + 3, [pack([fact('a')])], reviews).map(({ dueStatus }) => dueStatus)).toEqual(['new'])
  })

  it('does not hold a fact for forgotten whose last Again was taken back, whoever knew of it', () => {
    const lapses = [
      { id: '1', at: NOON - 9 * DAY_MS },
      { id: '2', at: NOON - DAY_MS },
    ]
    const packs = [pack([fact('a', learnt(NOON - 30 * DAY_MS), { lapses })])]
    const forgotten = (reviews: DeviceReview[]) =>
      studyPacks(packs, reviews, { ...ALL, only: { kind: 'forgotten' } }, new Date(NOON + 3)).cards.length
    const back = (id: string): DeviceReview => ({ id: `${id} back`, reversesId: id, at: NOON + 2, savedAt: 0 })
    expect([forgotten([]), forgotten([back('2')]), forgotten([back('1')])]).toEqual([1, 0, 1])
    expect(forgotten([back('2'), rated('3', 'a', 'again', NOON + 1)])).toBe(1)
    expect(forgotten([back('2'), rated('3', 'a', 'again', NOON + 1), back('3')])).toBe(0)
  })

  it('shows what was failed here as only attempted, also where the answer is only logged', () => {
    const packs = [pack([fact('a', learnt(NOON - MINUTE_MS))])]
    const masteryAfter = (...reviews: DeviceReview[]) =>
      studyPacks(packs, reviews, { ...ALL, factIds: ['a'] }, new Date(NOON + 3)).cards[0]?.mastery
    const wrong = rated('1', 'a', 'again', NOON + 1)
    expect([masteryAfter(), masteryAfter(wrong), masteryAfter(wrong, rated('2', 'a', 'good', NOON + 2))]).toEqual([
      3, 1, 3,
    ])
  })

  it('leaves out what is suspended, and what is buried until its day, unless it is named', () => {
    const facts = [fact('a'), { ...fact('b'), buriedUntil: NOON + DAY_MS }, { ...fact('c'), suspended: true }]
    expect(shownAt(NOON, [pack(facts)]).map(({ factId }) => factId)).toEqual(['a'])
    expect(shownAt(NOON + DAY_MS, [pack(facts)])).toHaveLength(2)
    const named = { ...ALL, factIds: ['b', 'c'] }
    expect(studyPacks([pack(facts)], [], named, new Date(NOON)).cards).toHaveLength(2)
  })

  it('is moved by no rating that was helped by a hint', () => {
    const helped = { ...rated('1', 'a', 'good', NOON + 1), assisted: true }
    expect(shownAt(NOON + 2, [pack([fact('a')])], [helped]).map(({ dueStatus }) => dueStatus)).toEqual(['new'])
  })

  it('says that new facts wait for tomorrow when the day takes no more of them, and none follows today', () => {
    const packs = [pack([fact('a'), fact('b'), fact('c')], 2)]
    const holdsBack = (wanted: Partial<Parameters<typeof studyPacks>[2]>, reviews: DeviceReview[] = []) =>
      studyPacks(packs, reviews, { ...ALL, ...wanted }, new Date(NOON + 3)).holdsBackNew
    expect(holdsBack({})).toBe(true)
    expect(holdsBack({ limit: 1 })).toBe(false)
    expect(holdsBack({ factIds: ['a'] })).toBe(false)
    expect(holdsBack({ only: { kind: 'all' } })).toBe(false)
    const met = ['a', 'b'].map((factId, at) => rated(factId, factId, 'easy', NOON + at + 1))
    expect(holdsBack({}, met)).toBe(true)
    expect(studyPacks([pack([fact('a')], 2)], [], ALL, new Date(NOON)).holdsBackNew).toBe(false)
  })

  it('meets no more new facts than the day has left, over all decks, and the whole number on the next day', () => {
    const second = {
      ...pack(
        ['x', 'y', 'z'].map((id) => fact(id)),
        2,
      ),
      deckId: 'e',
      madeAt: NOON - 1,
    }
    const packs = [
      pack(
        ['a', 'b', 'c'].map((id) => fact(id)),
        2,
      ),
      second,
    ]
    const met = [rated('1', 'x', 'easy', NOON + 1)]
    expect(shownAt(NOON + 2, packs, met)).toHaveLength(1)
    expect(shownAt(NOON + DAY_MS, packs, met)).toHaveLength(5)
  })

  const log = fc.array(
    fc.record({ rating: fc.constantFrom('again', 'good', 'easy'), days: fc.integer({ min: 1, max: 40 }) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  test.prop([log])('leads to the memory that the server makes of the same ratings', (steps) => {
    let at = NOON
    const reviews = steps.map(({ rating, days }, index) => {
      at += days * DAY_MS
      return rated(`${index}`, 'a', rating as 'good', at)
    })
    const logged = reviews.map((review) => ({
      ...OF_A_CARD,
      ...{ ...review, at: new Date(review.at), reversesId: null },
    }))
    const { memory } = replay(logged)
    const due = memory.kind === 'reviewed' ? memory.due.getTime() : 0
    const dueHere = (now: number) => shownAt(now, [pack([fact('a')])], reviews).length === 1
    expect(dueHere(due)).toBe(true)
    // A day before it is not yet due, unless it is on its steps.
    if (memory.kind === 'reviewed' && memory.state === 'review') expect(dueHere(due - DAY_MS)).toBe(false)
  })
})

describe('a pack', () => {
  test.prop([fc.integer({ min: 0, max: 400 })])('gives back the memory that went in', (days) => {
    const memory = learnt(NOON + days * DAY_MS)
    expect(unpackMemory(JSON.parse(JSON.stringify(packMemory(memory))))).toEqual(memory)
    expect(unpackMemory(packMemory({ kind: 'new' }))).toEqual({ kind: 'new' })
  })

  it('that is too small keeps what was met before what is new, in the deck’s order', () => {
    const facts = Array.from({ length: 1200 }, (_, at) => ({
      at,
      suspended: false,
      memory: at % 2 ? learnt(NOON) : ({ kind: 'new' } as const),
    }))
    const kept = factsToKeep(facts)
    expect(kept).toHaveLength(1000)
    expect(kept.filter(({ memory }) => memory.kind === 'reviewed')).toHaveLength(600)
    expect(kept.map(({ at }) => at)).toEqual([...kept.map(({ at }) => at)].sort((a, b) => a - b))
  })
})
