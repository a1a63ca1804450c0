import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/random'
import { DAY_MS } from '../../shared/time'
import type { Memory } from '../scheduling/memory'
import { DEFAULT_PARAMETERS, type MemoryParameters } from '../scheduling/parameters'
import { type Reviewed, recall, reviewMemory } from '../scheduling/scheduler'
import { startOfStudyDay, studyDay } from '../scheduling/study-day'
import { daysUntilExam, type Exam, examMoment, reviewsForExam } from './select-for-exam'

const NOW = new Date('2026-11-24T12:00:00Z')
const TODAY = studyDay(NOW, 'UTC', 4)
const inDays = (days: number, from = NOW) => new Date(from.getTime() + days * DAY_MS)
const exam = (days: number, target = 0.9): Exam => ({ day: TODAY + days, target })

/** Of this stability, last seen so many days ago; due as the ordinary schedule says. */
function held(stability: number, seenDaysAgo: number): Reviewed {
  const lastReview = inDays(-seenDaysAgo)
  const due = startOfStudyDay(TODAY - seenDaysAgo + Math.max(1, Math.round(stability)), 'UTC', 4)
  return {
    kind: 'reviewed',
    state: 'review',
    stability,
    difficulty: 5,
    lastReview,
    due,
    step: 0,
    reviews: 3,
    lapses: 0,
    failed: false,
  }
}
const asked = (memories: readonly Memory[], on: Exam, now = NOW, parameters = DEFAULT_PARAMETERS) =>
  reviewsForExam(
    memories.map((memory, place) => ({ memory, factId: `fact ${place}` })),
    on,
    now,
    parameters,
  ).map(({ memory }) => memories.indexOf(memory))

describe('what an exam asks for today', () => {
  it('is what is due, that which is most likely forgotten first', () => {
    expect(asked([held(5, 5), held(5, 9), held(5, 1)], exam(60))).toEqual([1, 0])
  })

  it('leaves what falls due before the exam to its time', () => {
    expect(asked([held(5, 1)], exam(6, 0.97))).toEqual([])
  })

  it('brings forward in the last days only what would else be recalled too little, an even share a day', () => {
    const weak = [held(8, 2), held(9, 2), held(10, 2), held(11, 2)]
    const strong = held(300, 2)
    expect(asked([...weak, strong], exam(20, 0.95))).toEqual([])
    expect(asked([...weak, strong], exam(4, 0.97))).toEqual([0])
    expect(asked([...weak, strong], exam(2, 0.97))).toEqual([0, 1])
    expect(asked([...weak, strong], exam(1, 0.97))).toEqual([0, 1, 2, 3])
    expect(asked([...weak, strong], exam(1, 0.5))).toEqual([])
  })

  it('brings forward first what gains most, where what is forgotten is learned again the same day', () => {
    const [young, old] = [held(8, 2), held(60, 50)]
    expect(asked([young, old], exam(1, 0.97))).toEqual([1, 0])
  })

  it('brings forward first what was failed in an answer that did not move the schedule', () => {
    expect(asked([held(60, 50), { ...held(300, 2), failed: true }], exam(2))).toEqual([1])
  })

  it('asks nothing twice on a day, nothing that is new or on its steps, and nothing when it is over', () => {
    const steps: Memory = reviewMemory({ kind: 'new' }, 'good', inDays(-1), DEFAULT_PARAMETERS, 'fact')
    expect(asked([held(1, 0), { kind: 'new' }, steps], exam(1, 0.99))).toEqual([])
    expect(asked([held(5, 9)], exam(-1))).toEqual([])
  })

  it('counts days as the learner’s clock shows them, across a change of clocks', () => {
    const newYork: MemoryParameters = { ...DEFAULT_PARAMETERS, timeZone: 'America/New_York' }
    const bishkek: MemoryParameters = { ...DEFAULT_PARAMETERS, timeZone: 'Asia/Bishkek' }
    const day = studyDay(new Date('2026-11-02T12:00:00Z'), 'UTC', 0)
    // Clocks go back in New York on 1 November 2026. One moment is two study days.
    const now = new Date('2026-10-31T23:30:00Z')
    expect(daysUntilExam({ day, target: 0.9 }, now, newYork)).toBe(2)
    expect(daysUntilExam({ day, target: 0.9 }, now, bishkek)).toBe(1)
    expect(examMoment({ day }, 'America/New_York').toISOString()).toBe('2026-11-02T14:00:00.000Z')
    expect(examMoment({ day }, 'Asia/Bishkek').toISOString()).toBe('2026-11-02T03:00:00.000Z')
  })

  it('never asks for what would gain nothing: not due and above the target', () => {
    const memory = fc.tuple(fc.double({ min: 0.5, max: 400, noNaN: true }), fc.integer({ min: 0, max: 60 }))
    const goal = fc.record({
      days: fc.integer({ min: 0, max: 30 }),
      target: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(memory, { maxLength: 20 }), goal, (drawn, { days, target }) => {
        const memories = drawn.map(([stability, ago]) => held(stability, ago))
        const on = exam(days, target)
        const chosen = asked(memories, on)
        expect(new Set(chosen).size).toBe(chosen.length)
        const at = new Date(Math.max(examMoment(on, 'UTC').getTime(), NOW.getTime()))
        for (const memory of chosen.flatMap((place) => memories[place] ?? [])) {
          expect(memory.due <= NOW || recall(memory, at) < target).toBe(true)
          expect(memory.lastReview < startOfStudyDay(TODAY, 'UTC', 4)).toBe(true)
        }
      }),
    )
  })
})

const SEASON_DAYS = 90

/** Forty facts studied for some days up to the exam and for a season after it, with and without the exam's sessions. */
function live(withExam: boolean, seed: number, days: number) {
  const on = exam(days, 0.95)
  const random = seededRandom(seed)
  let memories: Memory[] = Array.from({ length: 40 }, () => held(2 + random() * 12, Math.floor(random() * 4)))
  let onTheDay: readonly Memory[] = memories
  const after: number[] = []
  for (let day = 0; day < days + SEASON_DAYS; day++) {
    const now = inDays(day)
    if (day === days) onTheDay = memories
    if (day > days) after.push(strength(memories))
    const wanted = new Set(asked(memories, withExam && day < days ? on : { day: TODAY + 9999, target: 0.5 }, now))
    memories = memories.map((memory, place) => {
      const thrown = random()
      return wanted.has(place) ? rated(memory, thrown < recall(memory, now), now, `fact ${place}`) : memory
    })
  }
  const at = examMoment(on, 'UTC')
  return { ready: mean(onTheDay.map((memory) => recall(memory, at))), onDay: strength(onTheDay), later: mean(after) }
}

function rated(memory: Memory, isRecalled: boolean, now: Date, factId: string): Memory {
  const first = reviewMemory(memory, isRecalled ? 'good' : 'again', now, DEFAULT_PARAMETERS, factId)
  return first.state === 'review' ? first : reviewMemory(first, 'good', now, DEFAULT_PARAMETERS, factId)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
/** Geometric: one very strong memory must not hide many weak ones. */
const strength = (memories: readonly Memory[]) =>
  Math.exp(mean(memories.map((memory) => (memory.kind === 'new' ? 0 : Math.log(memory.stability)))))

describe('studying for an exam', () => {
  it.each([3, 7, 14])(
    'raises recall on a day %i days ahead and leaves memories no weaker, then and over the season that follows',
    (days) => {
      const seeds = Array.from({ length: 30 }, (_, seed) => seed)
      const lives = seeds.map((seed) => ({ plain: live(false, seed, days), exam: live(true, seed, days) }))
      const meanOf = (which: 'plain' | 'exam', what: 'ready' | 'onDay' | 'later') =>
        mean(lives.map((life) => life[which][what]))
      expect(meanOf('exam', 'ready')).toBeGreaterThan(meanOf('plain', 'ready') + 0.01)
      expect(meanOf('exam', 'onDay')).toBeGreaterThan(meanOf('plain', 'onDay'))
      expect(meanOf('exam', 'later')).toBeGreaterThanOrEqual(meanOf('plain', 'later') * 0.99)
    },
  )
})
