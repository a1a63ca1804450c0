'use client'

import { ArrowDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import './mastery-grid.css'
import { GridBody } from './mastery-grid-body'
import { GridReadout } from './mastery-grid-readout'
import type { GridData } from './mastery-grid-types'
import { type Cell, useRovingCell } from './use-roving-cell'

/** A grid of learners by facts with totals, and a line that describes the chosen cell. */
export function MasteryGrid({ data, action }: { data: GridData; action?: ReactNode }) {
  const t = useTranslations('class.table')
  const [chosen, setChosen] = useState<Cell | null>(null)
  const columns = data.facts.length + 1
  const roving = useRovingCell(data.rows.length + 1, columns, setChosen)
  return (
    <>
      <section aria-label={t('region')} className="relative -mx-(--gutter) overflow-x-auto px-(--gutter) py-1">
        <table
          ref={roving.grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take focus is a grid.
          role="grid"
          onKeyDown={roving.onKeyDown}
          onClick={roving.onClick}
          className="mastery-grid"
        >
          <caption className="sr-only">
            {t('caption', { facts: data.facts.length, learners: data.rows.length, sort: data.sort })}
          </caption>
          <GridHead data={data} at={roving.at} />
          <GridBody data={data} chosen={chosen} at={roving.at} />
        </table>
      </section>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 pt-3">
        <GridReadout data={data} chosen={chosen} />
        {action}
      </div>
    </>
  )
}

type HeadProps = { data: GridData; at: Cell }

function GridHead({ data, at }: HeadProps) {
  const t = useTranslations('class.table')
  const first = new Set(data.groups.map((group) => group.from))
  const tabIndexOf = (column: number) => (at.row === 0 && at.column === column ? 0 : -1)
  return (
    <thead>
      <tr>
        <td className="grid-name" />
        {data.groups.map((group) => (
          <th
            key={group.from}
            scope="colgroup"
            colSpan={group.facts}
            title={group.heading}
            data-g={group.from > 0 ? '' : undefined}
            className="grid-group"
          >
            <span>{group.heading}</span>
          </th>
        ))}
        <td />
      </tr>
      <tr>
        <th
          scope="col"
          aria-sort={data.sort === 'name' ? 'ascending' : 'none'}
          className="grid-name grid-widest"
          data-cell="0,0"
          tabIndex={tabIndexOf(0)}
        >
          <Link href={data.sortHref.name} tabIndex={-1} aria-label={t('sortByName')} scroll={false}>
            {t('learner')}
          </Link>
        </th>
        {data.facts.map((fact, index) => (
          <th
            key={fact.id}
            scope="col"
            title={fact.statement}
            data-cell={`0,${index + 1}`}
            data-g={index > 0 && first.has(index) ? '' : undefined}
            tabIndex={tabIndexOf(index + 1)}
            className="grid-fact"
          >
            <span className="sr-only">{t('fact', { number: index + 1 })}</span>
            <span aria-hidden="true">{index + 1}</span>
          </th>
        ))}
        <th scope="col" aria-sort={data.sort === 'known' ? 'ascending' : 'none'} className="grid-known">
          <Link href={data.sortHref.known} aria-label={t('sortByKnown')} scroll={false}>
            {t('known')}
            {data.sort === 'known' ? <ArrowDown aria-hidden="true" className="size-4" strokeWidth={1.75} /> : null}
          </Link>
        </th>
      </tr>
    </thead>
  )
}
