import type { GridData, GridRow } from '@/components/classroom/mastery-grid-types'
import type { ClassTable } from '@/lib/data/classes/class-table'

export type Sort = 'known' | 'name'
type Options = { sort: Sort; base: string; writeDay: (date: Date) => string; opening: string }

/** The class table as it goes to the browser. Days are formatted here, as browsers lack the data of some languages. */
export function masteryGridData(table: ClassTable, options: Options): GridData {
  const days: string[] = []
  const dayIndex = (date: Date) => {
    const day = options.writeDay(date)
    const known = days.indexOf(day)
    return known >= 0 ? known : days.push(day) - 1
  }
  const rows = table.rows.map(
    (row): GridRow => ({
      id: row.learner.learnerId,
      name: row.learner.name,
      known: row.known,
      cells: row.cells.join(''),
      history: row.learner.history.map((cell) =>
        cell ? [cell.answers, cell.wrong, cell.ratings, cell.again, dayIndex(cell.last)] : null,
      ),
    }),
  )
  if (options.sort === 'name') rows.sort((a, b) => a.name.localeCompare(b.name))
  return {
    sort: options.sort,
    sortHref: {
      known: gridAddress(options.base, table.shown, 'known'),
      name: gridAddress(options.base, table.shown, 'name'),
    },
    facts: table.facts.map((fact) => ({ id: fact.factId, statement: fact.statement })),
    groups: groupsFrom(table, options.opening),
    shares: table.shares.map((share) => (share === null ? null : Math.round(share * 100) / 100)),
    share: table.share ?? 0,
    days,
    rows,
  }
}

export function gridAddress(base: string, deckId: string, sort: Sort): string {
  return `${base}?deck=${deckId}${sort === 'name' ? '&sort=name' : ''}`
}

function groupsFrom(table: ClassTable, opening: string): GridData['groups'] {
  const starts = table.groups.map((_, index) =>
    table.groups.slice(0, index).reduce((sum, group) => sum + group.facts, 0),
  )
  return table.groups.map(({ heading, facts }, index) => ({
    from: starts[index] ?? 0,
    facts,
    heading: heading || opening,
  }))
}
