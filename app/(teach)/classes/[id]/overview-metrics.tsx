import { getFormatter, getTranslations } from 'next-intl/server'
import { Metric, Metrics } from '@/components/ui/metric'
import type { Viewer } from '@/lib/core/people/viewer'
import { spreadOf } from '@/lib/core/statistics/class-table'
import type { ClassTable } from '@/lib/data/classes/class-table'
import type { ClassView } from '@/lib/data/classes/classes'
import { firstAttempts, listClassAttempts } from '@/lib/data/classes/gradebook'

/** The first names of the list; the others are counted. */
const NAMES_SHOWN = 3

type Props = { viewer: Viewer; found: ClassView; table: ClassTable; now: Date }

export async function OverviewMetrics({ viewer, found, table, now }: Props) {
  return (
    <div className="py-8 max-sm:[&>dl]:grid-cols-2!">
      <Metrics>
        <KnownMetric table={table} />
        <QuizMetric viewer={viewer} found={found} />
        <NotStartedMetric table={table} />
        <LastMetric table={table} now={now} />
      </Metrics>
    </div>
  )
}

async function KnownMetric({ table }: { table: ClassTable }) {
  const t = await getTranslations('class.overview')
  const format = await getFormatter()
  const total = table.facts.length
  const { known, rows, notStarted } = table
  return (
    <Metric
      name={t('known', { started: rows.length - notStarted })}
      value={known === null ? '–' : format.number(known.mean, { maximumFractionDigits: 1 })}
      small={t('knownOf', { total })}
      meaning={await knownMeaning(table)}
    />
  )
}

async function knownMeaning({ rows, facts, known }: ClassTable): Promise<string> {
  const t = await getTranslations('class.overview')
  if (known === null) return t('knownNone')
  const each = rows.flatMap((row) => (row.known === null ? [] : [row.known]))
  const started = each.length
  if (known.spread === null) {
    const [low, high] = [Math.min(...each), Math.max(...each)]
    return low === high ? t('knownOver', { started }) : t('knownRange', { started, low, high })
  }
  const low = Math.max(0, Math.round(known.mean - known.spread))
  const high = Math.min(facts.length, Math.round(known.mean + known.spread))
  return t('knownSpread', { started, low, high })
}

async function QuizMetric({ viewer, found }: { viewer: Viewer; found: ClassView }) {
  const t = await getTranslations('class.overview')
  const attempts = firstAttempts(await listClassAttempts(viewer, found.classId))
  const shares = attempts.flatMap(({ submittedAt, points, outOf }) =>
    submittedAt && points !== null && outOf ? [points / outOf] : [],
  )
  const spread = spreadOf(shares)
  return (
    <Metric
      name={t('quiz', { attempts: shares.length })}
      value={spread ? t('percent', { share: Math.round(spread.mean * 100) / 100 }) : '–'}
      small={spread?.spread ? t('quizSpread', { spread: Math.round(spread.spread * 100) }) : undefined}
      meaning={spread ? t('quizMeaning', { attempts: shares.length }) : t('quizNone')}
    />
  )
}

async function NotStartedMetric({ table }: { table: ClassTable }) {
  const t = await getTranslations('class.overview')
  const format = await getFormatter()
  const names = table.rows.filter((row) => row.known === null).map((row) => row.learner.name)
  const more = names.length - NAMES_SHOWN
  const meaning =
    names.length === 0
      ? t('notStartedNobody')
      : more > 0
        ? t('notStartedMore', { names: names.slice(0, NAMES_SHOWN).join(', '), more })
        : format.list(names, { type: 'conjunction' })
  return (
    <Metric
      name={t('notStarted')}
      value={names.length}
      small={t('notStartedOf', { total: table.rows.length })}
      meaning={table.rows.length === 0 ? t('knownNone') : meaning}
    />
  )
}

async function LastMetric({ table, now }: { table: ClassTable; now: Date }) {
  const t = await getTranslations('class.overview')
  const format = await getFormatter()
  const last = table.rows
    .flatMap(({ learner }) => (learner.lastActivity ? [{ name: learner.name, at: learner.lastActivity }] : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0]
  return (
    <Metric
      name={t('last')}
      value={last ? format.relativeTime(last.at, now) : t('never')}
      meaning={last ? t('lastWho', { name: last.name }) : t('lastNobody')}
    />
  )
}
