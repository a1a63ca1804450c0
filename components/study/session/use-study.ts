'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useReducer, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { notify } from '@/components/ui/toaster'
import { hintsIn, lettersIn, toldByHints } from '@/lib/core/item/first-letters'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import { standing } from '@/lib/core/memory/session/active-reviews'
import { earnableRatings } from '@/lib/core/memory/session/ladder'
import type { Face, ReviewOutcome, StudyCard } from '@/lib/core/memory/session/study-card'
import type { SaveState } from '../queue/save-badge'
import {
  type EventOutcome,
  type FlagEvent,
  isFlag,
  isReview,
  newId,
  type QueueState,
  type StudyEvent,
} from '../queue/study-event'
import { useEventQueue } from '../queue/use-event-queue'
import type { StudyPlace } from '../study-query'
import { useRatingWords } from './interval-text'
import {
  beginSession,
  type Deed,
  type Session,
  type SessionEvent,
  type SetAside,
  sessionAfter,
} from './session-reducer'
import { unsavedOf } from './session-summary'
import { useStudyAddress } from './use-study-address'

export type StudyStart = {
  readonly cards: readonly StudyCard[]
  readonly place: StudyPlace
  readonly shown: boolean
  readonly typed: string
  /** Letters of the first card's answer that were asked for before a reload. */
  readonly hints: number
  readonly owner: string | null
  readonly isGuest: boolean
  /** When the server chose the cards, by its clock, in milliseconds. */
  readonly madeAt: number
  /** The cards were chosen on this device, which knows the events in its queue. */
  readonly includesQueued?: boolean
}

/** One session: the next card is there at once, the rating goes out behind it. */
export function useStudy(start: StudyStart) {
  const t = useTranslations('study')
  const saidOf = useRatingWords()
  const announce = useAnnounce()
  const [session, tell] = useReducer(sessionAfter, start, ({ cards, shown, typed, hints, place }) =>
    beginSession({ cards, shown, given: typed, hints, cram: place.cram }),
  )
  const since = useCardClock(session)
  const { state, send, sendFlag } = useSending(start, tell)
  useStudyAddress(session, start)
  return {
    session,
    state: stateOf(state, unsavedOf(session).length),
    ...useCardFlags(session, tell, sendFlag),
    show: (given: string) => tell({ kind: 'show', given }),
    rate(rating: Rating) {
      const { card, given } = session
      if (!card || !session.shown) return
      if (!earnableRatings(choiceOf(card, given)).includes(rating)) return announce(t('notEarned'))
      const [reviewId, now] = [newId(), Date.now()]
      tell({ kind: 'rate', rating, reviewId, now })
      announce(saidOf(session, card, rating))
      if (!session.cram)
        send({ ...ratingOf(session, card, rating), id: reviewId, at: now, durationMs: now - since.current })
    },
    askOtherwise() {
      tell({ kind: 'ask-otherwise' })
      announce(t('leech.asked'))
    },
    dayTurned: (card: StudyCard) => tell({ kind: 'day-turned', card }),
    edited: (itemId: string, faces: readonly Face[]) => tell({ kind: 'edited', itemId, faces }),
    /** False: there is nothing of this page to take back. */
    undo(): boolean {
      const last = session.deeds.at(-1)
      if (!last) return false
      tell({ kind: 'undo' })
      announce(t(last.kind === 'rated' ? 'said.undone' : 'said.back'))
      if (last.kind !== 'rated') sendFlag({ factId: last.card.factId, ...reversal(last) })
      else if (!session.cram) send({ kind: 'undo', id: newId(), reversesId: last.reviewId, at: Date.now() })
      return true
    },
  }
}

type Tell = (event: SessionEvent) => void

type Flag = Pick<FlagEvent, 'factId' | 'flag' | 'on'>

/** What can be done with a card besides rating it. */
function useCardFlags(session: Session, tell: Tell, sendFlag: (flag: Flag) => void) {
  const t = useTranslations('study')
  const announce = useAnnounce()
  return {
    hint() {
      const { card, hints, shown } = session
      if (!card || shown || lettersIn(card.front) + hints >= hintsIn(card.back)) return
      tell({ kind: 'hint' })
      announce(t('hint.said', { letters: toldByHints(card, hints + 1) }))
    },
    setAside(card: StudyCard, as: SetAside) {
      tell({ kind: 'set-aside', card, as, now: Date.now() })
      sendFlag({ factId: card.factId, flag: as, on: true })
      announce(t(`marks.${as}`))
    },
    star() {
      const { card } = session
      if (!card) return
      tell({ kind: 'star' })
      sendFlag({ factId: card.factId, flag: 'star', on: !card.starred })
      announce(t(card.starred ? 'marks.unstarred' : 'marks.starred'))
    },
  }
}

/** The session hears what the server made of its events, and leaves out what an earlier page did and could not send. */
function useSending({ owner, isGuest, includesQueued }: StudyStart, tell: Tell) {
  const t = useTranslations('study')
  const { state, send } = useEventQueue({
    owner,
    isGuest,
    onOutcomes(outcomes) {
      tell({ kind: 'saved', outcomes: outcomes.filter(isReviewOutcome) })
      if (outcomes.some(({ kind }) => kind === 'flag-rejected')) notify(t('marks.refused'))
    },
    onLeftover(events) {
      if (!includesQueued) tell({ kind: 'skip', factIds: factsDone(events), now: Date.now() })
    },
  })
  return { state, send, sendFlag: (flag: Flag) => send({ kind: 'flag', id: newId(), at: Date.now(), ...flag }) }
}

const isReviewOutcome = (outcome: EventOutcome): outcome is ReviewOutcome =>
  outcome.kind !== 'flagged' && outcome.kind !== 'flag-rejected'

/** Facts that were rated, buried or suspended, and for which that was not undone. */
function factsDone(events: readonly StudyEvent[]): readonly string[] {
  const hidden = new Map(
    events
      .filter(isFlag)
      .flatMap(({ factId, flag, on }) => (flag === 'star' ? [] : [[`${factId} ${flag}`, on && factId]])),
  )
  const rated = standing(events.filter(isReview)).map(({ factId }) => factId)
  return [...rated, ...[...hidden.values()].filter((factId) => factId !== false)]
}

/** Nothing is "saved" as long as one of this page is not; what is under way or in trouble is said first. */
function stateOf(state: QueueState, unsaved: number): SaveState {
  return unsaved > 0 && state.kind === 'saved' ? { kind: 'rejected', count: unsaved } : state
}

function ratingOf({ hints }: Session, { factId, itemId, revisionId }: StudyCard, rating: Rating) {
  return { kind: 'rating' as const, factId, itemId, revisionId, rating, ...(hints > 0 ? { assisted: true } : {}) }
}

function reversal(deed: Exclude<Deed, { kind: 'rated' }>): Pick<Flag, 'flag' | 'on'> {
  return deed.kind === 'starred' ? { flag: 'star', on: !deed.on } : { flag: deed.as, on: false }
}

function useCardClock({ turn }: Session) {
  const since = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each card, also when one comes round again.
  useEffect(() => {
    since.current = Date.now()
  }, [turn])
  return since
}

/** Whether an option was chosen and how; null: nothing was, or there was nothing to choose from. */
export function choiceOf({ options }: StudyCard, given: string): 'right' | 'wrong' | null {
  const chosen = options?.find(({ text }) => text === given)
  if (!chosen) return null
  return chosen.isRight ? 'right' : 'wrong'
}
