import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AtAGlance } from '@/components/statistics/at-a-glance'
import { DueForecast, TimeSpent } from '@/components/statistics/daily-bars'
import { MasteryBar } from '@/components/statistics/mastery-bar'
import { ReviewCalendar } from '@/components/statistics/review-calendar'
import { TrueRetention } from '@/components/statistics/true-retention'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SelectField } from '@/components/ui/field'
import { Page, PageHead } from '@/components/ui/page'
import { DeckId } from '@/lib/core/ids'
import { calendarOf } from '@/lib/core/statistics/studied-days'
import { CALENDAR_WEEKS, readStatistics, type Statistics, TIME_DAYS } from '@/lib/data/statistics/read-statistics'
import { getViewer } from '@/lib/session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statistics')
  return { title: t('title') }
}

export default async function StatisticsPage({ searchParams }: Props) {
  const [{ deck }, viewer, t] = await Promise.all([searchParams, getViewer(), getTranslations('statistics')])
  // The form sends an empty value for all decks.
  const wanted = deck ? DeckId.safeParse(deck) : null
  if (wanted && !wanted.success) notFound()
  const statistics = viewer ? await readStatistics(viewer, wanted?.data ?? null, new Date()) : null
  if (viewer && !statistics) notFound()
  return (
    <Page>
      <PageHead title={t('title')} meta={statistics?.deck?.title} />
      {statistics && hasBegun(statistics) ? (
        <Seen statistics={statistics} />
      ) : (
        <Nothing deckId={statistics?.deck?.id ?? null} />
      )}
    </Page>
  )
}

function hasBegun({ days, mastery }: Statistics): boolean {
  return days.length > 0 || mastery.some((count, level) => level > 0 && count > 0)
}

function Seen({ statistics }: { statistics: Statistics }) {
  const { today, days, retention, secondsPerReview, forecast, mastery, decks, deck } = statistics
  return (
    <div className="grid gap-12 pt-4">
      {decks.length > 1 ? <DeckFilter decks={decks} chosen={deck?.id ?? null} /> : null}
      <AtAGlance {...{ today, days, retention, secondsPerReview }} />
      <DueForecast forecast={forecast} today={today} />
      <ReviewCalendar days={days} weeks={calendarOf(days, today, CALENDAR_WEEKS)} />
      <TrueRetention retention={retention} />
      <TimeSpent {...{ today, days, secondsPerReview }} window={TIME_DAYS} />
      <div className="grid gap-4">
        <MasteryBar mastery={mastery} />
        <Maps decks={deck ? [deck] : decks} />
      </div>
    </div>
  )
}

/** Links to the maps of the texts, which show the facts. */
async function Maps({ decks }: { decks: Statistics['decks'] }) {
  const t = await getTranslations('statistics.mastery')
  return (
    <div className="text-label">
      <p className="text-ink-muted">{t('map')}</p>
      <ul className="flex flex-wrap gap-x-6">
        {decks.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/decks/${id}/text`} className="inline-flex min-h-11 items-center wrap-anywhere underline">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

async function Nothing({ deckId }: { deckId: DeckId | null }) {
  const t = await getTranslations('statistics')
  const action = deckId ? (
    <ButtonLink variant="primary" href={`/study?deck=${deckId}`}>
      {t('emptyStudy')}
    </ButtonLink>
  ) : (
    <ButtonLink variant="primary" href="/decks">
      {t('emptyAction')}
    </ButtonLink>
  )
  return (
    <div className="pt-6">
      <EmptyState title={t('empty')} action={action}>
        {t('emptyBody')}
      </EmptyState>
    </div>
  )
}

type DeckFilterProps = { decks: readonly { readonly id: DeckId; readonly title: string }[]; chosen: DeckId | null }

/** A plain GET form, so that the address names the chosen deck. */
async function DeckFilter({ decks, chosen }: DeckFilterProps) {
  const t = await getTranslations('statistics')
  return (
    <form action="/statistics" className="flex flex-wrap items-end gap-3">
      <div className="w-full max-w-sm min-w-0">
        <SelectField key={chosen} name="deck" label={t('filter')} defaultValue={chosen ?? ''}>
          <option value="">{t('allDecks')}</option>
          {decks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      </div>
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
