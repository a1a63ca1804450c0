import { describe, expect, it } from 'vitest'
import { ClassId, LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { anAddress } from '@/test/accounts'
import { anOpenClass, joinAs, UNKNOWN_ID } from '@/test/classes'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { endClass, findClass } from './classes'
import { leaveClass, listLearners, removeLearner, renameLearner } from './learners'
import { resetEntry, returnWithCode } from './return-with-code'

useDatabase()

describe('a teacher', () => {
  it('renames a learner for the class, and no two alike', async () => {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const account = await aLearner({ name: 'Kanykei' })
    await joinAs(code, 'Kanykei', account)
    await joinAs(code, 'Jibek')
    const rename = (name: string) => renameLearner(teacher, { classId, learnerId: account.learnerId, name })
    expect(await rename('Kanykei Osmonova')).toEqual({ kind: 'renamed' })
    expect(await rename('kanykei osmonova')).toEqual({ kind: 'renamed' })
    expect(await rename('JIBEK')).toEqual({ kind: 'rejected', reason: 'name-taken' })
    expect(await rename(' ')).toEqual({ kind: 'rejected', reason: 'name-missing' })
    expect((await db().learner.findUniqueOrThrow({ where: { id: account.learnerId } })).name).toBe('Kanykei')
  })

  it('makes a new return code: the old one and every open session end', async () => {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const { learnerId, identityId, returnCode } = await joinAs(code, 'Emir')
    await db().session.create({ data: { learnerId, identityId, expiresAt: new Date('2030-01-01') } })
    const reset = await resetEntry(teacher, { classId, learnerId }, NOW)
    if (reset.kind === 'rejected') throw new Error(reset.reason)
    expect(reset.returnCode).not.toBe(returnCode)
    expect(await returnWithCode({ code: String(returnCode), address: anAddress() })).toMatchObject({ kind: 'rejected' })
    expect(await returnWithCode({ code: reset.returnCode, address: anAddress() })).toMatchObject({ learnerId })
    expect(await db().session.count({ where: { learnerId, revokedAt: null } })).toBe(0)
  })

  it('never opens an account, nor what another class gave', async () => {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const otherClass = await anOpenClass(await aLearner())
    const account = await aLearner({ name: 'With account' })
    await joinAs(code, 'With account', account)
    expect(await resetEntry(teacher, { classId, learnerId: account.learnerId }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'has-own-identity',
    })
    const elsewhere = await joinAs(otherClass.code, 'Elsewhere')
    const viewer = { ...account, learnerId: elsewhere.learnerId, identityKind: 'code' as const }
    await joinAs(code, 'Elsewhere', viewer)
    expect(await resetEntry(teacher, { classId, learnerId: elsewhere.learnerId }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'has-own-identity',
    })
    expect((await listLearners(teacher, classId)).map(({ name, comesBackBy }) => [name, comesBackBy])).toEqual([
      ['Elsewhere', 'own-identity'],
      ['With account', 'own-identity'],
    ])
  })

  it('removes a learner, whose memory and way back stay', async () => {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const { learnerId, returnCode } = await joinAs(code, 'Rustam')
    expect(await removeLearner(teacher, { classId, learnerId })).toEqual({ kind: 'removed' })
    expect(await listLearners(teacher, classId)).toEqual([])
    expect(await db().learner.count({ where: { id: learnerId } })).toBe(1)
    const back = await returnWithCode({ code: String(returnCode), address: anAddress() })
    expect(back).toMatchObject({ learnerId, classId: null })
    // Out of the class, out of the teacher's hands.
    expect(await resetEntry(teacher, { classId, learnerId }, NOW)).toEqual({ kind: 'rejected', reason: 'not-found' })
    expect(await removeLearner(teacher, { classId, learnerId })).toEqual({ kind: 'rejected', reason: 'not-found' })
  })

  it('keeps the class when a learner leaves, and cannot leave it themselves', async () => {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const learner = await aLearner({ name: 'Nurlan' })
    await joinAs(code, 'Nurlan', learner)
    const refused = { kind: 'rejected', reason: 'not-found' }
    expect(await leaveClass(await aLearner(), classId)).toEqual(refused)
    expect(await leaveClass(learner, ClassId.parse(UNKNOWN_ID))).toEqual(refused)
    expect(await leaveClass(teacher, classId)).toEqual(refused)
    expect(await leaveClass(learner, classId)).toEqual({ kind: 'left' })
    expect(await findClass(learner, classId)).toBeNull()
    expect(await findClass(teacher, classId)).toMatchObject({ learners: 0 })
  })

  it('ends the class once', async () => {
    const teacher = await aLearner()
    const { classId } = await anOpenClass(teacher)
    const later = new Date(NOW.getTime() + 1000)
    expect(await endClass(teacher, classId, NOW)).toEqual({ kind: 'ended' })
    expect(await endClass(teacher, classId, later)).toEqual({ kind: 'ended' })
    expect(await findClass(teacher, classId)).toMatchObject({ endedAt: NOW, mayTeach: true, mayAssign: false })
  })
})

describe('managing a class is refused', () => {
  async function scene() {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const { learnerId } = await joinAs(code, 'Emir')
    const classmate = await aLearner({ name: 'Mate' })
    await joinAs(code, 'Mate', classmate)
    const otherTeacher = await aLearner()
    await anOpenClass(otherTeacher)
    const self = { ...classmate, learnerId }
    return { teacher, classId, learnerId, outsiders: [await aLearner(), classmate, otherTeacher, self] }
  }

  it('to strangers, learners of the class (of themselves too) and teachers of other classes', async () => {
    const { classId, learnerId, outsiders } = await scene()
    const refused = { kind: 'rejected', reason: 'not-found' }
    for (const viewer of outsiders) {
      expect(await renameLearner(viewer, { classId, learnerId, name: 'X' })).toEqual(refused)
      expect(await resetEntry(viewer, { classId, learnerId }, NOW)).toEqual(refused)
      expect(await removeLearner(viewer, { classId, learnerId })).toEqual(refused)
      expect(await endClass(viewer, classId, NOW)).toEqual(refused)
    }
    expect(await db().membership.count({ where: { classId } })).toBe(3)
    expect((await db().class.findUniqueOrThrow({ where: { id: classId } })).endedAt).toBeNull()
  })

  it('with ids that were guessed or belong to another class, and of the teacher', async () => {
    const { teacher, classId, learnerId } = await scene()
    const elsewhere = await anOpenClass(teacher, 'Another')
    const refused = { kind: 'rejected', reason: 'not-found' }
    const wrong = [
      { classId: ClassId.parse(UNKNOWN_ID), learnerId },
      { classId, learnerId: LearnerId.parse(UNKNOWN_ID) },
      { classId: elsewhere.classId, learnerId },
      { classId, learnerId: teacher.learnerId },
    ]
    for (const who of wrong) {
      expect(await renameLearner(teacher, { ...who, name: 'X' })).toEqual(refused)
      expect(await resetEntry(teacher, who, NOW)).toEqual(refused)
      expect(await removeLearner(teacher, who)).toEqual(refused)
    }
    expect(await endClass(teacher, ClassId.parse(UNKNOWN_ID), NOW)).toEqual(refused)
  })
})
