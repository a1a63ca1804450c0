'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { notify } from '@/components/ui/toaster'
import { hintsIn, lettersIn, toldByHints } from '@/lib/core/item/hint'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import { activeRatings } from '@/lib/core/memory/session/reversed-reviews'
import type { Face, ReviewOutcome, StudyCard } from '@/lib/core/memory/session/study-card'
import { useLatest } from '../../ui/use-latest'
import { QueueSender } from '../queue/queue-sender'
import {
  type EventOutcome,
  type FlagEvent,
  isFlag,
  isReview,
  newId,
  type QueueOwner,
  type QueueState,
  type StudyEvent,
} from '../queue/study-event'
import type { StudyQuery } from '../study-address'
import { isBusy } from './answer-input'
import { useRatingAnnouncement } from './interval-text'
import {
  allowedRatings,
  beginSession,
  cardsLeft,
  type HidingFlag,
  type HistoryEntry,
  type Session,
  type SessionEvent,
  sessionReducer,
} from './session-reducer'
import { unsavedOf } from './session-summary'
import { useStudyAddress } from './use-study-address'

export type StudyStart = {
  readonly cards: readonly StudyCard[]
  readonly query: StudyQuery
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

/** One session: the next card appears at once, and the rating is sent in the background. */
export function useStudy(start: StudyStart) {
  const t = useTranslations('study')
  const announcementOf = useRatingAnnouncement()
  const announce = useAnnounce()
  const [session, dispatch] = useReducer(sessionReducer, start, ({ cards, shown, typed, hints, query }) =>
    beginSession({ cards, shown, given: typed, hints, cram: query.cram }),
  )
  const shownAt = useShownAt(session)
  const { state, send, sendFlag } = useSending(start, session, dispatch)
  useStudyAddress(session, start)
  return {
    session,
    state: stateOf(state, unsavedOf(session).length),
    ...useCardFlags(session, dispatch, sendFlag),
    show: (given: string) => dispatch({ kind: 'show', given }),
    rate(rating: Rating) {
      const { card } = session
      if (!card || !session.shown) return
      if (!allowedRatings(session).includes(rating)) return announce(t('notEarned'))
      const [reviewId, now] = [newId(), Date.now()]
      dispatch({ kind: 'rate', rating, reviewId, now })
      announce(announcementOf(session, card, rating))
      if (!session.cram)
        send({ ...ratingOf(session, card, rating), id: reviewId, at: now, durationMs: now - shownAt.current })
    },
    switchFace() {
      dispatch({ kind: 'switch-face' })
      announce(t('leech.asked'))
    },
    refreshCard: (card: StudyCard) => dispatch({ kind: 'refresh-card', card }),
    edited: (itemId: string, faces: readonly Face[]) => dispatch({ kind: 'edited', itemId, faces }),
    /** False: this page has done nothing that could be undone. */
    undo(): boolean {
      const last = session.history.at(-1)
      if (!last) return false
      dispatch({ kind: 'undo' })
      announce(t(last.kind === 'rated' ? 'said.undone' : 'said.back'))
      if (last.kind !== 'rated') sendFlag({ factId: last.card.factId, ...reversal(last) })
      else if (!session.cram) send({ kind: 'undo', id: newId(), reversesId: last.reviewId, at: Date.now() })
      return true
    },
  }
}

type Dispatch = (event: SessionEvent) => void
type Flag = Pick<FlagEvent, 'factId' | 'flag' | 'on'>

/** What can be done with a card besides rating it. */
function useCardFlags(session: Session, dispatch: Dispatch, sendFlag: (flag: Flag) => void) {
  const t = useTranslations('study')
  const announce = useAnnounce()
  return {
    hint() {
      const { card, hints, shown } = session
      if (!card || shown || lettersIn(card.front) + hints >= hintsIn(card.back)) return
      dispatch({ kind: 'hint' })
      announce(t('hint.said', { letters: toldByHints(card, hints + 1) }))
    },
    hide(card: StudyCard, flag: HidingFlag) {
      dispatch({ kind: 'hide', card, flag, now: Date.now() })
      sendFlag({ factId: card.factId, flag, on: true })
      announce(t(`flags.${flag}`))
    },
    star() {
      const { card } = session
      if (!card) return
      dispatch({ kind: 'star' })
      sendFlag({ factId: card.factId, flag: 'star', on: !card.starred })
      announce(t(card.starred ? 'flags.unstarred' : 'flags.starred'))
    },
  }
}

/** Sends events, passes their outcomes to the session, and skips facts that an earlier page rated but could not send. */
function useSending({ owner, isGuest, includesQueued }: StudyStart, session: Session, dispatch: Dispatch) {
  const t = useTranslations('study')
  const { state, send } = useEventQueue({
    owner,
    isGuest,
    onOutcomes(outcomes) {
      dispatch({ kind: 'saved', outcomes: outcomes.filter(isReviewOutcome), now: Date.now() })
      if (outcomes.some(({ kind }) => kind === 'flag-rejected')) notify(t('flags.refused'))
    },
    toAsk: () => [...new Set(cardsLeft(session).map(({ itemId }) => itemId))],
    onTakenOut: (itemIds) => dispatch({ kind: 'taken-out', itemIds, isAnswering: isBusy(), now: Date.now() }),
    onLeftover(events) {
      if (!includesQueued) dispatch({ kind: 'skip', factIds: factsDone(events), now: Date.now() })
    },
  })
  return { state, send, sendFlag: (flag: Flag) => send({ kind: 'flag', id: newId(), at: Date.now(), ...flag }) }
}

/** The queue of this screen: events are sent in the background, and the badge shows its state. */
function useEventQueue(
  options: QueueOwner & {
    onOutcomes: (outcomes: readonly EventOutcome[]) => void
    toAsk: () => readonly string[]
    onTakenOut: (itemIds: readonly string[]) => void
    /** Events that a page before this one left on the device. */
    onLeftover: (events: readonly StudyEvent[]) => void
  },
): { state: QueueState; send: (event: StudyEvent) => void } {
  const [state, setState] = useState<QueueState>({ kind: 'idle' })
  const sender = useRef<QueueSender | null>(null)
  const latest = useLatest(options)
  const { owner, isGuest } = options
  useEffect(() => {
    const opened = new QueueSender({
      owner,
      isGuest,
      onState: setState,
      onOutcomes: (outcomes) => latest.current.onOutcomes(outcomes),
      toAsk: () => latest.current.toAsk(),
      onTakenOut: (itemIds) => latest.current.onTakenOut(itemIds),
    })
    sender.current = opened
    let isMounted = true
    void opened.waiting().then((queued) => {
      if (!isMounted || queued.length === 0) return
      latest.current.onLeftover(queued.map(({ event }) => event))
      opened.flush()
    })
    const cameBack = () => {
      if (!document.hidden) void opened.refresh()
    }
    document.addEventListener('visibilitychange', cameBack)
    return () => {
      isMounted = false
      document.removeEventListener('visibilitychange', cameBack)
      opened.leave()
    }
  }, [owner, isGuest])
  const send = useCallback((event: StudyEvent) => sender.current?.add(event), [])
  return { state, send }
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
  const rated = activeRatings(events.filter(isReview)).map(({ factId }) => factId)
  return [...rated, ...[...hidden.values()].filter((factId) => factId !== false)]
}

/** `rejected`: ratings that reached the server, and that it did not save. */
export type SaveState = QueueState | { readonly kind: 'rejected'; readonly count: number }

/** Not `saved` while a rating of this page is rejected. Saving and trouble are shown first. */
function stateOf(state: QueueState, unsaved: number): SaveState {
  return unsaved > 0 && state.kind === 'saved' ? { kind: 'rejected', count: unsaved } : state
}

function ratingOf({ hints }: Session, { factId, itemId, revisionId }: StudyCard, rating: Rating) {
  return { kind: 'rating' as const, factId, itemId, revisionId, rating, ...(hints > 0 ? { assisted: true } : {}) }
}

function reversal(entry: Exclude<HistoryEntry, { kind: 'rated' }>): Pick<Flag, 'flag' | 'on'> {
  return entry.kind === 'starred' ? { flag: 'star', on: !entry.on } : { flag: entry.flag, on: false }
}

function useShownAt({ turn }: Session) {
  const shownAt = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each appearance of a card starts the clock, also that of a card which comes again.
  useEffect(() => {
    shownAt.current = Date.now()
  }, [turn])
  return shownAt
}
