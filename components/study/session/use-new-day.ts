'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import type { StudyCard } from '@/lib/core/memory/session/study-card'
import type { StudyQuery } from '../study-query'
import { answerInput } from './session-focus'
import type { Session } from './session-reducer'

/**
 * Chooses the cards anew, with this one on top if it is still to be studied, and puts them in the place of the session
 * unless the learner has gone on meanwhile. False: there is no other session to be had.
 */
export type Renew = (card: StudyCard | null, isStillWanted: () => boolean) => Promise<boolean>

/** The card that is open as it would be chosen now; null: the day is not another one yet, or the card is not to be had. */
export type Refresh = (card: StudyCard) => Promise<StudyCard | null>

export type NewDay = {
  /** By the server's clock, in milliseconds: from then on another study day asks for other cards, with other intervals. */
  readonly endOfStudyDay: number
  readonly madeAt: number
  /** These cards are those of a day that began while the page was open. */
  readonly isNewDay?: boolean
  readonly renew: Renew
  readonly refresh: Refresh
}

type Here = {
  session: Session
  query: StudyQuery
  isPanelOpen: boolean
  isSaving: boolean
  onRefreshed: (card: StudyCard) => void
}

/**
 * At the turn of the study day the cards are chosen anew: between two cards, so that nothing typed, opened or rated is lost.
 * An answer that lies open stays; its ratings lead where they lead from the new day on.
 */
export function useNewDay(here: Here, start: NewDay, said: string): void {
  const { session, query, isPanelOpen, isSaving } = here
  const { overFor, wasAway, wait } = useDayOver(start)
  useRefreshedAnswer(here, start.refresh, overFor)
  const announce = useAnnounce()
  const renewed = useRef(start.isNewDay)
  useEffect(() => {
    if (renewed.current) announce(said)
    renewed.current = false
  }, [announce, said])
  const latest = useRef(start.renew)
  useEffect(() => {
    latest.current = start.renew
  })
  const isAtRest = !isPanelOpen && !isSaving && isBetweenCards(session, query, wasAway)
  // What is done meanwhile makes another session of it, and the answer to the question before is dropped.
  useEffect(() => {
    if (overFor === 0 || !isAtRest || isInHand()) return
    let isHere = true
    latest
      .current(session.card, () => isHere && !isInHand())
      .then(
        (isThere) => isHere && !isThere && wait(),
        // The server is away: it is asked at the next look.
        () => undefined,
      )
    return () => {
      isHere = false
    }
  }, [overFor, isAtRest, session, wait])
}

/** Once for each card that lies open: what its ratings lead to is asked for when the day is over. */
function useRefreshedAnswer({ session, onRefreshed }: Here, refresh: Refresh, overFor: number): void {
  const latest = useRef({ refresh, onRefreshed })
  useEffect(() => {
    latest.current = { refresh, onRefreshed }
  })
  const refreshedTurn = useRef<number | null>(null)
  const { card, shown, cram, turn } = session
  const open = shown && !cram ? card : null
  useEffect(() => {
    if (overFor === 0 || !open || refreshedTurn.current === turn) return
    let isHere = true
    const { refresh, onRefreshed } = latest.current
    refresh(open).then(
      (found) => {
        if (!isHere || !found) return
        refreshedTurn.current = turn
        onRefreshed(found)
      },
      // The server is away: it is asked at the next look.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [overFor, open, turn])
}

/** An open answer is rated first. What the end tells is left until its reader comes back to it; practice knows no days. */
function isBetweenCards({ card, shown, hints, leech, history, cram }: Session, query: StudyQuery, wasAway: boolean) {
  if (cram) return false
  if (card) return !shown && hints === 0 && leech === null
  return query.factIds === null && (history.length === 0 || wasAway)
}

/** An answer is being written, or something lies over the card. */
function isInHand(): boolean {
  return (answerInput()?.value ?? '') !== '' || document.querySelector('[role=dialog], [role=menu]') !== null
}

// By how much this device's clock is ahead of the server's: the least that was seen, since a page is shown some time after
// it was made, or long after.
let ahead = Number.POSITIVE_INFINITY

/** A timer stands still while a laptop sleeps, so the clock is looked at in between. */
const LOOK_AGAIN_MS = 60_000

/** How many times the clock was looked at since the day was over, and whether the page was out of sight since. */
function useDayOver({ endOfStudyDay, madeAt }: NewDay) {
  const [overFor, setOverFor] = useState(0)
  const [wasAway, setWasAway] = useState(false)
  // For a moment nothing more is asked; the next look asks again.
  const wait = useCallback(() => setOverFor(0), [])
  useEffect(() => {
    ahead = Math.min(ahead, Date.now() - madeAt)
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(timer)
      const left = endOfStudyDay - (Date.now() - ahead)
      if (left <= 0) setOverFor((times) => times + 1)
      timer = setTimeout(look, left > 0 ? Math.min(left, LOOK_AGAIN_MS) : LOOK_AGAIN_MS)
    }
    const cameBack = () => {
      if (document.hidden) return
      setWasAway(true)
      look()
    }
    look()
    document.addEventListener('visibilitychange', cameBack)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', cameBack)
    }
  }, [endOfStudyDay, madeAt])
  return { overFor, wasAway, wait }
}
