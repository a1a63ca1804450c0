import { describe, expect, it } from 'vitest'
import { coverageAfter } from './coverage'

const asked = { found: 9, facts: 3, items: 4, by: { naryn: 2, chu: 1, talas: 0 } }
const item = (status: 'ready' | 'unreviewed' | 'accepted' | 'rejected', ...factIds: string[]) => ({ status, factIds })

describe('what learners are asked', () => {
  it('grows by what waited and was accepted, and by its fact where nothing else asks that', () => {
    const after = coverageAfter(asked, item('unreviewed', 'talas'), item('accepted', 'talas'))
    expect(after).toEqual({ found: 9, facts: 4, items: 5, by: { naryn: 2, chu: 1, talas: 1 } })
  })

  it('shrinks by what is turned down, and by each of its facts that nothing else asks', () => {
    const after = coverageAfter(asked, item('ready', 'naryn', 'chu'), item('rejected', 'naryn', 'chu'))
    expect(after).toEqual({ found: 9, facts: 2, items: 3, by: { naryn: 1, chu: 0, talas: 0 } })
  })

  it('is the same where a nod or a refusal changes nothing for learners', () => {
    expect(coverageAfter(asked, item('ready', 'chu'), item('accepted', 'chu'))).toBe(asked)
    expect(coverageAfter(asked, item('unreviewed', 'talas'), item('rejected', 'talas'))).toBe(asked)
  })

  it('is as before when a step is taken back', () => {
    const [was, is] = [item('ready', 'chu'), item('rejected', 'chu')]
    expect(coverageAfter(coverageAfter(asked, was, is), is, was)).toEqual(asked)
  })
})
