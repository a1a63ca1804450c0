import type { GridData, GridRow } from '@/components/classroom/mastery-grid-data'
import type { ClassTable } from '@/lib/data/classes/class-table'

export type Sort = 'known' | 'name'
type Look = { sort: Sort; base: string; writeDay: (date: Date) => string; opening: string }

/** The table as the browser gets it: days are written out here, because browsers lack the data of some languages. */
export function toGridData(table: ClassTable, look: Look): GridData {
  const days: string[] = []
  const dayIndex = (date: Date) => {
    const day = look.writeDay(date)
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
  if (look.sort === 'name') rows.sort((one, other) => one.name.localeCompare(other.name))
  return {
    sort: look.sort,
    sortHref: { known: href(look.base, table.shown, 'known'), name: href(look.base, table.shown, 'name') },
    facts: table.facts.map((fact) => ({ id: fact.factId, statement: fact.statement })),
    groups: groupsFrom(table, look.opening),
    shares: table.shares.map((share) => (share === null ? null : Math.round(share * 100) / 100)),
    share: table.share ?? 0,
    days,
    rows,
  }
}

export function href(base: string, deckId: string, sort: Sort): string {
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
