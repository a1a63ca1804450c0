import { describe, expect, it } from 'vitest'
import { mayAssign, mayResetEntry, maySeeClass, mayTeach } from './class-permissions'

describe('who may do what in a class', () => {
  const teacher = { role: 'teacher', ended: false } as const
  const learner = { role: 'learner', ended: false } as const

  it('lets only its teacher teach, and nobody assign in an ended class', () => {
    expect([mayTeach(teacher), mayTeach(learner), mayTeach(null)]).toEqual([true, false, false])
    expect([mayAssign(teacher), mayAssign({ ...teacher, ended: true }), mayAssign(learner)]).toEqual([
      true,
      false,
      false,
    ])
    expect([maySeeClass(learner), maySeeClass(null)]).toEqual([true, false])
  })

  it('lets no teacher make a way into an account, or into what another class made', () => {
    const code = { kind: 'code', classId: 'a' } as const
    expect(mayResetEntry([code], 'a')).toBe(true)
    expect(mayResetEntry([code, { kind: 'guest', classId: null }], 'a')).toBe(true)
    expect(mayResetEntry([code, { kind: 'account', classId: null }], 'a')).toBe(false)
    expect(mayResetEntry([{ kind: 'code', classId: 'b' }], 'a')).toBe(false)
    expect(mayResetEntry([{ kind: 'guest', classId: null }], 'a')).toBe(false)
  })
})
