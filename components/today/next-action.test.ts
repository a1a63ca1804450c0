import { describe, expect, it } from 'vitest'
import type { Task } from './assigned'
import { nextAction } from './next-action'

const NOTHING = { toReview: 0, new: 0, minutes: 0, begun: false, decks: { decks: [{ id: 'deck' }] }, nextDue: null }
const HEAD = { assignmentId: 'assignment', title: 'Lakes', deckId: 'deck', dueAt: null }
const QUIZ: Task = {
  ...HEAD,
  ...{ kind: 'quiz', quizId: 'quiz', questions: 10, mode: 'test', progress: { kind: 'quiz', state: 'not-started' } },
}
const CLASS = { classId: 'class', name: 'History 10-B', learners: 6, assignments: 1, notStarted: ['Emir'] }

describe('the one thing to do today', () => {
  it('is the due cards, if there are any', () => {
    const action = nextAction({ ...NOTHING, toReview: 12, new: 8, minutes: 6, begun: true }, [QUIZ], [CLASS])
    expect(action).toEqual({ kind: 'study', counts: { review: 12, fresh: 8, minutes: 6 }, begun: true })
    expect(nextAction({ ...NOTHING, new: 8 }, [QUIZ], [CLASS])).toMatchObject({ kind: 'study', begun: false })
  })

  it('is otherwise an assignment that is not done', () => {
    expect(nextAction(NOTHING, [QUIZ], [])).toMatchObject({ kind: 'tasks', count: 1, first: { quizId: 'quiz' } })
    const done: Task = { ...QUIZ, progress: { kind: 'quiz', state: 'submitted', points: 7, outOf: 10 } }
    expect(nextAction(NOTHING, [done], []).kind).toBe('begin')
  })

  it('is for a teacher the class with most learners who have not started', () => {
    const larger = { ...CLASS, classId: 'larger', name: 'History 10-A', notStarted: ['Ulan', 'Rustam'] }
    expect(nextAction(NOTHING, [], [CLASS, larger])).toMatchObject({
      kind: 'teach',
      learners: 12,
      waiting: 3,
      first: { classId: 'larger' },
    })
  })

  it('tells a class that nobody has joined, and one that was assigned nothing, from one where everyone has started', () => {
    const idle = { ...CLASS, assignments: 0, notStarted: [] }
    const empty = { ...CLASS, learners: 0, notStarted: [] }
    const started = { ...CLASS, notStarted: [] }
    const said = (...taught: (typeof CLASS)[]) => nextAction(NOTHING, [], taught)
    expect(said(empty)).toMatchObject({ state: 'empty' })
    expect(said(idle, empty)).toMatchObject({ state: 'idle' })
    expect(said(idle, started)).toMatchObject({ state: 'assigned', learners: 6, waiting: 0 })
    expect(said(idle, CLASS)).toMatchObject({ state: 'assigned', learners: 6, waiting: 1 })
  })

  it('is a first deck for a learner who has studied nothing, and a pause until the next card for others', () => {
    expect(nextAction(NOTHING, [], [])).toEqual({ kind: 'begin', deckId: 'deck' })
    const nextDue = new Date('2026-11-25')
    expect(nextAction({ ...NOTHING, begun: true, nextDue }, [], [])).toEqual({ kind: 'rest', next: nextDue })
  })
})
