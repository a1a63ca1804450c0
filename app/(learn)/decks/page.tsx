import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type Days, DeckRow } from '@/components/today/deck-row'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, PageHead } from '@/components/ui/page'
import { MasteryLegend } from '@/components/ui/patch'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { type DeckSummary, listDecks } from '@/lib/data/study/list-decks'
import { getViewer } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deck.list')
  return { title: t('title') }
}

export default async function DecksPage() {
  const now = new Date()
  const [t, viewer] = await Promise.all([getTranslations('deck.list'), getViewer()])
  const decks = await listDecks(viewer, now)
  const { timeZone, dayStartHour } = viewer ?? DEFAULT_PARAMETERS
  const days = { now, timeZone, dayStartHour }
  const own = decks.filter(({ shipped }) => !shipped)
  const shipped = decks.filter((deck) => deck.shipped)
  const newDocument = (
    <ButtonLink variant="primary" href="/documents/new">
      {t('new')}
    </ButtonLink>
  )
  return (
    <Page>
      <PageHead title={t('title')} actions={newDocument} />
      <div className="grid gap-12 pt-6">
        {own.length > 0 ? (
          <DeckGroup id="yours" title={t('yours')} decks={own} days={days} />
        ) : (
          <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
        )}
        {shipped.length > 0 ? <DeckGroup id="shipped" title={t('shipped')} decks={shipped} days={days} /> : null}
        <MasteryLegend />
      </div>
    </Page>
  )
}

function DeckGroup(props: { id: string; title: string; decks: readonly DeckSummary[]; days: Days }) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id} className="mb-3">
        {props.title}
      </h2>
      {props.decks.map((deck) => (
        <DeckRow key={deck.id} deck={deck} days={props.days} />
      ))}
    </section>
  )
}
