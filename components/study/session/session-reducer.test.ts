import { describe, expect, it } from 'vitest'
import type { DueStatus } from '@/lib/core/memory/session/due-rule'
import type { RejectedReview, StudyCard } from '@/lib/core/memory/session/study-card'
import { aCard, days } from '@/test/study-cards'
import { beginSession, type Session, sessionReducer } from './session-reducer'
import { changesOf, countsOf, forgottenOf, isLastCard, nextOf, ratingsOf, unsavedOf } from './session-summary'

const card = (factId: string, dueStatus: DueStatus, given: Partial<StudyCard> = {}) =>
  aCard({ factId, dueStatus, ...given })
const start = (...cards: StudyCard[]) => beginSession({ cards, shown: false })
const begin = () => start(card('a', 'due'), card('b', 'new'), card('c', 'due'))
const rate = (session: Session, rating: 'again' | 'hard' | 'good' | 'easy', now = 1000) =>
  sessionReducer(sessionReducer(session, { kind: 'show', given: '' }), {
    kind: 'rate',
    rating,
    reviewId: `r${session.history.length}`,
    now,
  })

/** What the server says of a fact that was scheduled today. */
const RATED = {
  intervals: { again: days(5), hard: days(5), good: days(5), easy: days(5) },
  counts: false,
  lastSeenDays: 0,
  isAsked: true,
}

describe('a study session', () => {
  it('takes no rating before the answer is shown', () => {
    const session = begin()
    expect(sessionReducer(session, { kind: 'rate', rating: 'good', reviewId: 'r', now: 1 })).toBe(session)
  })

  it('shows a lapsed card again at the end before its step is due', () => {
    let session = rate(begin(), 'again')
    expect(session.card?.factId).toBe('b')
    expect(countsOf(session)).toEqual({ new: 1, learning: 1, due: 1, ahead: 0 })
    session = rate(rate(session, 'easy'), 'good')
    expect(session.card?.factId).toBe('a')
    expect(session.card?.dueStatus).toBe('learning')
  })

  it('brings a card back as soon as its step is due', () => {
    const session = rate(rate(begin(), 'again', 0), 'good', 11 * 60_000)
    expect(session.card?.factId).toBe('a')
  })

  it('does not show siblings one after the other, also on their steps', () => {
    const pair = { siblings: 'one sentence' }
    const session = start(card('a', 'due', pair), card('b', 'due'), card('c', 'due', pair), card('d', 'due'))
    const step = 11 * 60_000
    const third = rate(rate(session, 'again', 0), 'good', 0)
    expect(third.card?.factId).toBe('c')
    const fourth = rate(third, 'good', step)
    expect(fourth.card?.factId).toBe('d')
    expect(rate(fourth, 'good', step).card?.factId).toBe('a')
  })

  it('computes the intervals of a learning step without the network', () => {
    const session = rate(rate(rate(begin(), 'good'), 'good'), 'easy')
    expect([session.card?.factId, session.card?.intervals.good]).toEqual(['b', days(3)])
  })

  it('undo shows the card before with its answer open, also after the last card', () => {
    const last = rate(rate(rate(begin(), 'good'), 'easy'), 'good')
    expect(last.card).toBeNull()
    const undone = sessionReducer(last, { kind: 'undo' })
    expect([undone.card?.factId, undone.shown, ratingsOf(undone).length]).toEqual(['c', true, 2])
  })

  it('lists which facts were recalled, lapsed and new', () => {
    const session = rate(rate(rate(begin(), 'again'), 'easy'), 'good')
    const saved = sessionReducer(session, {
      kind: 'saved',
      outcomes: [{ id: 'r0', kind: 'saved', factId: 'c', mastery: 3, dueAt: 1, ...RATED }],
      now: 1000,
    })
    expect(changesOf(saved).map(({ factId, fate, before, after }) => [factId, fate, before, after])).toEqual([
      ['a', 'lapsed', 2, 2],
      ['b', 'met', 0, 0],
      ['c', 'kept', 2, 3],
    ])
  })

  it('knows of a card that was rated in another tab that it is not new, and that a rating changes no date', () => {
    const outcome = { id: 'r0', kind: 'saved', factId: 'b', mastery: 2, dueAt: 1, ...RATED } as const
    const session = sessionReducer(begin(), { kind: 'saved', outcomes: [outcome], now: 1000 })
    const there = session.upcoming.find(({ factId }) => factId === 'b')
    expect(there).toMatchObject({ lastSeenDays: 0, counts: false, intervals: RATED.intervals })
  })

  it('says of a card that its author rejected meanwhile, keeps its rating, and does not show it again', () => {
    const outcome = { id: 'r0', kind: 'saved', factId: 'a', mastery: 2, dueAt: 1, ...RATED, isAsked: false } as const
    const told = sessionReducer(rate(begin(), 'again'), { kind: 'saved', outcomes: [outcome], now: 1000 })
    expect([told.withdrawn?.factId, told.card?.factId, told.learning]).toEqual(['a', 'b', []])
    expect(ratingsOf(told)).toHaveLength(1)
    const next = rate(told, 'easy')
    expect([next.withdrawn, next.card?.factId]).toEqual([null, 'c'])
    expect(rate(next, 'easy').card).toBeNull()
  })

  it('moves on from a card that is open again when its author rejected it', () => {
    const outcome = { id: 'r0', kind: 'saved', factId: 'a', mastery: 2, dueAt: 1, ...RATED, isAsked: false } as const
    const again = rate(start(card('a', 'due')), 'again')
    expect(again.card?.factId).toBe('a')
    const told = sessionReducer(again, { kind: 'saved', outcomes: [outcome], now: 1000 })
    expect([told.card, told.withdrawn?.factId]).toEqual([null, 'a'])
  })

  it('drops cards that are not asked any more, keeps what was answered, and brings none of them back with an undo', () => {
    const gone = (session: Session, itemIds: string[], isAnswering = false) =>
      sessionReducer(session, { kind: 'taken-out', itemIds, isAnswering, now: 1000 })
    const rated = rate(begin(), 'easy')
    const [next, last] = [rated.card?.itemId ?? '', rated.upcoming[0]?.itemId ?? '']
    const told = gone(rated, [next, last])
    expect([told.card, told.upcoming, told.dropped, ratingsOf(told).length]).toEqual([null, [], 2, 1])
    const undone = sessionReducer(told, { kind: 'undo' })
    expect([undone.card?.factId, undone.upcoming]).toEqual(['a', []])
    expect(gone(rated, [next, last], true).card?.itemId).toBe(next)
    const open = sessionReducer(rated, { kind: 'show', given: '' })
    expect([gone(open, [next, last]).card?.itemId, gone(open, [next, last]).dropped]).toEqual([next, 1])
    expect(gone(rated, ['of another session'])).toBe(rated)
  })

  it('counts what was not known at least once, each fact once, and no more when it is taken back', () => {
    const session = rate(rate(rate(begin(), 'again'), 'again'), 'easy')
    expect(forgottenOf(session)).toBe(2)
    const undone = sessionReducer(sessionReducer(session, { kind: 'undo' }), { kind: 'undo' })
    expect(forgottenOf(undone)).toBe(1)
  })

  it('knows which of its ratings were not saved, until they are undone, and tells nothing else of them', () => {
    const refused = (session: Session, id: string, reason: RejectedReview = 'no-such-fact') =>
      sessionReducer(session, { kind: 'saved', outcomes: [{ id, kind: 'rejected', reason }], now: 1000 })
    const ids = (session: Session) => unsavedOf(session).map(({ reviewId }) => reviewId)
    let session = refused(refused(rate(rate(begin(), 'again'), 'good'), 'r0'), 'r1')
    expect(ids(session)).toEqual(['r0', 'r1'])
    expect([changesOf(session), forgottenOf(session), nextOf(session)]).toEqual([[], 0, null])
    session = refused(session, 'a reversal', 'already-reversed')
    expect(ids(refused(session, 'a rating of another tab'))).toEqual(['r0', 'r1'])
    session = sessionReducer(session, { kind: 'undo' })
    expect(ids(session)).toEqual(['r0'])
    expect(ids(sessionReducer(session, { kind: 'undo' }))).toEqual([])
  })

  it('does not count as due what was chosen before it is due', () => {
    const { due, ahead } = countsOf(beginSession({ cards: [card('a', 'due'), card('b', 'ahead')], shown: false }))
    expect([due, ahead]).toEqual([1, 1])
  })

  it('has a last card when nothing else is left, whatever its due status, and nothing waits beyond it', () => {
    for (const dueStatus of ['new', 'learning', 'due', 'ahead'] as const) {
      expect(isLastCard(start(card('a', dueStatus), card('b', dueStatus)), 0)).toBe(false)
      expect(isLastCard(start(card('a', dueStatus)), 0)).toBe(true)
      expect(isLastCard(start(card('a', dueStatus)), 1)).toBe(false)
    }
  })

  it('tells of a sentence with a gap as a sentence', () => {
    const gapped = { ...card('a', 'new'), front: 'The lake is _____.', back: ['Issyk-Kul'] }
    expect(changesOf(rate(start(gapped), 'easy'))).toMatchObject([{ label: 'The lake is Issyk-Kul.' }])
  })

  it('keeps an answer open when a new study day begins, with the intervals of the new day', () => {
    const open = sessionReducer(begin(), { kind: 'show', given: 'x' })
    const asked = card('a', 'due', { intervals: { ...card('a', 'due').intervals, good: days(9) }, counts: true })
    const turned = sessionReducer(open, { kind: 'refresh-card', card: { ...asked, front: 'Of the new day?' } })
    expect([turned.card?.intervals.good, turned.shown, turned.given]).toEqual([days(9), true, 'x'])
    expect(turned.card?.front).toBe(open.card?.front)
    expect(turned.upcoming).toEqual(open.upcoming)
  })

  it('skips facts that were rated before a reload and wait on the device', () => {
    const session = sessionReducer(begin(), { kind: 'skip', factIds: ['a', 'c'], now: 2 })
    expect([session.card?.factId, session.upcoming.length]).toEqual(['b', 0])
  })
})

describe('the ladder within a session', () => {
  const face = (rung: 'choice' | 'cloze' | 'card') => {
    const { itemId, revisionId, front, back, accepted, grading, label, options, evidence, words } = aCard({
      itemId: rung,
    })
    return { rung, itemId, revisionId, front, back, accepted, grading, label, options, evidence, words }
  }
  const faces = { choice: face('choice'), cloze: face('cloze'), card: face('card') }
  const fresh = card('a', 'new', { ...faces.choice, faces })

  it('brings the fact back by its next rung when it was known, and by its first when it lapsed', () => {
    const known = rate(start(fresh), 'good')
    expect(known.card?.itemId).toBe('cloze')
    expect(rate({ ...start(fresh) }, 'again').card?.itemId).toBe('choice')
    expect(sessionReducer(known, { kind: 'undo' }).card?.itemId).toBe('choice')
  })

  it('keeps the help of a rung when the item that stands on two of them is edited', () => {
    const cloze = { ...face('cloze'), itemId: 'one', front: 'It is _____ (l…).' }
    const whole = { ...face('card'), itemId: 'one', front: 'It is _____.' }
    const climbing = card('a', 'new', { ...cloze, faces: { cloze, card: whole } })
    const renewed = [
      { ...cloze, front: 'Now it is _____ (l…).' },
      { ...whole, front: 'Now it is _____.' },
    ]
    const edited = sessionReducer(start(climbing), { kind: 'edited', itemId: 'one', faces: renewed })
    expect(edited.card?.front).toBe('Now it is _____ (l…).')
    expect(edited.card?.faces.card?.front).toBe('Now it is _____.')
  })

  it('offers another kind of item for a fact that keeps lapsing, and for nothing else', () => {
    const lapsing = card('a', 'due', { ...faces.card, faces, lapses: 7 })
    const told = rate(start(lapsing, card('b', 'new')), 'again')
    expect(told.leech?.factId).toBe('a')
    expect(sessionReducer(told, { kind: 'switch-face' }).learning[0]?.card.itemId).toBe('cloze')
    expect(rate(start({ ...lapsing, lapses: 6 }), 'again').leech).toBeNull()
    expect(rate(start(lapsing), 'hard').leech).toBeNull()
  })
})

describe('what is done beside rating', () => {
  it('removes a hidden fact wherever it is in the session, and undo restores it', () => {
    const [a] = [begin().card]
    if (!a) throw new Error('the session has a card')
    const aside = sessionReducer(begin(), { kind: 'hide', card: a, flag: 'bury', now: 1 })
    expect([aside.card?.factId, countsOf(aside)]).toEqual(['b', { new: 1, learning: 0, due: 1, ahead: 0 }])
    expect(sessionReducer(aside, { kind: 'undo' }).card?.factId).toBe('a')
    const waiting = rate(begin(), 'again')
    expect(sessionReducer(waiting, { kind: 'hide', card: a, flag: 'suspend', now: 1 }).learning).toEqual([])
  })

  it('brings a card that is taken back in the words that were edited since', () => {
    const rated = rate(begin(), 'good')
    const { itemId = '' } = rated.card ?? {}
    const faces = [{ ...aCard({ itemId }), front: 'Edited?' }]
    const edited = sessionReducer(rated, { kind: 'edited', itemId, faces })
    const back = sessionReducer(edited, { kind: 'undo' })
    expect(back.card?.factId).toBe('a')
    expect(rate(back, 'good').card?.front).toBe('Edited?')
  })

  it('stars a card without moving on, and undo removes only the star', () => {
    const starred = sessionReducer(begin(), { kind: 'star' })
    expect([starred.card?.factId, starred.card?.starred]).toEqual(['a', true])
    const shown = sessionReducer(starred, { kind: 'show', given: 'x' })
    const undone = sessionReducer(shown, { kind: 'undo' })
    expect([undone.card?.starred, undone.shown, undone.given]).toEqual([false, true, 'x'])
  })

  it('brings what was helped by a hint again at the end, as it was, and tells nothing of it', () => {
    const helped = rate(sessionReducer(begin(), { kind: 'hint' }), 'good')
    expect([helped.card?.factId, helped.hints, countsOf(helped).due]).toEqual(['b', 0, 2])
    expect(helped.upcoming.at(-1)).toEqual(card('a', 'due'))
    expect(changesOf(helped)).toEqual([])
  })

  it('repeats unknown facts in practice until they are known, and shows the others once', () => {
    const cram = beginSession({ cards: [card('a', 'due'), card('b', 'new')], shown: false, cram: true })
    expect(rate(rate(cram, 'again'), 'hard').card?.factId).toBe('a')
    expect(rate(rate(cram, 'good'), 'easy').card).toBeNull()
  })
})
