import { useTranslations } from 'next-intl'
import { MASTERY_NAMES, type Mastery } from '@/lib/core/memory/scheduling/memory'
import { type CellHistory, type GridData, type GridRow, masteryAt } from './mastery-grid-types'
import type { Cell } from './use-roving-cell'

/** Describes the chosen cell, total or name in one line. */
export function GridReadout({ data, chosen }: { data: GridData; chosen: Cell | null }) {
  return (
    <p role="status" className="max-w-[44rem] text-label leading-normal">
      <Line data={data} chosen={chosen ?? { row: 0, column: 0 }} />
    </p>
  )
}

function Line({ data, chosen }: { data: GridData; chosen: Cell }) {
  const t = useTranslations('class.table')
  const row = data.rows[chosen.row - 1]
  const fact = chosen.column - 1
  if (row) return fact < 0 ? <LearnerLine data={data} row={row} /> : <CellLine data={data} row={row} fact={fact} />
  return fact < 0 ? <span className="text-ink-muted">{t('hint')}</span> : <FactLine data={data} fact={fact} />
}

function CellLine({ data, row, fact }: { data: GridData; row: GridRow; fact: number }) {
  const t = useTranslations('class.table')
  const history = row.history[fact]
  return (
    <>
      <b>{t('readCell', { name: row.name, number: fact + 1 })}</b> {data.facts[fact]?.statement}{' '}
      <span className="text-ink-muted">
        {history ? <History history={history} mastery={masteryAt(row, fact)} days={data.days} /> : t('readUnseen')}
      </span>
    </>
  )
}

type HistoryProps = { history: CellHistory; mastery: Mastery; days: GridData['days'] }

// A fact that was only rated after a hint has a history, but no mastery.
function History({ history: [answers, wrong, ratings, again, day], mastery, days }: HistoryProps) {
  const t = useTranslations('class.table')
  const m = useTranslations('common.mastery')
  return [
    mastery > 0 ? `${m(MASTERY_NAMES[mastery])}.` : null,
    answers > 0 ? t('readAnswers', { answers, wrong }) : null,
    ratings > 0 ? t('readRatings', { ratings, again }) : null,
    t('readLast', { date: days[day] ?? '' }),
  ]
    .filter(Boolean)
    .join(' ')
}

function LearnerLine({ data, row }: { data: GridData; row: GridRow }) {
  const t = useTranslations('class.table')
  return (
    <>
      <b>{t('readLearner', { name: row.name })}</b>{' '}
      {row.known === null ? t('readNotStarted') : t('readKnown', { known: row.known, total: data.facts.length })}
    </>
  )
}

function FactLine({ data, fact }: { data: GridData; fact: number }) {
  const t = useTranslations('class.table')
  const share = data.shares[fact] ?? null
  return (
    <>
      <b>{t('readFact', { number: fact + 1 })}</b> {data.facts[fact]?.statement}{' '}
      <span className="text-ink-muted">{share === null ? t('readNobody') : t('readShare', { share })}</span>
    </>
  )
}
