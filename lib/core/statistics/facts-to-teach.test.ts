import { describe, expect, it } from 'vitest'
import { type CellEvidence, factsToTeach } from './facts-to-teach'

const NOW = new Date('2026-12-02T10:00:00Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

/** One letter a fact: K kept, L lost, a dot for not met. */
const learner = (facts: string, firstMet = hoursAgo(25)): (CellEvidence | null)[] =>
  [...facts].map((letter) => (letter === '.' ? null : { isLost: letter === 'L', firstMet }))
const times = (count: number, row: (CellEvidence | null)[]) => Array.from({ length: count }, () => row)

describe('facts to teach again', () => {
  it('are those that most who met them have lost, most lost first', () => {
    const rows = [learner('KLLK'), learner('KLKL'), learner('K.LK')]
    expect(factsToTeach(rows, NOW)).toEqual({
      kind: 'facts',
      facts: [
        { fact: 1, met: 2, lost: 2 },
        { fact: 2, met: 3, lost: 2 },
      ],
    })
  })

  it('are not those that fewer than half of the class have met, or one learner alone', () => {
    expect(factsToTeach([learner('L'), ...times(3, learner('.'))], NOW)).toEqual({ kind: 'too-early' })
    expect(factsToTeach([learner('L'), learner('.')], NOW)).toEqual({ kind: 'too-early' })
    expect(factsToTeach([learner('L')], NOW)).toMatchObject({ kind: 'facts' })
  })

  it('are said at once, but that there are none only from ten answers that are a day old', () => {
    const today = hoursAgo(1)
    expect(factsToTeach(times(12, learner('L', today)), NOW)).toMatchObject({ kind: 'facts' })
    expect(factsToTeach(times(12, learner('K', today)), NOW)).toEqual({ kind: 'too-early' })
    expect(factsToTeach(times(9, learner('K')), NOW)).toEqual({ kind: 'too-early' })
    expect(factsToTeach(times(10, learner('K')), NOW)).toEqual({ kind: 'none', met: 1 })
  })

  it('says there are none only of the facts that half of the class have met', () => {
    const few = [...times(2, learner('KKKKKKKKK')), ...times(33, learner('.........'))]
    expect(factsToTeach(few, NOW)).toEqual({ kind: 'too-early' })
    expect(factsToTeach(times(10, learner('K.K')), NOW)).toEqual({ kind: 'none', met: 2 })
    expect(factsToTeach([], NOW)).toEqual({ kind: 'too-early' })
  })
})
