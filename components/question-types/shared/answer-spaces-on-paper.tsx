import type { AnswerSpace } from '@/lib/core/question-types/question-type'
import { letterOf } from '@/lib/core/shared/option-rows'

type Props = { space: AnswerSpace }

/** A line to write on, unless the stem has gaps for it. */
export function PrintedLine({ space }: Props) {
  return space.kind === 'line' ? <div className="mt-7 border-b border-[black]!" /> : null
}

/** A box before each option. Two options need no letters. */
export function PrintedBoxes({ space }: Props) {
  const options = 'options' in space ? space.options : []
  return <PrintedRows rows={options} mark="box" isLettered={options.length > 2} />
}

const MARKS = {
  box: 'mt-[0.4em] size-3 flex-none border border-[black]!',
  blank: 'h-[1.3em] w-8 flex-none border-b border-[black]!',
} as const

type RowsProps = { rows: readonly string[]; mark: keyof typeof MARKS; isLettered?: boolean }

/** Rows with a box or a blank to write in before each. */
export function PrintedRows({ rows, mark, isLettered = false }: RowsProps) {
  return (
    <ul className="mt-1 grid gap-1">
      {rows.map((row, at) => (
        <li key={row} className="flex gap-2.5">
          <span aria-hidden="true" className={MARKS[mark]} />
          <span className="min-w-0">{isLettered ? `${letterOf(at)}. ${row}` : row}</span>
        </li>
      ))}
    </ul>
  )
}
