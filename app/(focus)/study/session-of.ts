import { cameBefore, goOnFrom, isPartOfSelection, placeOf } from '@/components/study/chosen-place'
import { CARDS_OF_A_SESSION, openCardFirst } from '@/components/study/open-card-first'
import type { ChosenSession } from '@/components/study/study-session'
import { isGuest, type Viewer } from '@/lib/core/access/viewer'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { endOfStudyDay } from '@/lib/core/memory/study-day'
import { countMore, nextCards } from '@/lib/data/study/next-cards'
import { endOf } from './end-of'
import type { StudyQuery } from './place'

/** The session that an address of Study asks for, as it is to be at this moment. */
export async function sessionOf(viewer: Viewer | null, query: StudyQuery, now: Date): Promise<ChosenSession> {
  const { deck: deckId, facts: factIds, only } = query
  const asked = askedBy(query)
  const named = { ...(deckId ? { deckId } : {}), ...(factIds ? { factIds } : {}) }
  const wanted = { ...named, only, from: cameBefore(asked), limit: CARDS_OF_A_SESSION }
  const { cards, more, holdsBackNew } = await nextCards(viewer, wanted, now)
  const place = placeOf(asked, cards)
  const ordered = openCardFirst(cards, query.card)
  const isOpen = ordered[0]?.factId === query.card
  const shown = query.show === '1' && isOpen
  const end = { holdsBackNew, ...(await endOf(viewer, deckId ?? null, cards.length === 0, now)) }
  const { timeZone, dayStartHour } = viewer ?? DEFAULT_PARAMETERS
  return {
    madeAt: now.getTime(),
    endOfStudyDay: endOfStudyDay(now, timeZone, dayStartHour).getTime(),
    cards: ordered,
    shown,
    typed: shown ? (query.typed ?? '') : '',
    hints: isOpen ? query.hints : 0,
    place,
    owner: viewer?.learnerId ?? null,
    isGuest: isGuest(viewer),
    end: {
      ...end,
      more: isPartOfSelection(asked) ? await countMore(viewer, wanted, now) : more,
      deckId: place.deckId,
      only: place.only,
      cram: place.cram,
      isGuest: isGuest(viewer),
      goOnHref: goOnFrom(asked),
    },
  }
}

function askedBy({ deck, facts, last, only, cram, from }: StudyQuery) {
  return {
    deckId: deck ?? null,
    factIds: facts ?? null,
    lastReviewId: last ?? null,
    only,
    from,
    cram: cram === '1',
  }
}
