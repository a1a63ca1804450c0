import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { decksAddress } from '@/components/tags/tag-filter'
import { type Days, DeckRow } from '@/components/today/deck-row'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { MasteryLegend } from '@/components/ui/mastery-swatch'
import { Page, PageHead } from '@/components/ui/page'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { readTagName } from '@/lib/core/people/names'
import { listSharing, type Sharing } from '@/lib/data/decks/share-deck'
import { countDecks, type DeckLine, listDecks } from '@/lib/data/progress/list-decks'
import { getViewer } from '@/lib/session'
import { DeckSearch } from './deck-search'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deck.list')
  return { title: t('title') }
}

const DECKS_PER_PAGE = 24

// A page that cannot be read is the first one.
const Query = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  tag: z.string().transform(readTagName).catch(null),
})

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DecksPage({ searchParams }: Props) {
  const { page, tag } = Query.parse(await searchParams)
  const now = new Date()
  const [t, viewer] = await Promise.all([getTranslations('deck.list'), getViewer()])
  const [{ decks, more }, sharing] = await Promise.all([
    listDecks(viewer, { from: (page - 1) * DECKS_PER_PAGE, size: DECKS_PER_PAGE, tag }, now),
    listSharing(viewer),
  ])
  // After decks were deleted, or with a mistyped address: go to the last page.
  if (decks.length === 0 && page > 1) {
    const pages = Math.ceil((await countDecks(viewer, tag)) / DECKS_PER_PAGE)
    redirect(decksAddress(tag, Math.max(1, pages)))
  }
  const { timeZone, dayStartHour } = viewer ?? DEFAULT_PARAMETERS
  const days = { now, timeZone, dayStartHour }
  const isShared = ({ id }: DeckLine) => sharing.get(id) === 'with-you'
  const own = decks.filter((deck) => !deck.shipped && !isShared(deck))
  const shared = decks.filter(isShared)
  const shipped = decks.filter((deck) => deck.shipped)
  const actions = (
    <>
      <ButtonLink href="/decks/new">{t('newByHand')}</ButtonLink>
      <ButtonLink variant="primary" href="/documents/new">
        {t('new')}
      </ButtonLink>
    </>
  )
  return (
    <Page>
      <PageHead title={t('title')} actions={actions} />
      <DeckSearch viewer={viewer} tag={tag} />
      <div className="grid gap-12 pt-6">
        {own.length > 0 ? <DeckGroup id="yours" title={t('yours')} decks={own} days={days} sharing={sharing} /> : null}
        {own.length === 0 && page === 1 && !tag ? <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState> : null}
        {shared.length > 0 ? <DeckGroup id="shared" title={t('shared')} decks={shared} days={days} /> : null}
        {shipped.length > 0 ? <DeckGroup id="shipped" title={t('shipped')} decks={shipped} days={days} /> : null}
        <Pages page={page} more={more} tag={tag} />
        {decks.length > 0 ? <MasteryLegend /> : null}
      </div>
    </Page>
  )
}

async function Pages({ page, more, tag }: { page: number; more: boolean; tag: string | null }) {
  const t = await getTranslations('deck.list')
  if (page === 1 && !more) return null
  return (
    <nav aria-label={t('pages')} className="flex gap-4 border-t pt-6">
      {page > 1 ? <ButtonLink href={decksAddress(tag, page - 1)}>{t('earlier')}</ButtonLink> : null}
      {more ? <ButtonLink href={decksAddress(tag, page + 1)}>{t('later')}</ButtonLink> : null}
    </nav>
  )
}

type GroupProps = {
  id: string
  title: string
  decks: readonly DeckLine[]
  days: Days
  /** How each deck is shared, if the title of the group does not say it. */
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
