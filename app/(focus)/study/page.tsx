import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { KeepDecks } from '@/components/offline/keep-decks'
import { CARDS_OF_A_SESSION, openCardFirst } from '@/components/study/open-card-first'
import { studyAddress } from '@/components/study/study-address'
import type { StudyPlace } from '@/components/study/study-place'
import { StudySession } from '@/components/study/study-session'
import { ClientMessages } from '@/components/ui/messages'
import type { Viewer } from '@/lib/core/access/viewer'
import { writeSelection } from '@/lib/core/memory/selection'
import type { StudyCard } from '@/lib/core/memory/study-card'
import { findDeck } from '@/lib/data/decks/find-deck'
import { nextCards } from '@/lib/data/study/next-cards'
import { getViewer } from '@/lib/session'
import { rateCard, undoRating } from './actions'
import { editCard } from './edit-card'
import { endOf } from './end-of'
import { StudyQuery } from './place'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('study')
  return { title: t('title') }
}

export default async function StudyPage({ searchParams }: Props) {
  const query = StudyQuery.parse(await searchParams)
  const viewer = await getViewer()
  const deck = query.deck ? await findDeck(viewer, query.deck) : null
  if (query.deck && !deck) notFound()
  // A stranger has nothing due anywhere: first a deck is chosen.
  if (!viewer && !deck) redirect('/decks')
  const t = await getTranslations('study')
  const session = await sessionOf(viewer, query, new Date())
  return (
    <ClientMessages areas={['study']}>
      <StudySession
        // Cards that were chosen anew are a new session: what the old one had rated is in it.
        key={session.madeAt}
        {...session}
        title={deck?.title ?? t('today')}
        backHref={deck ? `/decks/${deck.id}` : '/'}
        formIds={{ rate: randomUUID(), undo: randomUUID() }}
        rateDeed={rateCard}
        undoDeed={undoRating}
        editDeed={editCard}
      />
      <KeepDecks
        owner={session.owner}
        deckIds={[...(deck ? [deck.id] : []), ...session.cards.map(({ deckId }) => deckId)]}
      />
    </ClientMessages>
  )
}

async function sessionOf(viewer: Viewer | null, query: StudyQuery, now: Date) {
  const { deck: deckId, facts: factIds, only } = query
  const named = { ...(deckId ? { deckId } : {}), ...(factIds ? { factIds } : {}) }
  const { cards, more } = await nextCards(
    viewer,
    { ...named, only, from: cameBefore(query), limit: CARDS_OF_A_SESSION },
    now,
  )
  const place = placeOf(query, cards)
  const ordered = openCardFirst(cards, query.card)
  const shown = query.show === '1' && ordered[0]?.factId === query.card
  const isGuest = viewer === null || viewer.wayIn === 'guest'
  const end = await endOf(viewer, deckId ?? null, cards.length === 0, now)
  const { cram } = place
  const goOnHref = studyAddress({ ...place, factIds: null, lastReviewId: null, from: comesNext(query) })
  return {
    madeAt: now.getTime(),
    cards: ordered,
    shown,
    typed: shown ? (query.typed ?? '') : '',
    hints: ordered[0]?.factId === query.card ? query.hints : 0,
    place,
    owner: viewer?.learnerId ?? null,
    isGuest,
    end: { ...end, more, deckId: place.deckId, only: place.only, cram, isGuest, goOnHref },
  }
}

/** Rating takes no fact out of these, and practice out of none: what comes next is told by how many came before. */
function isLeftAsItIs({ only, cram }: StudyQuery): boolean {
  return cram === '1' || ['all', 'starred', 'tag', 'forgotten'].includes(only.kind)
}

function cameBefore(query: StudyQuery): number {
  return isLeftAsItIs(query) ? query.from : 0
}

function comesNext(query: StudyQuery): number {
  return isLeftAsItIs(query) ? query.from + CARDS_OF_A_SESSION : 0
}

/** A set that was chosen, or is only practised, is named by its facts: rating one must not make another of it. */
function placeOf({ deck, facts, last, only, cram, from }: StudyQuery, cards: readonly StudyCard[]): StudyPlace {
  const written = writeSelection(only)
  const isFixed = written !== null || cram === '1'
  const factIds = facts ?? (isFixed && cards.length > 0 ? cards.map(({ factId }) => factId) : null)
  const chosen = { only: written, cram: cram === '1', from }
  return { deckId: deck ?? null, factIds, lastReviewId: last ?? null, ...chosen }
}
