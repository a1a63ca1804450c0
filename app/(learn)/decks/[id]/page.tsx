import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DownloadPacks } from '@/components/offline/download-packs'
import { DeckTags } from '@/components/tags/deck-tags'
import { ButtonLink } from '@/components/ui/button'
import { ClientMessages } from '@/components/ui/messages'
import type { DeckId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import type { DeckContents, DeckHead } from '@/lib/data/decks/find-deck'
import { listFlaggedFacts } from '@/lib/data/memories/flag-facts'
import { deckProgress } from '@/lib/data/progress/deck-progress'
import { customStudyChoices } from '@/lib/data/study/custom-study'
import { deckEtag } from '@/lib/data/study/make-offline-pack'
import { tagsByDeck, usedTags } from '@/lib/data/tags/tags'
import { addTag, removeTag } from './actions'
import { CustomStudy } from './custom-study'
import { ExamSection } from './exam-section'
import { FlaggedFacts } from './flagged-facts'
import { NothingYet } from './nothing-yet'
import { openContents, openDeck } from './open-deck'
import { DueNow, FactMastery, MoreAbout, WeakestFacts } from './progress-sections'
import { RegenerateLink } from './regenerate-link'
import { CopyNote, ShareSection } from './share-section'
import { ToCheckLine } from './to-check-line'

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
  const contents = deck ? await openContents(deck.id) : null
  if (!deck || !contents) notFound()
  return (
    <>
      <CopyNote deck={deck} result={(await searchParams).copied} />
      {contents.facts > 0 ? (
        <>
          <Progress deck={deck} viewer={viewer} contents={contents} />
          <RestOfTheDeck deck={deck} viewer={viewer} />
        </>
      ) : (
        <div className={`${COLUMNS} pt-8`}>
          <div className="[&>div]:border-t-0 [&>div]:pt-0">
            <NothingYet deck={deck} unacceptedItems={contents.unacceptedItems} />
          </div>
          <TagsAndSharing deck={deck} viewer={viewer} />
        </div>
      )}
    </>
  )
}

const COLUMNS = 'grid gap-x-16 gap-y-10 wide:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]'

type Shown = { deck: DeckHead; viewer: Viewer | null; contents: DeckContents }

async function Progress({ deck, viewer, contents }: Shown) {
  const [progress, annotationsEtag] = await Promise.all([
    deckProgress(viewer, deck.id, new Date()),
    deckEtag(viewer, deck.id),
  ])
  return (
    <div className={`${COLUMNS} pt-8`}>
      <div className="grid content-start gap-8">
        {contents.cards > 0 ? (
          <DueNow progress={progress} viewer={viewer} offersQuiz={contents.offersQuiz} />
        ) : (
          <QuestionsOnly facts={contents.facts} deckId={deck.id} />
        )}
        <FactMastery progress={progress} viewer={viewer} />
        <ToCheckLine deckId={deck.id} unacceptedItems={contents.unacceptedItems} />
        {deck.canRegenerate ? <RegenerateLink deckId={deck.id} /> : null}
      </div>
      <div className="grid content-start gap-6">
        <WeakestFacts deckId={deck.id} progress={progress} />
        <MoreAbout deckId={deck.id} hasText={!deck.isByHand} />
      </div>
      {/* Not before a quiz: a pack contains the answers of cards. */}
      <DownloadPacks owner={viewer?.learnerId ?? null} deckIds={[deck.id]} annotationsEtag={annotationsEtag} />
    </div>
  )
}

async function QuestionsOnly({ facts, deckId }: { facts: number; deckId: string }) {
  const t = await getTranslations('deck.study')
  return (
    <section aria-labelledby="now" className="grid justify-items-start gap-3">
      <div>
        <h2 id="now" className="text-lead">
          {t('quizOnlyTitle')}
        </h2>
        <p className="text-label text-ink-muted">{t('quizOnlyBody', { count: facts })}</p>
      </div>
      <ButtonLink size="slim" href={`/decks/${deckId}/quiz`}>
        {t('quizOnlyAction')}
      </ButtonLink>
    </section>
  )
}

/** What the menu More leads to: an exam, other ways to study, tags and sharing. */
async function RestOfTheDeck({ deck, viewer }: Omit<Shown, 'contents'>) {
  const now = new Date()
  const flagged = viewer ? await listFlaggedFacts(viewer, deck.id, now) : []
  return (
    <div className={`${COLUMNS} mt-12`}>
      <div className="grid content-start gap-10">
        {viewer ? (
          <>
            <ExamSection viewer={viewer} deckId={deck.id} now={now} />
            <CustomStudy deckId={deck.id} selections={await customStudyChoices(viewer, deck.id)} />
          </>
        ) : null}
        {flagged.length > 0 ? <FlaggedFacts deckId={deck.id} facts={flagged} /> : null}
      </div>
      <TagsAndSharing deck={deck} viewer={viewer} />
    </div>
  )
}

/** Authors may share, copy and tag a deck that nobody can study yet. */
function TagsAndSharing({ deck, viewer }: Omit<Shown, 'contents'>) {
  return (
    <div className="grid content-start gap-10">
      <DeckTagsSection deckId={deck.id} viewer={viewer} />
      <ShareSection deck={deck} viewer={viewer} />
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
