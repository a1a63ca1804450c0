'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useReducer, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { notify } from '@/components/ui/toaster'
import type { Rating } from '@/lib/core/memory/memory'
import type { ReviewOutcome, StudyCard } from '@/lib/core/memory/study-card'
import { newId } from './new-id'
import { lastSavedAt } from './outbox-store'
import type { SentReview } from './sent-review'
import { beginSession, type Session, sessionAfter } from './session-state'
import { studyAddress } from './study-address'
import type { StudyPlace } from './study-place'
import { useOutbox } from './use-outbox'
import { useWhenWords } from './words'

export type StudyStart = {
  readonly cards: readonly StudyCard[]
  readonly place: StudyPlace
  readonly shown: boolean
  readonly typed: string
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
  const when = useWhenWords()
  const announce = useAnnounce()
  const [session, tell] = useReducer(sessionAfter, start, ({ cards, shown }) => beginSession(cards, shown))
  const [typed, setTyped] = useState(start.typed)
  const since = useCardClock(session)
  const onOutcomes = (outcomes: readonly ReviewOutcome[]) => {
    tell({ kind: 'saved', outcomes })
    if (outcomes.some(({ kind }) => kind === 'rejected')) notify(t('rejected'))
  }
  const outbox = useOutbox({
    ...start,
    onOutcomes,
    onLeftOver(left) {
      if (!start.knowsWaiting) tell({ kind: 'skip', factIds: ratedFacts(left), now: Date.now() })
    },
  })
  const isOutdated = useFreshCards(start)
  useAddress(session, start.place, typed, isOutdated)

  return {
    session,
    typed,
    state: outbox.state,
    show(written: string) {
      setTyped(written)
      tell({ kind: 'show' })
    },
    rate(rating: Rating) {
      const { card } = session
      if (!card || !session.shown) return
      const [reviewId, now] = [newId(), Date.now()]
      const { factId, itemId, revisionId } = card
      tell({ kind: 'rate', rating, reviewId, now })
      setTyped('')
      announce(t('said.rated', { rating: t(`rating.${rating}`), when: when(card.intervals[rating]) }))
      outbox.send({ id: reviewId, factId, itemId, revisionId, rating, at: now, durationMs: now - since.current })
    },
    /** False: there is nothing of this page to take back. */
    undo(): boolean {
      const last = session.rated.at(-1)
      if (!last) return false
      tell({ kind: 'undo' })
      setTyped('')
      announce(t('said.undone'))
      outbox.send({ id: newId(), reversesId: last.reviewId, at: Date.now() })
      return true
    },
  }
}

const LAST_IN_ADDRESS = /[?&]last=([0-9a-f-]{36})(?:&|$)/

// Once for each save: servers whose clocks differ must not make a page ask for ever.
let askedAgainFor = 0

/**
 * Going back in the browser brings the page as it was first loaded, under the address that it had in the end. What was
 * rated in between must not come again, and what could be taken back still can: the cards are asked for anew.
 */
function useFreshCards({ madeAt, place }: StudyStart): { readonly current: boolean } {
  const router = useRouter()
  const isOutdated = useRef(false)
  useEffect(() => {
    const { pathname, search } = window.location
    const last = LAST_IN_ADDRESS.exec(search)?.[1] ?? null
    const isOtherAddress = last !== place.lastReviewId
    const savedAt = lastSavedAt()
    isOutdated.current = isOtherAddress || (madeAt < savedAt && askedAgainFor !== savedAt)
    askedAgainFor = savedAt
    if (isOtherAddress) router.replace(pathname + search)
    else if (isOutdated.current) router.refresh()
  }, [madeAt, place.lastReviewId, router])
  return isOutdated
}

function useCardClock({ card, rated }: Session) {
  const since = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each card, also when one comes round again.
  useEffect(() => {
    since.current = Date.now()
  }, [card?.itemId, rated.length])
  return since
}

/** A reload finds the same card, the same side, and what can be taken back. */
function useAddress(
  session: Session,
  place: StudyPlace,
  typed: string,
  isOutdated: { readonly current: boolean },
): void {
  const { card, shown, rated } = session
  const lastReviewId = rated.at(-1)?.reviewId ?? place.lastReviewId
  const left = place.factIds ? factsLeft(session) : null
  // The first card stands there without being named: the address of a session is one that can be passed on.
  const isNamed = card !== null && (shown || lastReviewId !== null)
  const named = isNamed ? { factId: card.factId, typed: shown ? typed : null } : null
  const address = studyAddress({ deckId: place.deckId, factIds: left, card: named, lastReviewId })
  useEffect(() => {
    const { pathname, search } = window.location
    if (!isOutdated.current && pathname + search !== address) window.history.replaceState(null, '', address)
  }, [address, isOutdated])
}

function factsLeft({ card, ahead, waiting }: Session): readonly string[] {
  return [...(card ? [card] : []), ...ahead, ...waiting.map((one) => one.card)].map(({ factId }) => factId)
}

function ratedFacts(reviews: readonly SentReview[]): readonly string[] {
  const reversed = new Set(reviews.flatMap((review) => ('reversesId' in review ? [review.reversesId] : [])))
  return reviews.flatMap((review) => ('factId' in review && !reversed.has(review.id) ? [review.factId] : []))
}
