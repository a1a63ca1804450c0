/** @module-tag engines */
import { describe, expect, it } from 'vitest'
import { ClassId } from '@/lib/core/ids'
import { sayClassCode } from '@/lib/core/people/access-codes'
import { db } from '@/lib/db'
import { anAddress } from '@/test/accounts'
import { anOpenClass, joinAs, UNKNOWN_ID } from '@/test/classes'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { takeFromLimits } from '../rate-limits'
import { createClass, endClass, findClass, listClasses } from './classes'
import { joinClass } from './join-class'
import { listLearners } from './learners'
import { returnWithCode } from './return-with-code'

useDatabase()

describe('a class', () => {
  it('is made by anyone, who is then its teacher', async () => {
    const teacher = await aLearner({ identityKind: 'guest', name: '' })
    const { classId, code } = await anOpenClass(teacher, '  History \n 10-B ')
    expect(await findClass(teacher, classId)).toMatchObject({
      name: 'History 10-B',
      role: 'teacher',
      code,
      learners: 0,
    })
    expect(await listClasses(teacher)).toMatchObject([{ classId, name: 'History 10-B', code, learners: 0 }])
    expect(code).toMatch(/^[A-Z]{3}[2-9]{3}$/)
  })

  it('needs a name', async () => {
    expect(await createClass(await aLearner(), { name: ' \u200b ' }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'name-missing',
    })
  })

  it('draws again when a code is taken', async () => {
    const teacher = await aLearner()
    const rolling = (numbers: number[]) => (below: number) => (numbers.shift() ?? 0) % below
    const taken = [0, 1, 2, 0, 1, 2]
    expect(await createClass(teacher, { name: 'One' }, NOW, rolling([...taken]))).toMatchObject({ code: 'CDF234' })
    const second = await createClass(teacher, { name: 'Two' }, NOW, rolling([...taken, 3, 4, 5, 3, 4, 5]))
    expect(second).toMatchObject({ kind: 'created', code: 'GHJ567' })
  })

  it('is not there for strangers, and shows its code to no learner', async () => {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const learner = await aLearner({ name: 'Nurlan' })
    await joinAs(code, 'Nurlan', learner)
    expect(await findClass(await aLearner(), classId)).toBeNull()
    expect(await findClass(teacher, ClassId.parse(UNKNOWN_ID))).toBeNull()
    expect(await findClass(learner, classId)).toMatchObject({ role: 'learner', code: null, mayTeach: false })
    expect((await listClasses(learner)).map(({ code: shown }) => shown)).toEqual([null])
    expect(await listLearners(learner, classId)).toEqual([])
    expect(await listLearners(await aLearner(), classId)).toEqual([])
  })
})

describe('joining', () => {
  it('makes a learner of a stranger, with a return code of which only the hash is kept', async () => {
    const { classId, code } = await anOpenClass(await aLearner())
    const result = await joinAs(sayClassCode(code).toLowerCase(), 'Айгүл Асанова')
    const identities = await db().identity.findMany({ where: { learnerId: result.learnerId } })
    expect(identities).toMatchObject([{ kind: 'code', classId, email: null }])
    expect(result.identityId).toBe(identities[0]?.id)
    expect(identities[0]?.returnHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(identities)).not.toContain(result.returnCode)
    const back = await returnWithCode({ code: String(result.returnCode).toUpperCase(), address: anAddress() })
    expect(back).toEqual({ kind: 'returned', learnerId: result.learnerId, identityId: result.identityId, classId })
  })

  it('gives nobody the name of another, whatever its case', async () => {
    const { classId, code } = await anOpenClass(await aLearner({ name: 'Gulnara Teacher' }))
    await joinAs(code, 'Emir Jumabaev')
    for (const name of ['Emir Jumabaev', ' emir  JUMABAEV', 'Gulnara Teacher']) {
      expect(await joinClass({ code, name, address: anAddress() }, null, NOW)).toEqual({
        kind: 'rejected',
        reason: 'name-taken',
      })
    }
    expect(await db().membership.count({ where: { classId } })).toBe(2)
  })

  it('gives one of two the name when both join at the same moment', async () => {
    const { code } = await anOpenClass(await aLearner())
    const both = await Promise.all(
      [1, 2, 3].map(() => joinClass({ code, name: 'Bektur', address: anAddress() }, null, NOW)),
    )
    expect(both.map(({ kind }) => kind).sort()).toEqual(['joined', 'rejected', 'rejected'])
  })

  it('lets a viewer keep their learner', async () => {
    const { classId, code } = await anOpenClass(await aLearner())
    const account = await aLearner({ identityKind: 'account', name: 'Salima' })
    const result = await joinAs(code, 'Salima A.', account)
    expect(result).toEqual({
      kind: 'joined',
      classId,
      learnerId: account.learnerId,
      identityId: null,
      returnCode: null,
    })
    expect((await db().learner.findUniqueOrThrow({ where: { id: account.learnerId } })).name).toBe('Salima')
    expect(await findClass(account, classId)).toMatchObject({ knownAs: 'Salima A.' })
  })

  it('gives a guest a way back, and the guest stays the same learner', async () => {
    const { code } = await anOpenClass(await aLearner())
    const guest = await aLearner({ identityKind: 'guest', name: '' })
    const result = await joinAs(code, 'Tilek', guest)
    expect(result.learnerId).toBe(guest.learnerId)
    const back = await returnWithCode({ code: String(result.returnCode), address: anAddress() })
    expect(back).toMatchObject({ kind: 'returned', learnerId: guest.learnerId })
    expect((await db().learner.findUniqueOrThrow({ where: { id: guest.learnerId } })).name).toBe('Tilek')
  })

  it('twice is once, and no second return code', async () => {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const guest = await aLearner({ identityKind: 'guest', name: '' })
    await joinAs(code, 'Tilek', guest)
    expect(await joinAs(code, 'Another name', guest)).toMatchObject({ returnCode: null, identityId: null })
    // A teacher who tries their own code does not become a learner.
    expect(await joinAs(code, 'Teacher', teacher)).toMatchObject({ learnerId: teacher.learnerId })
    expect(await db().membership.count({ where: { classId } })).toBe(2)
    expect(await findClass(teacher, classId)).toMatchObject({ role: 'teacher' })
  })

  it('is refused for a wrong code, no name and an ended class', async () => {
    const teacher = await aLearner()
    const { classId, code } = await anOpenClass(teacher)
    const address = anAddress()
    const tried = (given: { code: string; name: string }) => joinClass({ ...given, address }, null, NOW)
    expect(await tried({ code: 'ZZZ-999', name: 'A' })).toEqual({ kind: 'rejected', reason: 'no-such-code' })
    expect(await tried({ code: "' OR 1=1", name: 'A' })).toEqual({ kind: 'rejected', reason: 'no-such-code' })
    expect(await tried({ code, name: '  ' })).toEqual({ kind: 'rejected', reason: 'name-missing' })
    await endClass(teacher, classId, NOW)
    expect(await tried({ code, name: 'A' })).toEqual({ kind: 'rejected', reason: 'class-ended' })
  })

  it('lets forty learners in who send the right code from one address at the same moment', async () => {
    const { code } = await anOpenClass(await aLearner())
    const address = anAddress()
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, at) => joinClass({ code, name: `Child ${at}`, address }, null, NOW)),
    )
    expect(results.filter(({ kind }) => kind !== 'joined')).toEqual([])
  })

  it('lets forty learners in from one address who each mistype the code first', async () => {
    const { code } = await anOpenClass(await aLearner())
    const address = anAddress()
    for (let child = 0; child < 40; child += 1) {
      expect(await joinClass({ code: 'ZZZ-999', name: 'A', address }, null, NOW)).toMatchObject({
        reason: 'no-such-code',
      })
      expect(await joinClass({ code, name: `Child ${child}`, address }, null, NOW)).toMatchObject({ kind: 'joined' })
    }
  })

  it('is closed to an address after 200 wrong codes, even sent at once, but not to who comes back', async () => {
    const { code } = await anOpenClass(await aLearner())
    const back = await joinAs(code, 'Back')
    const address = anAddress()
    const limit = { name: 'class-code', points: 200, seconds: 600 }
    await takeFromLimits([{ limit, key: address, points: 180 }], NOW)
    const wrong = await Promise.all(
      Array.from({ length: 40 }, () => joinClass({ code: 'ZZZ-999', name: 'A', address }, null, NOW)),
    )
    const reasons = wrong.map((result) => (result.kind === 'rejected' ? result.reason : 'joined'))
    expect(reasons.filter((reason) => reason === 'no-such-code')).toHaveLength(20)
    expect(reasons.filter((reason) => reason === 'too-many-tries')).toHaveLength(20)
    expect(await joinClass({ code, name: 'Late', address }, null, NOW)).toEqual({
      kind: 'rejected',
      reason: 'too-many-tries',
    })
    expect(await returnWithCode({ code: back.returnCode ?? '', address })).toMatchObject({ kind: 'returned' })
    expect(await joinClass({ code, name: 'Elsewhere', address: anAddress() }, null, NOW)).toMatchObject({
      kind: 'joined',
    })
  })
})

describe('coming back', () => {
  it('is closed to an address after twenty wrong return codes, and joining is not', async () => {
    const { code } = await anOpenClass(await aLearner())
    const { returnCode } = await joinAs(code, 'Aida')
    const address = anAddress()
    for (let wrong = 0; wrong < 20; wrong += 1) await returnWithCode({ code: 'tamo keri bidi nalo', address })
    expect(await returnWithCode({ code: returnCode ?? '', address })).toEqual({
      kind: 'rejected',
      reason: 'too-many-tries',
    })
    expect(await joinClass({ code, name: 'Emil', address }, null, NOW)).toMatchObject({ kind: 'joined' })
  })

  it('is refused for every code but the own one', async () => {
    const { code } = await anOpenClass(await aLearner())
    const { returnCode } = await joinAs(code, 'Ulan')
    const word = String(returnCode).startsWith('tamo') ? 'bidi' : 'tamo'
    for (const typed of ['', 'Ulan', code, `${word}${String(returnCode).slice(4)}`, '%']) {
      expect(await returnWithCode({ code: typed, address: anAddress() })).toEqual({
        kind: 'rejected',
        reason: 'no-such-code',
      })
    }
  })

  it('to a learner of the demo works from this machine only', async () => {
    const { code } = await anOpenClass(await aLearner())
    const { learnerId, returnCode } = await joinAs(code, 'Demo')
    await db().learner.update({ where: { id: learnerId }, data: { demo: true } })
    const typed = String(returnCode)
    expect(await returnWithCode({ code: typed, address: '10.1.2.3' })).toMatchObject({ kind: 'rejected' })
    expect(await returnWithCode({ code: typed, address: '::ffff:127.0.0.1' })).toMatchObject({ kind: 'returned' })
  })
})
