import { getFormatter, getTranslations } from 'next-intl/server'
import { MasteryGrid } from '@/components/classroom/mastery-grid'
import { EmptyState } from '@/components/ui/empty-state'
import { MasteryLegend } from '@/components/ui/mastery-swatch'
import { ClientMessages } from '@/components/ui/messages'
import type { Viewer } from '@/lib/core/access/viewer'
import { DeckId } from '@/lib/core/ids'
import { classTable } from '@/lib/data/classes/class-table'
import type { ClassView } from '@/lib/data/classes/classes'
import { DeckChooser } from './deck-chooser'
import { FactsToTeach } from './facts-to-teach'
import { Invite } from './invite'
import { OverviewMetrics } from './overview-metrics'
import { type Sort, toGridData } from './to-grid-data'

type Props = { viewer: Viewer; found: ClassView; deck: string | null; sort: Sort }

export async function Overview({ viewer, found, deck, sort }: Props) {
  const t = await getTranslations('class')
  const format = await getFormatter()
  const now = new Date()
  const table = await classTable(viewer, found.classId, now, DeckId.safeParse(deck).data ?? null)
  const base = `/classes/${found.classId}`
  if (table.kind === 'rejected') {
    return (
      <>
        <Invite found={found} open={found.learners === 0} isFirst />
        <EmptyState title={t('overview.emptyTitle')}>{t('overview.emptyBody')}</EmptyState>
      </>
    )
  }
  if (table.rows.length === 0) {
    return (
      <>
        <Invite found={found} open isFirst />
        <EmptyState title={t('overview.noLearnersTitle')}>
          {found.endedAt ? null : t('overview.noLearnersBody')}
        </EmptyState>
      </>
    )
  }
  const writeDay = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  const data = toGridData(table, { sort, base, writeDay, opening: t('table.beforeHeading') })
  return (
    <>
      <OverviewMetrics viewer={viewer} found={found} table={table} now={now} />
      <section aria-labelledby="who-knows-what" className="border-t pt-6 pb-8">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 pb-3">
          <h2 id="who-knows-what">{t('table.title')}</h2>
          <MasteryLegend />
        </div>
        <p className="max-w-(--measure) pb-3 text-label text-ink-muted">{t('table.knownMeans')}</p>
        <DeckChooser decks={table.decks} shown={table.shown} base={base} sort={sort} label={t('table.decks')} />
        <ClientMessages areas={['class']}>
          <MasteryGrid data={data} />
        </ClientMessages>
      </section>
      <FactsToTeach table={table} />
      <Invite found={found} open={false} />
    </>
  )
}
