import type { StudyRequest } from '@/components/study/parse-study-address'
import type { EndScreenProps } from '@/components/study/session/end-screen'
import type { LoadedSession } from '@/components/study/session/study-session'
import {
  isSliceOfSelection,
  nextSessionHref,
  offsetOf,
  openCardFirst,
  resolveQuery,
  SESSION_SIZE,
} from '@/components/study/study-address'
import type { DeckId } from '@/lib/core/ids'
import type { UnacceptedItems } from '@/lib/core/item/unaccepted-items'
import { DEFAULT_PARAMETERS, parametersOf } from '@/lib/core/memory/scheduling/parameters'
import { endOfStudyDay } from '@/lib/core/memory/scheduling/study-day'
import { waitUntil } from '@/lib/core/memory/session/interval'
import { isGuest, type Viewer } from '@/lib/core/people/viewer'
import { countStudyable, type DeckContents } from '@/lib/data/decks/find-deck'
import { studiedToday } from '@/lib/data/memories/studied-today'
import { countMore, nextCards } from '@/lib/data/study/next-cards'
import { explainNothingToStudy } from '@/lib/data/study/nothing-to-study'

/** Loads the session that an address of Study asks for. */
export async function loadSession(viewer: Viewer | null, request: StudyRequest, now: Date): Promise<LoadedSession> {
  const { deckId, factIds, only } = request
  const named = { ...(deckId ? { deckId } : {}), ...(factIds ? { factIds } : {}) }
  const wanted = { ...named, only, from: offsetOf(request), limit: SESSION_SIZE }
  const { cards, more, holdsBackNew } = await nextCards(viewer, wanted, now)
  const query = resolveQuery(request, cards)
  const ordered = openCardFirst(cards, request.card)
  const isOpen = ordered[0]?.factId === request.card
  const shown = request.shown && isOpen
  const end = { holdsBackNew, ...(await loadSummary(viewer, deckId, cards.length === 0, now)) }
  const { timeZone, dayStartHour } = viewer ?? DEFAULT_PARAMETERS
  return {
    madeAt: now.getTime(),
    endOfStudyDay: endOfStudyDay(now, timeZone, dayStartHour).getTime(),
    cards: ordered,
    shown,
    typed: shown ? request.typed : '',
    hints: isOpen ? request.hints : 0,
    query,
    owner: viewer?.learnerId ?? null,
    isGuest: isGuest(viewer),
    end: {
      ...end,
      more: isSliceOfSelection(request) ? await countMore(viewer, wanted, now) : more,
      deckId: query.deckId,
      only: query.only,
      cram: query.cram,
      isGuest: isGuest(viewer),
      goOnHref: nextSessionHref(request),
    },
  }
}

/** What the end screen says: of items that wait for their author, and if there is nothing to study on arrival. */
async function loadSummary(
  viewer: Viewer | null,
  deckId: DeckId | null,
  isEmpty: boolean,
  now: Date,
): Promise<
  Pick<EndScreenProps, 'scope' | 'changes' | 'next' | 'unacceptedItems' | 'offersQuiz' | 'hasText'> &
    Partial<Pick<EndScreenProps, 'holdsBackNew'>>
> {
  const contents = deckId ? await countStudyable(viewer, deckId) : null
  const { offersQuiz, hasText } = contents ?? { offersQuiz: true, hasText: true }
  const nothing = { changes: [], next: null, unacceptedItems: waitingIn(contents), offersQuiz, hasText } as const
  if (!isEmpty) return { ...nothing, scope: 'day' }
  const { cards, nextDue, holdsBackNew } = await explainNothingToStudy(viewer, deckId, now)
  // Without cards in any deck, the learner can only choose a deck.
  if (cards === 0 && !deckId) return { ...nothing, scope: 'choose', holdsBackNew }
  const parameters = parametersOf(viewer)
  return {
    ...nothing,
    scope: scopeOf(cards === 0 ? contents : null),
    changes: await studiedToday(viewer, deckId, now),
    next: nextDue ? waitUntil(nextDue, now, parameters) : null,
    holdsBackNew,
  }
}

/** What waits for its author; a reader is told only where nothing can be studied yet. */
function waitingIn(contents: DeckContents | null): UnacceptedItems {
  if (!contents || (contents.cards > 0 && contents.unacceptedItems.kind === 'unreviewed')) return { kind: 'none' }
  return contents.unacceptedItems
}

/** `contents`: what a deck without cards contains. */
function scopeOf(contents: DeckContents | null): EndScreenProps['scope'] {
  if (!contents) return 'day'
  return contents.facts === 0 ? 'no-items' : 'no-cards'
}
