import { describe, expect, it } from 'vitest'
import { coverageAfter } from './coverage'

const asked = { found: 9, facts: 3, items: 4, by: { naryn: 2, chu: 1, talas: 0 } }
const item = (status: 'ready' | 'unreviewed' | 'accepted' | 'rejected', ...factIds: string[]) => ({ status, factIds })

describe('the coverage after a decision', () => {
  it('grows by an item that needed review and was accepted, and by its fact if no other item asks it', () => {
    const after = coverageAfter(asked, item('unreviewed', 'talas'), item('accepted', 'talas'))
    expect(after).toEqual({ found: 9, facts: 4, items: 5, by: { naryn: 2, chu: 1, talas: 1 } })
  })

  it('shrinks by a rejected item, and by each of its facts that no other item asks', () => {
    const after = coverageAfter(asked, item('ready', 'naryn', 'chu'), item('rejected', 'naryn', 'chu'))
    expect(after).toEqual({ found: 9, facts: 2, items: 3, by: { naryn: 1, chu: 0, talas: 0 } })
  })

  it('does not change if the decision changes nothing for learners', () => {
    expect(coverageAfter(asked, item('ready', 'chu'), item('accepted', 'chu'))).toBe(asked)
    expect(coverageAfter(asked, item('unreviewed', 'talas'), item('rejected', 'talas'))).toBe(asked)
  })

  it('is restored by undoing the decision', () => {
    const [was, is] = [item('ready', 'chu'), item('rejected', 'chu')]
    expect(coverageAfter(coverageAfter(asked, was, is), is, was)).toEqual(asked)
  })
})
