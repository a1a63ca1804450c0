/** @module-tag engines */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ClassId, ReviewId } from '@/lib/core/ids'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { db } from '@/lib/db'
import { aClassWithDeck, assign, later, toQuiz, toStudy, UNKNOWN_ID } from '@/test/classes'
import { useDatabase } from '@/test/database'
import { type ADocument, aClass, aDeck, aLearner, NOW } from '@/test/factories'
import { DAY_MS } from '../../core/shared/time'
import { classTable } from './class-table'
import { listClasses } from './classes'
import { listActivity, listLearners } from './learners'

useDatabase()

async function review(viewer: Viewer, deck: ADocument, fact: number, ratings: readonly Rating[], from = NOW) {
  const factId = deck.factIds[fact]
  if (!factId) throw new Error('The deck has too few facts.')
  for (const [index, rating] of ratings.entries()) {
    const at = new Date(from.getTime() + index * 4 * DAY_MS)
    const review = { factId, itemId: null, revisionId: null, rating, at, durationMs: 3000, reversesId: null }
    await recordReviews(viewer, [{ id: ReviewId.parse(randomUUID()), ...review }], at)
  }
}

describe('the table', () => {
  it('shows each learner by each fact, weakest first, from what they reviewed', async () => {
    const { teacher, deck, classId, salima, emir } = await aClassWithDeck()
    await assign(teacher, toStudy(classId, deck.deckId))
    await review(salima, deck, 0, ['good', 'good', 'good', 'easy'])
    await review(salima, deck, 1, ['again'], later(11))
    await review(emir, deck, 1, ['good'], later(11))
    const table = await classTable(teacher, classId, later(12))
    if (table.kind !== 'table') throw new Error(table.reason)
    expect(table.rows.map((row) => [row.learner.name, row.known])).toEqual([
      ['Aibek', null],
      ['Emir', 0],
      ['Salima', 1],
    ])
    const shownAt = table.facts.findIndex((fact) => fact.factId === deck.factIds[0])
    expect(table.rows[2]?.cells[shownAt]).toBeGreaterThanOrEqual(3)
    expect(table.rows[2]?.learner.history[shownAt]).toMatchObject({ ratings: 4, again: 0, last: later(12) })
    expect(table.shares[shownAt]).toBeCloseTo(1 / 3)
    expect(table.notStarted).toBe(1)
    expect(table.groups.reduce((sum, group) => sum + group.facts, 0)).toBe(table.facts.length)
    const statements = await db().fact.findMany({ where: { id: { in: table.facts.map(({ factId }) => factId) } } })
    expect(statements).toHaveLength(table.facts.length)
    expect((await listClasses(teacher)).find((row) => row.classId === classId)?.notStarted).toEqual(['Aibek'])
    expect((await listLearners(teacher, classId)).map(({ name, lastActivity }) => [name, lastActivity])).toEqual([
      ['Aibek', null],
      ['Emir', later(11)],
      ['Salima', later(12)],
    ])
  })

  it('shows the assigned deck that is asked for, and no other', async () => {
    const { teacher, deck, classId } = await aClassWithDeck()
    const second = await aDeck(teacher)
    const third = await aDeck(teacher)
    await assign(teacher, toStudy(classId, deck.deckId))
    await assign(teacher, toStudy(classId, second.deckId))
    await assign(teacher, toQuiz(classId, second.deckId))
    expect(await classTable(teacher, classId, NOW)).toMatchObject({ shown: deck.deckId })
    expect(await classTable(teacher, classId, NOW, second.deckId)).toMatchObject({ shown: second.deckId })
    expect(await classTable(teacher, classId, NOW, third.deckId)).toMatchObject({ shown: deck.deckId })
    const table = await classTable(teacher, classId, NOW)
    expect(table.kind === 'table' && table.decks.map(({ deckId }) => deckId)).toEqual([deck.deckId, second.deckId])
  })

  it('says nothing of what a learner studies outside of the class', async () => {
    const { teacher, deck, classId, emir } = await aClassWithDeck()
    const own = await aDeck(emir)
    await review(emir, own, 0, ['good'])
    await assign(teacher, toStudy(classId, deck.deckId))
    expect(await classTable(teacher, classId, NOW)).toMatchObject({ notStarted: 3, known: null })
    expect((await listLearners(teacher, classId)).every(({ lastActivity }) => lastActivity === null)).toBe(true)
  })

  it('is refused to strangers, learners, teachers of other classes, and for guessed ids', async () => {
    const { teacher, deck, classId, emir } = await aClassWithDeck()
    await assign(teacher, toStudy(classId, deck.deckId))
    const otherTeacher = await aLearner()
    await aClass(otherTeacher)
    const refused = { kind: 'rejected', reason: 'not-found' }
    for (const viewer of [await aLearner(), emir, otherTeacher]) {
      expect(await classTable(viewer, classId, NOW)).toEqual(refused)
      expect((await listActivity(viewer, [classId])).size).toBe(0)
    }
    expect(await classTable(teacher, ClassId.parse(UNKNOWN_ID), NOW)).toEqual(refused)
  })

  it('says so when nothing is assigned', async () => {
    const { teacher, classId } = await aClassWithDeck()
    expect(await classTable(teacher, classId, NOW)).toEqual({ kind: 'rejected', reason: 'nothing-assigned' })
    expect((await listClasses(teacher))[0]?.notStarted).toEqual([])
  })
})
