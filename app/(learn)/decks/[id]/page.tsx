import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { itemsAddress } from '@/components/items/items-query'
import { DownloadPacks } from '@/components/offline/download-packs'
import { DeckTags } from '@/components/tags/deck-tags'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ClientMessages } from '@/components/ui/messages'
import type { DeckId } from '@/lib/core/ids'
import type { UnacceptedItems } from '@/lib/core/item/unaccepted-items'
import type { Viewer } from '@/lib/core/people/viewer'
import { countStudyable, type DeckHead } from '@/lib/data/decks/find-deck'
import { listFlaggedFacts } from '@/lib/data/memories/flag-facts'
import { deckProgress } from '@/lib/data/progress/deck-progress'
import { customStudyChoices } from '@/lib/data/study/custom-study'
import { deckEtag } from '@/lib/data/study/make-offline-pack'
import { tagsByDeck, usedTags } from '@/lib/data/tags/tags'
import { addTag, removeTag } from './actions'
import { CustomStudy } from './custom-study'
import { ExamSection } from './exam-section'
import { FlaggedFacts } from './flagged-facts'
import { NoAcceptedItems } from './no-accepted-items'
import { openDeck } from './open-deck'
import { DueAndRecall, FactMastery, NextActivity, WeakestFacts } from './progress-sections'
import { CopyNote, ShareSection } from './share-section'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { deck } = await openDeck((await params).id)
  return deck ? { title: deck.title } : {}
}

export default async function StudyTab({ params, searchParams }: Props) {
  const { deck, viewer } = await openDeck((await params).id)
  if (!deck) notFound()
  const now = new Date()
  const [progress, contents] = await Promise.all([deckProgress(viewer, deck.id, now), countStudyable(viewer, deck.id)])
  if (!contents) notFound()
  const { unacceptedItems } = contents
  if (progress.patches.length === 0) return <NoFacts deck={deck} viewer={viewer} unacceptedItems={unacceptedItems} />
  const [flagged, annotationsEtag] = await Promise.all([
    viewer ? listFlaggedFacts(viewer, deck.id, now) : [],
    deckEtag(viewer, deck.id),
  ])
  return (
    <>
      <CopyNote result={(await searchParams).copied} />
      <div className="grid gap-x-16 gap-y-12 pt-8 wide:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-10">
          <DueAndRecall progress={progress} viewer={viewer} />
          <FactMastery progress={progress} />
          {viewer ? <ExamSection viewer={viewer} deckId={deck.id} now={now} /> : null}
          {viewer ? <CustomStudy deckId={deck.id} selections={await customStudyChoices(viewer, deck.id)} /> : null}
          {flagged.length > 0 ? <FlaggedFacts deckId={deck.id} facts={flagged} /> : null}
        </div>
        <div className="grid content-start gap-10">
          <NextActivity deckId={deck.id} progress={progress} />
          <ToReview deckId={deck.id} unacceptedItems={unacceptedItems} />
          <DeckTagsSection deckId={deck.id} viewer={viewer} />
          {deck.canRegenerate ? <RegenerateLink deckId={deck.id} /> : null}
          {progress.weakest.length > 0 ? <WeakestFacts deckId={deck.id} progress={progress} /> : null}
          <ShareSection deck={deck} viewer={viewer} />
        </div>
      </div>
      {/* Not before a quiz: a pack contains the answers of cards. */}
      <DownloadPacks owner={viewer?.learnerId ?? null} deckIds={[deck.id]} annotationsEtag={annotationsEtag} />
    </>
  )
}

async function ToReview({ deckId, unacceptedItems }: { deckId: string; unacceptedItems: UnacceptedItems }) {
  const t = await getTranslations('common.toReview')
  if (unacceptedItems.kind !== 'to-review') return null
  return (
    <div className="text-label text-ink-muted">
      <p>{t('more', { count: unacceptedItems.items })}</p>
      <Link href={itemsAddress(deckId, { show: 'unreviewed' })} className="inline-flex min-h-11 items-center underline">
        {t('action')}
      </Link>
    </div>
  )
}

async function RegenerateLink({ deckId }: { deckId: string }) {
  const t = await getTranslations('items.regenerate')
  return (
    <div className="text-label text-ink-muted">
      <p>{t('deck')}</p>
      <Link href={`/decks/${deckId}/items`} className="inline-flex min-h-11 items-center underline">
        {t('deckLink')}
      </Link>
    </div>
  )
}

/** Authors may share, copy and tag a deck that nobody can study yet. */
async function NoFacts({
  deck,
  viewer,
  unacceptedItems,
}: {
  deck: DeckHead
  viewer: Viewer | null
  unacceptedItems: UnacceptedItems
}) {
  const t = await getTranslations('deck.study')
  const action = <ButtonLink href={`/decks/${deck.id}/items`}>{t('emptyAction')}</ButtonLink>
  return (
    <div className="grid gap-x-16 gap-y-12 pt-8 wide:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        {unacceptedItems.kind === 'none' ? (
          <EmptyState title={t('empty')} action={action}>
            {t('emptyBody')}
          </EmptyState>
        ) : (
          <NoAcceptedItems deckId={deck.id} unacceptedItems={unacceptedItems} />
        )}
      </div>
      <div className="grid content-start gap-10">
        <DeckTagsSection deckId={deck.id} viewer={viewer} />
        <ShareSection deck={deck} viewer={viewer} />
      </div>
    </div>
  )
}

/** The viewer's own tags; strangers have none. */
async function DeckTagsSection({ deckId, viewer }: { deckId: DeckId; viewer: Viewer | null }) {
  if (!viewer) return null
  const [tags, used] = await Promise.all([tagsByDeck(viewer), usedTags(viewer)])
  return (
    <ClientMessages areas={['deck']}>
      <DeckTags deckId={deckId} tags={tags.get(deckId) ?? []} used={used} add={addTag} remove={removeTag} />
    </ClientMessages>
  )
}
