'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { lastSavedAt } from '../queue/event-queue'
import type { StudyQuery } from '../study-address'
import { studyAddress } from '../study-address'
import type { Session } from './session-reducer'

const LAST_IN_ADDRESS = /[?&]last=([0-9a-f-]{36})(?:&|$)/

// Asked once for each save, so that servers whose clocks differ cause no endless refresh.
let askedAgainFor = 0

/**
 * Going back in the browser shows the page as it was first loaded, under its last address. Cards that were rated in between
 * must not come again, and undo must still work, so the cards are loaded again.
 */
function useFreshCards({ madeAt, query }: { madeAt: number; query: StudyQuery }): { readonly current: boolean } {
  const router = useRouter()
  const isOutdated = useRef(false)
  useEffect(() => {
    const { pathname, search } = window.location
    const last = LAST_IN_ADDRESS.exec(search)?.[1] ?? null
    const isOtherAddress = last !== query.lastReviewId
    const savedAt = lastSavedAt()
    isOutdated.current = isOtherAddress || (madeAt < savedAt && askedAgainFor !== savedAt)
    askedAgainFor = savedAt
    if (isOtherAddress) router.replace(pathname + search)
    else if (isOutdated.current) router.refresh()
  }, [madeAt, query.lastReviewId, router])
  return isOutdated
}

/** Keeps the address up to date, so that a reload shows the same card and side, and undo works. */
export function useStudyAddress(session: Session, { query, madeAt }: { query: StudyQuery; madeAt: number }): void {
  const isOutdated = useFreshCards({ query, madeAt })
  const { card, shown, given, hints } = session
  const lastReviewId = undoneByServer(session, query)
  const left = query.factIds ? factsLeft(session) : null
  // The address does not name the first card, so that it can be shared.
  const isNamed = card !== null && (shown || hints > 0 || lastReviewId !== null || session.history.length > 0)
  const named = isNamed ? { factId: card.factId, typed: shown ? given : null, hints } : null
  const address = studyAddress({ ...query, factIds: left, card: named, lastReviewId })
  useEffect(() => {
    const { pathname, search } = window.location
    if (!isOutdated.current && pathname + search !== address) window.history.replaceState(null, '', address)
  }, [address, isOutdated])
}

/**
 * What Undo takes back after a reload: the last step, where that was a rating. A rating before a step of another kind is
 * left alone, and practice sends nothing that could be taken back.
 */
function undoneByServer({ history, cram }: Session, query: StudyQuery): string | null {
  const last = history.at(-1)
  if (cram) return null
  if (!last) return query.lastReviewId
  return last.kind === 'rated' ? last.reviewId : null
}

function factsLeft({ card, upcoming, learning }: Session): readonly string[] {
  const left = [...(card ? [card] : []), ...upcoming, ...learning.map((step) => step.card)]
  return left.map(({ factId }) => factId)
}
