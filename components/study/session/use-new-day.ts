'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import type { StudyCard } from '@/lib/core/memory/session/study-card'
import { MINUTE_MS } from '@/lib/core/shared/time'
import { useLatest } from '../../ui/use-latest'
import type { StudyQuery } from '../study-address'
import { isBusy } from './answer-input'
import type { Session } from './session-reducer'

/**
 * Loads the cards of the new day, with this card first if it is still to be studied, and replaces the session with them,
 * unless the learner has gone on meanwhile. False: there is no other session yet.
 */
export type Renew = (card: StudyCard | null, isStillWanted: () => boolean) => Promise<boolean>

/** Loads the open card as of the new day. Null: no new day yet, or the card is gone. */
export type Refresh = (card: StudyCard) => Promise<StudyCard | null>

export type NewDay = {
  /** By the server's clock, in milliseconds. After it, other cards are due and ratings lead to other intervals. */
  readonly endOfStudyDay: number
  readonly madeAt: number
  /** The cards were loaded again because a study day began while the page was open. */
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
 * When a study day begins, loads the cards again, but only between two cards, so that nothing typed, opened or rated is
 * lost. An open answer stays on screen with the intervals of the new day.
 */
export function useNewDay(here: Here, start: NewDay, said: string): void {
  const { session, query, isPanelOpen, isSaving } = here
  const { checks, wasAway, wait } = useDayOver(start)
  useRefreshedAnswer(here, start.refresh, checks)
  const announce = useAnnounce()
  const renewed = useRef(start.isNewDay)
  useEffect(() => {
    if (renewed.current) announce(said)
    renewed.current = false
  }, [announce, said])
  const latest = useLatest(start.renew)
  const isAtRest = !isPanelOpen && !isSaving && isBetweenCards(session, query, wasAway)
  // If the learner does something meanwhile, `session` changes and the reply to this request is ignored.
  useEffect(() => {
    if (checks === 0 || !isAtRest || isBusy()) return
    let isHere = true
    latest
      .current(session.card, () => isHere && !isBusy())
      .then(
        (isThere) => isHere && !isThere && wait(),
        // The server cannot be reached: the next check asks again.
        () => undefined,
      )
    return () => {
      isHere = false
    }
  }, [checks, isAtRest, session, wait])
}

/** Loads the intervals of the open answer when the day is over, once for each card. */
function useRefreshedAnswer({ session, onRefreshed }: Here, refresh: Refresh, checks: number): void {
  const latest = useLatest({ refresh, onRefreshed })
  const refreshedTurn = useRef<number | null>(null)
  const { card, shown, cram, turn } = session
  const open = shown && !cram ? card : null
  useEffect(() => {
    if (checks === 0 || !open || refreshedTurn.current === turn) return
    let isHere = true
    const { refresh, onRefreshed } = latest.current
    refresh(open).then(
      (found) => {
        if (!isHere || !found) return
        refreshedTurn.current = turn
        onRefreshed(found)
      },
      // The server cannot be reached: the next check asks again.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [checks, open, turn])
}

/** Not while an answer is open or hinted. The end screen stays until the reader comes back to the page. Practice has no days. */
function isBetweenCards({ card, shown, hints, leech, history, cram }: Session, query: StudyQuery, wasAway: boolean) {
  if (cram) return false
  if (card) return !shown && hints === 0 && leech === null
  return query.factIds === null && (history.length === 0 || wasAway)
}

// How far this device's clock is ahead of the server's, in milliseconds: the least difference seen, because a page may be
// shown long after it was made.
let clockAhead = Number.POSITIVE_INFINITY

/** Timers stop while a laptop sleeps, so the clock is checked at least this often. */
const CHECK_AGAIN_MS = MINUTE_MS

/** `checks`: how many times the clock was checked since the day was over. `wasAway`: the page was hidden since. */
function useDayOver({ endOfStudyDay, madeAt }: NewDay) {
  const [checks, setChecks] = useState(0)
  const [wasAway, setWasAway] = useState(false)
  // Nothing is asked until the next check.
  const wait = useCallback(() => setChecks(0), [])
  useEffect(() => {
    clockAhead = Math.min(clockAhead, Date.now() - madeAt)
    let timer: ReturnType<typeof setTimeout>
    const check = () => {
      clearTimeout(timer)
      const left = endOfStudyDay - (Date.now() - clockAhead)
      if (left <= 0) setChecks((times) => times + 1)
      timer = setTimeout(check, left > 0 ? Math.min(left, CHECK_AGAIN_MS) : CHECK_AGAIN_MS)
    }
    const cameBack = () => {
      if (document.hidden) return
      setWasAway(true)
      check()
    }
    check()
    document.addEventListener('visibilitychange', cameBack)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', cameBack)
    }
  }, [endOfStudyDay, madeAt])
  return { checks, wasAway, wait }
}
