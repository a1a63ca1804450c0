import { describe, expect, it } from 'vitest'
import { ClassId, DeckId } from '@/lib/core/ids'
import { findDeck } from '@/lib/data/decks/find-deck'
import { db } from '@/lib/db'
import { aClassWithDeck, assign, later, SEED, toQuiz, toStudy, UNKNOWN_ID } from '@/test/classes'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, NOW } from '@/test/factories'
import { assignDeck, assignmentsOf, listAssignableDecks, listAssignments } from './assignments'
import { classTable } from './class-table'
import { endClass } from './classes'

useDatabase()

describe('assigning', () => {
  it('makes the deck visible to the learners of the class and to nobody else', async () => {
    const { teacher, deck, classId, emir } = await aClassWithDeck()
    const stranger = await aLearner()
    expect(await findDeck(emir, deck.deckId)).toBeNull()
    await assign(teacher, toStudy(classId, deck.deckId))
    expect(await findDeck(emir, deck.deckId)).toMatchObject({ id: deck.deckId, mayEdit: false })
    expect(await findDeck(stranger, deck.deckId)).toBeNull()
    expect(await assignmentsOf(emir, NOW)).toMatchObject([
      { kind: 'study', deckId: deck.deckId, title: 'The mountain lakes' },
    ])
  })

  it('a quiz makes its questions once, the same for everyone', async () => {
    const { teacher, deck, classId, emir, salima } = await aClassWithDeck()
    const made = await assign(teacher, toQuiz(classId, deck.deckId))
    const questions = await db().quizQuestion.count({ where: { quizId: String(made.quizId) } })
    expect(questions).toBeGreaterThan(1)
    for (const learner of [emir, salima]) {
      expect(await assignmentsOf(learner, NOW)).toMatchObject([
        {
          kind: 'quiz',
          quizId: made.quizId,
          questions,
          dueAt: later(7),
          progress: { kind: 'quiz', state: 'not-started' },
        },
      ])
    }
  })

  it('is refused to strangers, learners, teachers of other classes, and for guessed ids', async () => {
    const { teacher, deck, classId, emir } = await aClassWithDeck()
    const otherTeacher = await aLearner()
    await aClass(otherTeacher)
    const refused = { kind: 'rejected', reason: 'not-found' }
    for (const viewer of [await aLearner(), emir, otherTeacher]) {
      const own = await aDeck(viewer)
      expect(await assignDeck(viewer, toStudy(classId, own.deckId), SEED, NOW)).toEqual(refused)
    }
    expect(await assignDeck(teacher, toStudy(ClassId.parse(UNKNOWN_ID), deck.deckId), SEED, NOW)).toEqual(refused)
    expect(await assignDeck(teacher, toStudy(classId, DeckId.parse(UNKNOWN_ID)), SEED, NOW)).toEqual({
      kind: 'rejected',
      reason: 'deck-not-yours',
    })
    expect(await db().assignment.count({ where: { classId } })).toBe(0)
  })

  it('passes on neither a private deck of another nor one that another teacher assigned', async () => {
    const { teacher, deck, classId, emir } = await aClassWithDeck()
    await assign(teacher, toStudy(classId, deck.deckId))
    const own = await aClass(emir)
    const refused = { kind: 'rejected', reason: 'deck-not-yours' }
    expect(await assignDeck(emir, toStudy(own.classId, deck.deckId), SEED, NOW)).toEqual(refused)
    const secret = await aDeck(await aLearner())
    expect(await assignDeck(emir, toQuiz(own.classId, secret.deckId), SEED, NOW)).toEqual(refused)
    expect(await listAssignableDecks(emir)).toEqual([])
    expect((await listAssignableDecks(teacher)).map(({ id }) => id)).toContain(deck.deckId)
  })

  it('is over when the class has ended', async () => {
    const { teacher, deck, classId, emir } = await aClassWithDeck()
    await assign(teacher, toStudy(classId, deck.deckId))
    await endClass(teacher, classId, NOW)
    expect(await assignDeck(teacher, toStudy(classId, deck.deckId), SEED, NOW)).toEqual({
      kind: 'rejected',
      reason: 'class-ended',
    })
    expect(await assignmentsOf(emir, NOW)).toEqual([])
    expect(await assignmentsOf(emir, NOW, classId)).toHaveLength(1)
    expect(await classTable(teacher, classId, NOW)).toMatchObject({ kind: 'table', notStarted: 3 })
  })

  it('shows learners what has opened, the teacher everything, others nothing', async () => {
    const { teacher, deck, classId, emir } = await aClassWithDeck()
    const { assignmentId } = await assign(teacher, toStudy(classId, deck.deckId))
    await db().assignment.update({ where: { id: assignmentId }, data: { opensAt: later(1) } })
    expect(await listAssignments(emir, classId, NOW)).toEqual([])
    expect(await assignmentsOf(emir, NOW)).toEqual([])
    expect(await listAssignments(teacher, classId, NOW)).toHaveLength(1)
    expect(await listAssignments(emir, classId, later(2))).toHaveLength(1)
    expect(await listAssignments(await aLearner(), classId, later(2))).toEqual([])
    // A teacher of a class is given nothing by it.
    expect(await assignmentsOf(teacher, later(2))).toEqual([])
  })
})
