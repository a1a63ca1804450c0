import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '../ui/disclosure'

/** One section of the page: a sentence that says what the picture means, the picture, and the same as a table. */
export function ChartSection(props: {
  id: string
  title: string
  words: ReactNode
  note?: ReactNode
  table?: ReactNode
  children?: ReactNode
}) {
  const t = useTranslations('statistics')
  return (
    <section aria-labelledby={props.id} className="grid min-w-0 content-start gap-4 border-t pt-6">
      <div className="measure grid gap-1">
        <h2 id={props.id}>{props.title}</h2>
        <p>{props.words}</p>
      </div>
      {props.children}
      {props.note ? <p className="measure text-caption text-ink-muted">{props.note}</p> : null}
      {props.table ? <Disclosure summary={t('table')}>{props.table}</Disclosure> : null}
    </section>
  )
}

const CELL = 'border-b py-2 pe-4 max-sm:pe-2 text-start align-top font-normal last:pe-0'
const NUMBER = `${CELL} text-end!`

/** The data of a chart as a table. The first column names the row. */
export function DataTable({ head, rows }: { head: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
  return (
    <table className="mt-2 mb-4 w-full max-w-2xl text-label leading-[1.45]">
      <thead>
        <tr>
          {head.map((name, place) => (
            <th key={name} scope="col" className={place === 0 ? CELL : NUMBER}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and two may begin with the same words.
          <tr key={row}>
            {cells.map((cell, place) =>
              place === 0 ? (
                <th key={head[place]} scope="row" className={CELL}>
                  {cell}
                </th>
              ) : (
                <td key={head[place]} className={NUMBER}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
