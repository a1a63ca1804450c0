import { describe, expect, it } from 'vitest'
import type { Mastery } from '../memory/scheduling/memory'
import { countClassTable, spreadOf } from './class-table'

const row = (name: string, cells: Mastery[], started = cells.some((mastery) => mastery > 0)) => ({
  learner: { name },
  started,
  cells,
})

describe('the table of a class', () => {
  it('puts who has not started first, then who knows least, then the alphabet', () => {
    const table = countClassTable([
      row('Salima', [4, 3, 0]),
      row('Bektur', [1, 2, 0]),
      row('Aibek', [1, 1, 1]),
      row('Emir', [0, 0, 0]),
    ])
    expect(table.rows.map(({ learner, known }) => [learner.name, known])).toEqual([
      ['Emir', null],
      ['Aibek', 0],
      ['Bektur', 0],
      ['Salima', 2],
    ])
  })

  it('counts a fact as known from Proficient on, over all learners', () => {
    const table = countClassTable([
      row('Salima', [4, 3]),
      row('Emir', [0, 0]),
      row('Ulan', [3, 2]),
      row('Nurlan', [2, 1]),
    ])
    expect(table.shares).toEqual([0.5, 0.25])
    expect(table.share).toBe(3 / 8)
    expect(table.notStarted).toBe(1)
    expect(table.known).toEqual({ mean: 1, spread: null })
  })

  it('has no share of a fact that nobody has met', () => {
    expect(countClassTable([row('Salima', [4, 0, 1]), row('Emir', [0, 0, 0])]).shares).toEqual([0.5, null, 0])
  })

  it('counts as started who answered something that is not in the table', () => {
    const table = countClassTable([row('Salima', [0, 0], true), row('Emir', [0, 0])])
    expect(table.rows.map(({ learner, known }) => [learner.name, known])).toEqual([
      ['Emir', null],
      ['Salima', 0],
    ])
    expect(table).toMatchObject({ notStarted: 1, known: { mean: 0, spread: null } })
  })

  it('has no mean without values and no spread of fewer than ten', () => {
    expect(countClassTable([])).toEqual({ rows: [], shares: [], notStarted: 0, known: null, share: null })
    expect(spreadOf([5])).toEqual({ mean: 5, spread: null })
    expect(spreadOf([4, 6])).toEqual({ mean: 5, spread: null })
    const ten = [...Array(5).fill(2), ...Array(5).fill(8)]
    expect(spreadOf(ten.slice(1))?.spread).toBeNull()
    expect(spreadOf(ten)).toEqual({ mean: 5, spread: Math.sqrt(10) })
  })
})
