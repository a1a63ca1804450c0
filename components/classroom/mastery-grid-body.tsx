import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { MASTERY_NAMES } from '@/lib/core/memory/scheduling/memory'
import { type GridData, type GridRow, masteryAt } from './mastery-grid-types'
import type { Cell } from './use-roving-cell'

/** A total below this share is marked, if anybody in the class has studied the fact. */
const LOW_SHARE = 0.2

type BodyProps = { data: GridData; chosen: Cell | null; at: Cell }

export function GridBody({ data, chosen, at }: BodyProps) {
  const starts = data.groups.map((group) => group.from).join(',')
  return (
    <>
      <tbody>
        {data.rows.map((row, index) => (
          <LearnerRow
            key={row.id}
            row={row}
            index={index + 1}
            starts={starts}
            chosen={chosen?.row === index + 1 ? chosen.column : null}
            inTabOrder={at.row === index + 1 ? at.column : null}
          />
        ))}
      </tbody>
      <Totals data={data} />
    </>
  )
}

type RowProps = { row: GridRow; index: number; starts: string; chosen: number | null; inTabOrder: number | null }

// Memoized, so that only rows whose focus or choice changed are rendered again.
const LearnerRow = memo(function LearnerRow({ row, index, starts, chosen, inTabOrder }: RowProps) {
  const t = useTranslations('common.mastery')
  const first = new Set(starts.split(',').map(Number))
  return (
    <tr>
      <th
        scope="row"
        data-cell={`${index},0`}
        tabIndex={inTabOrder === 0 ? 0 : -1}
        data-chosen={chosen === 0 || undefined}
        className="grid-name"
      >
        <span>{row.name}</span>
      </th>
      {[...row.cells].map((_, fact) => {
        const mastery = masteryAt(row, fact)
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
            key={fact}
            data-cell={`${index},${fact + 1}`}
            data-g={fact > 0 && first.has(fact) ? '' : undefined}
            tabIndex={inTabOrder === fact + 1 ? 0 : -1}
            data-chosen={chosen === fact + 1 || undefined}
          >
            <i className="patch" data-mastery={mastery} aria-hidden="true" />
            <span className="sr-only">{t(MASTERY_NAMES[mastery])}</span>
          </td>
        )
      })}
      <td className="grid-known">{row.known ?? '–'}</td>
    </tr>
  )
})

function Totals({ data }: { data: GridData }) {
  const t = useTranslations('class.table')
  const first = new Set(data.groups.map((group) => group.from))
  return (
    <tfoot>
      <tr>
        <th scope="row" className="grid-name grid-total">
          <span>{t('total')}</span>
        </th>
        {data.shares.map((share, fact) => (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a total is its place.
            key={fact}
            data-g={fact > 0 && first.has(fact) ? '' : undefined}
            className={clsx(share !== null && share < LOW_SHARE && 'font-[650] text-wrong')}
          >
            {share === null ? '–' : Math.round(share * 100)}
          </td>
        ))}
        <td className="grid-known">{Math.round(data.share * 100)}</td>
      </tr>
    </tfoot>
  )
}
