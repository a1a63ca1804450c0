import { CARDS_OF_A_SESSION, openCardFirst } from '@/components/study/open-card-first'
import { studyAddress } from '@/components/study/study-address'
import type { StudyPlace } from '@/components/study/study-place'
import type { ChosenSession } from '@/components/study/study-session'
import type { Viewer } from '@/lib/core/access/viewer'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { writeSelection } from '@/lib/core/memory/selection'
import type { StudyCard } from '@/lib/core/memory/study-card'
import { endOfStudyDay } from '@/lib/core/memory/study-day'
import { nextCards } from '@/lib/data/study/next-cards'
import { endOf } from './end-of'
import type { StudyQuery } from './place'

/** The session that an address of Study asks for, as it is to be at this moment. */
export async function sessionOf(viewer: Viewer | null, query: StudyQuery, now: Date): Promise<ChosenSession> {
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
  const { timeZone, dayStartHour } = viewer ?? DEFAULT_PARAMETERS
  return {
    madeAt: now.getTime(),
    endOfStudyDay: endOfStudyDay(now, timeZone, dayStartHour).getTime(),
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
