import { clsx } from 'clsx'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { MasteryGrid } from '@/components/classroom/mastery-grid'
import { EmptyState } from '@/components/ui/empty-state'
import { MasteryLegend } from '@/components/ui/mastery-swatch'
import { ClientMessages } from '@/components/ui/messages'
import { DeckId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { type ClassTable, classTable } from '@/lib/data/classes/class-table'
import type { ClassView } from '@/lib/data/classes/classes'
import { Invite } from './invite'
import { gridAddress, masteryGridData, type Sort } from './mastery-grid-data'
import { OverviewMetrics } from './overview-metrics'

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
  const data = masteryGridData(table, { sort, base, writeDay, opening: t('table.beforeHeading') })
  return (
    <>
      <OverviewMetrics viewer={viewer} found={found} table={table} now={now} />
      <section aria-labelledby="who-knows-what" className="border-t pt-6 pb-8">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 pb-3">
          <h2 id="who-knows-what">{t('table.title')}</h2>
          <MasteryLegend />
        </div>
        <p className="max-w-(--measure) pb-3 text-label text-ink-muted">{t('table.knownMeans')}</p>
        <DeckTabs decks={table.decks} shown={table.shown} base={base} sort={sort} label={t('table.decks')} />
        <ClientMessages areas={['class']}>
          <MasteryGrid data={data} />
        </ClientMessages>
      </section>
      <FactsToTeach table={table} />
      <Invite found={found} open={false} />
    </>
  )
}

type DeckTabsProps = {
  decks: readonly { readonly deckId: DeckId; readonly title: string }[]
  shown: DeckId
  base: string
  sort: Sort
  label: string
}

/** Links to choose the deck that the table shows; nothing if the class has only one. */
function DeckTabs({ decks, shown, base, sort, label }: DeckTabsProps) {
  if (decks.length === 1) return <p className="pb-3 text-label text-ink-muted">{decks[0]?.title}</p>
  return (
    <nav aria-label={label} className="pb-3">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-label">
        {decks.map((deck) => (
          <li key={deck.deckId}>
            <Link
              href={gridAddress(base, deck.deckId, sort)}
              aria-current={deck.deckId === shown ? 'true' : undefined}
              scroll={false}
              className={clsx(
                'inline-flex min-h-11 items-center',
                deck.deckId === shown ? 'font-semibold no-underline' : 'text-ink-muted hover:text-ink',
              )}
            >
              {deck.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const FACTS_SHOWN = 5

/** The facts that the largest share of the learners who studied them have forgotten. */
async function FactsToTeach({ table }: { table: ClassTable }) {
  const t = await getTranslations('class.table')
  if (table.known === null) return null
  return (
    <section aria-labelledby="to-teach" className="border-t pt-6 pb-8">
      <h2 id="to-teach" className="pb-2">
        {t('weakest')}
      </h2>
      <Facts table={table} />
    </section>
  )
}

async function Facts({ table: { toTeach, facts } }: { table: ClassTable }) {
  const t = await getTranslations('class.table')
  const common = await getTranslations('common')
  if (toTeach.kind === 'too-early') return <p className="text-ink-muted">{common('tooEarly')}</p>
  if (toTeach.kind === 'none') return <p className="text-ink-muted">{t('weakestNone', { met: toTeach.met })}</p>
  return (
    <ol className="max-w-(--measure)">
      {toTeach.facts.slice(0, FACTS_SHOWN).map(({ factId, statement, met, lost }) => (
        <li key={factId} className="grid grid-cols-[2.5rem_1fr] gap-x-2 border-t py-3 first:border-t-0">
          <span className="text-ink-muted">{facts.findIndex((fact) => fact.factId === factId) + 1}</span>
          <span>
            {statement} <span className="text-label text-ink-muted">{t('weakestNote', { met, lost })}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
