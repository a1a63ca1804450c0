'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useReducer, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { hintsIn, lettersIn, toldByHints } from '@/lib/core/item/first-letters'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import { standing } from '@/lib/core/memory/session/active-reviews'
import { earnableRatings } from '@/lib/core/memory/session/ladder'
import type { MarkKind } from '@/lib/core/memory/session/mark'
import type { Face, ReviewOutcome, StudyCard } from '@/lib/core/memory/session/study-card'
import type { SentMark } from '../marks-box'
import { newId } from '../new-id'
import type { OutboxState, SaveState } from '../outbox-state'
import type { StudyPlace } from '../study-query'
import { useMarks } from '../use-marks'
import { useOutbox } from '../use-outbox'
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
  /** The cards were chosen on this device, which knows what waits here to be sent. */
  readonly knowsWaiting?: boolean
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
  const { state, send, mark } = useSending(start, tell)
  useStudyAddress(session, start)
  return {
    session,
    state: stateOf(state, unsavedOf(session).length),
    ...useMarking(session, tell, mark),
    show: (given: string) => tell({ kind: 'show', given }),
    rate(rating: Rating) {
      const { card, given } = session
      if (!card || !session.shown) return
      if (!earnableRatings(choiceOf(card, given)).includes(rating)) return announce(t('notEarned'))
      const [reviewId, now] = [newId(), Date.now()]
      tell({ kind: 'rate', rating, reviewId, now })
      announce(saidOf(session, card, rating))
      if (!session.cram)
        send({ ...reviewOf(session, card, rating), id: reviewId, at: now, durationMs: now - since.current })
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
      if (last.kind !== 'rated') mark({ factId: last.card.factId, ...reversal(last), at: Date.now() })
      else if (!session.cram) send({ id: newId(), reversesId: last.reviewId, at: Date.now() })
      return true
    },
  }
}

type Tell = (event: SessionEvent) => void

/** What is done with a card beside rating it. */
function useMarking(session: Session, tell: Tell, mark: (mark: SentMark) => void) {
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
      mark({ factId: card.factId, kind: as, on: true, at: Date.now() })
      announce(t(`marks.${as}`))
    },
    star() {
      const { card } = session
      if (!card) return
      tell({ kind: 'star' })
      mark({ factId: card.factId, kind: 'star', on: !card.starred, at: Date.now() })
      announce(t(card.starred ? 'marks.unstarred' : 'marks.starred'))
    },
  }
}

/** Ratings and marks on their way. A stranger's first request makes a guest, so one waits for the other. */
function useSending(start: StudyStart, tell: Tell) {
  const skip = (factIds: readonly string[]) => tell({ kind: 'skip', factIds, now: Date.now() })
  const { owner, isGuest } = start
  const outbox = useOutbox({
    ...{ owner, isGuest },
    onOutcomes: (outcomes: readonly ReviewOutcome[]) => tell({ kind: 'saved', outcomes }),
    onLeftOver(left) {
      if (!start.knowsWaiting) skip(standing(left).map(({ factId }) => factId))
    },
  })
  const marks = useMarks({
    ...{ owner, isGuest },
    busy: outbox.state.kind === 'saving',
    onLeftOver: skip,
  })
  return { state: outbox.state, send: outbox.send, mark: marks.mark }
}

/** Nothing is "saved" as long as one of this page is not; what is under way or in trouble is said first. */
function stateOf(state: OutboxState, unsaved: number): SaveState {
  return unsaved > 0 && state.kind === 'saved' ? { kind: 'rejected', count: unsaved } : state
}

function reviewOf({ hints }: Session, { factId, itemId, revisionId }: StudyCard, rating: Rating) {
  return { factId, itemId, revisionId, rating, ...(hints > 0 ? { assisted: true } : {}) }
}

function reversal(deed: Exclude<Deed, { kind: 'rated' }>): { kind: MarkKind; on: boolean } {
  return deed.kind === 'starred' ? { kind: 'star', on: !deed.on } : { kind: deed.as, on: false }
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
