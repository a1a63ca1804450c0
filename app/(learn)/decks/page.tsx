import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type Days, DeckRow } from '@/components/today/deck-row'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, PageHead } from '@/components/ui/page'
import { MasteryLegend } from '@/components/ui/patch'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { listSharing, type Sharing } from '@/lib/data/decks/find-share'
import { type DeckSummary, listDecks } from '@/lib/data/study/list-decks'
import { getViewer } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deck.list')
  return { title: t('title') }
}

export default async function DecksPage() {
  const now = new Date()
  const [t, viewer] = await Promise.all([getTranslations('deck.list'), getViewer()])
  const [decks, sharing] = await Promise.all([listDecks(viewer, now), listSharing(viewer)])
  const { timeZone, dayStartHour } = viewer ?? DEFAULT_PARAMETERS
  const days = { now, timeZone, dayStartHour }
  const isShared = ({ id }: DeckSummary) => sharing.get(id) === 'with-you'
  const own = decks.filter((deck) => !deck.shipped && !isShared(deck))
  const shared = decks.filter(isShared)
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
          <DeckGroup id="yours" title={t('yours')} decks={own} days={days} sharing={sharing} />
        ) : (
          <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
        )}
        {shared.length > 0 ? <DeckGroup id="shared" title={t('shared')} decks={shared} days={days} /> : null}
        {shipped.length > 0 ? <DeckGroup id="shipped" title={t('shipped')} decks={shipped} days={days} /> : null}
        <MasteryLegend />
      </div>
    </Page>
  )
}

type GroupProps = {
  id: string
  title: string
  decks: readonly DeckSummary[]
  days: Days
  /** Where the title does not say it. */
  sharing?: ReadonlyMap<string, Sharing>
}

function DeckGroup(props: GroupProps) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id} className="mb-3">
        {props.title}
      </h2>
      {props.decks.map((deck) => (
        <DeckRow key={deck.id} deck={deck} days={props.days} shared={props.sharing?.get(deck.id) ?? null} />
      ))}
    </section>
  )
}
