import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { itemsAddress } from '@/components/items/items-query'
import { KeepPacks } from '@/components/offline/keep-packs'
import { studyAddress } from '@/components/study/study-query'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { MasteryLegend, MasteryStrip, MasterySwatch } from '@/components/ui/mastery-swatch'
import { Metric, Metrics } from '@/components/ui/metric'
import type { Viewer } from '@/lib/core/access/viewer'
import type { NeedsReview } from '@/lib/core/item/needs-review'
import { MASTERY_NAMES } from '@/lib/core/memory/scheduling/memory'
import { countStudyable, type DeckHead } from '@/lib/data/decks/find-deck'
import { deckEtag } from '@/lib/data/study/deck-etag'
import { type DeckProgress, deckProgress } from '@/lib/data/study/deck-progress'
import { listFlaggedFacts } from '@/lib/data/study/list-flagged-facts'
import { listSelections } from '@/lib/data/study/list-selections'
import { CopiedNote } from './copied-note'
import { CustomStudy } from './custom-study'
import { DeckMore } from './deck-more'
import { ExamSection } from './exam-section'
import { FlaggedFacts } from './flagged-facts'
import { nextStep } from './next-step'
import { NothingChecked } from './nothing-checked'
import { openDeck } from './open-deck'
import { OwnTags } from './own-tags'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { deck } = await openDeck((await params).id)
  return deck ? { title: deck.title } : {}
}

/** A stranger takes as many as a new learner. */
const USUAL_NEW_PER_DAY = 20

export default async function StudyTab({ params, searchParams }: Props) {
  const { deck, viewer } = await openDeck((await params).id)
  if (!deck) notFound()
  const now = new Date()
  const [progress, contents] = await Promise.all([deckProgress(viewer, deck.id, now), countStudyable(viewer, deck.id)])
  if (!contents) notFound()
  const { needsReview } = contents
  if (progress.patches.length === 0) return <NoFacts deck={deck} viewer={viewer} needsReview={needsReview} />
  const [flagged, laid] = await Promise.all([
    viewer ? listFlaggedFacts(viewer, deck.id, now) : [],
    deckEtag(viewer, deck.id),
  ])
  return (
    <>
      <CopiedNote asked={(await searchParams).copied} />
      <div className="grid gap-x-16 gap-y-12 pt-8 wide:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-10">
          <Numbers progress={progress} viewer={viewer} />
          <FactMastery progress={progress} />
          {viewer ? <ExamSection viewer={viewer} deckId={deck.id} now={now} /> : null}
          {viewer ? <CustomStudy deckId={deck.id} selections={await listSelections(viewer, deck.id)} /> : null}
          {flagged.length > 0 ? <FlaggedFacts deckId={deck.id} facts={flagged} /> : null}
        </div>
        <div className="grid content-start gap-10">
          <WhatNext deckId={deck.id} progress={progress} />
          <ToCheck deckId={deck.id} needsReview={needsReview} />
          <OwnTags deckId={deck.id} viewer={viewer} />
          {deck.canRegenerate ? <RegenerateLink deckId={deck.id} /> : null}
          {progress.weakest.length > 0 ? <Weakest deckId={deck.id} progress={progress} /> : null}
          <DeckMore deck={deck} viewer={viewer} />
        </div>
      </div>
      {/* Not on the way to a quiz: a pack holds what cards answer. */}
      <KeepPacks owner={viewer?.learnerId ?? null} deckIds={[deck.id]} laid={laid} />
    </>
  )
}

async function Numbers({ progress, viewer }: { progress: DeckProgress; viewer: Viewer | null }) {
  const t = await getTranslations('deck.study')
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers" className="mb-4">
        {t('title')}
      </h2>
      <Metrics>
        <Metric name={t('due')} value={progress.due} meaning={t('dueMeaning')} />
        <Metric
          name={t('new')}
          value={progress.new}
          small={progress.newToday < progress.new ? t('newToday', { count: progress.newToday }) : null}
          meaning={t('newMeaning', { perDay: viewer?.newPerDay ?? USUAL_NEW_PER_DAY })}
        />
        <Metric name={t('recall')} value={progress.percent} small="%" meaning={t('recallMeaning')} />
      </Metrics>
    </section>
  )
}

async function FactMastery({ progress }: { progress: DeckProgress }) {
  const t = await getTranslations('deck.study')
  const { patches, lastStudiedDays } = progress
  const cardless = patches.filter(({ hasCard }) => !hasCard).length
  return (
    <section aria-labelledby="facts" className="grid gap-4 border-t pt-6">
      <div>
        <h2 id="facts" className="text-lead">
          {t('facts', { count: patches.length })}
        </h2>
        <p className="text-label text-ink-muted">
          {t('factsOf')}. {cardless > 0 ? t('cardless', { count: cardless }) : null}{' '}
          {lastStudiedDays === null ? t('never') : t('last', { days: lastStudiedDays })}
        </p>
      </div>
      <div className="[&_.mastery-strip]:[--patch:1.375rem]">
        <MasteryStrip patches={patches} />
      </div>
      <MasteryLegend />
    </section>
  )
}

async function WhatNext({ deckId, progress }: { deckId: string; progress: DeckProgress }) {
  const [t, words] = await Promise.all([getTranslations('deck.study'), getTranslations('study.in')])
  const { due, newToday, next } = progress
  const what = t(nextStep(progress), { count: due > 0 ? due : newToday })
  return (
    <section aria-labelledby="next" className="max-wide:border-t max-wide:pt-5">
      <h2 id="next" className="text-lead">
        {t('next')}
      </h2>
      <p className="mt-2">{what}</p>
      {next ? (
        <p className="mt-1 text-label text-ink-muted">
          {t('nextDue', { when: words(next.unit, { count: next.count }) })}
        </p>
      ) : null}
      <p className="mt-3">
        <Link href={`/decks/${deckId}/text`} className="inline-flex min-h-11 items-center text-label underline">
          {t('nextText')}
        </Link>
        <Link href={`/statistics?deck=${deckId}`} className="flex min-h-11 items-center text-label underline">
          {t('nextStatistics')}
        </Link>
      </p>
    </section>
  )
}

async function ToCheck({ deckId, needsReview }: { deckId: string; needsReview: NeedsReview }) {
  const t = await getTranslations('common.toCheck')
  if (needsReview.kind !== 'to-review') return null
  return (
    <div className="text-label text-ink-muted">
      <p>{t('more', { count: needsReview.items })}</p>
      <Link href={itemsAddress(deckId, { show: 'waiting' })} className="inline-flex min-h-11 items-center underline">
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

async function Weakest({ deckId, progress }: { deckId: string; progress: DeckProgress }) {
  const [t, names] = await Promise.all([getTranslations('deck.study'), getTranslations('common.mastery')])
  const { weakest } = progress
  const href = studyAddress({ deckId, factIds: weakest.map(({ factId }) => factId) })
  return (
    <section aria-labelledby="weakest" className="border-t pt-5">
      <h2 id="weakest" className="text-lead">
        {t('weakest')}
      </h2>
      <ul className="mt-2 mb-4">
        {weakest.map(({ factId, label, mastery }) => (
          <li key={factId} className="grid grid-cols-[1.25rem_1fr] gap-3 py-2 text-label leading-[1.45]">
            <span className="mt-0.5">
              <MasterySwatch mastery={mastery} label={names(MASTERY_NAMES[mastery])} />
            </span>
            <span className="wrap-anywhere">{label}</span>
          </li>
        ))}
      </ul>
      <ButtonLink size="slim" href={href}>
        {t('weakestStudy', { count: weakest.length })}
      </ButtonLink>
    </section>
  )
}

/** An author shares, copies and tags also what nobody can study yet. */
async function NoFacts({
  deck,
  viewer,
  needsReview,
}: {
  deck: DeckHead
  viewer: Viewer | null
  needsReview: NeedsReview
}) {
  const t = await getTranslations('deck.study')
  const action = <ButtonLink href={`/decks/${deck.id}/items`}>{t('emptyAction')}</ButtonLink>
  return (
    <div className="grid gap-x-16 gap-y-12 pt-8 wide:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        {needsReview.kind === 'none' ? (
          <EmptyState title={t('empty')} action={action}>
            {t('emptyBody')}
          </EmptyState>
        ) : (
          <NothingChecked deckId={deck.id} needsReview={needsReview} />
        )}
      </div>
      <div className="grid content-start gap-10">
        <OwnTags deckId={deck.id} viewer={viewer} />
        <DeckMore deck={deck} viewer={viewer} />
      </div>
    </div>
  )
}
