'use client'

import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { useState } from 'react'
import type { StudyCard } from '@/lib/core/memory/session/study-card'
import { type LoadedSession, StudySession, type StudySessionProps } from './study-session'
import type { Refresh, Renew } from './use-new-day'

type Props = Omit<StudySessionProps, 'renew' | 'refresh' | 'isNewDay'> & {
  /** Loads the session of an address as of now. Null: the viewer may not see it any more. */
  readonly reloadAction: (search: string) => Promise<LoadedSession | null>
}

/** A session whose cards the server chooses. They are chosen again when a new study day begins while the page is open. */
export function OnlineSession({ reloadAction, ...props }: Props) {
  const [chosen, setChosen] = useState<LoadedSession | null>(null)
  const session = { ...props, ...chosen }
  // If the learner has signed out meanwhile, the session stays: its ratings are theirs and wait for them.
  const isNext = (next: LoadedSession) =>
    (session.owner === null || next.owner === session.owner) && next.endOfStudyDay > session.endOfStudyDay
  const renew: Renew = async (card, isStillWanted) => {
    const next = await choose(reloadAction, card, isStillWanted)
    if (!next || !isNext(next)) return false
    if (isStillWanted()) setChosen(next)
    return true
  }
  const refresh: Refresh = async ({ deckId, factId }) => {
    const next = await reloadAction(new URLSearchParams({ deck: deckId, facts: factId }).toString())
    return next && isNext(next) ? (next.cards[0] ?? null) : null
  }
  return <StudySession key={session.madeAt} {...session} {...{ renew, refresh }} isNewDay={chosen !== null} />
}

async function choose(
  reloadAction: Props['reloadAction'],
  card: StudyCard | null,
  isStillWanted: () => boolean,
): Promise<LoadedSession | null> {
  const query = new URLSearchParams(window.location.search)
  if (card) query.set('card', card.factId)
  try {
    return await reloadAction(query.toString())
  } catch (error) {
    // The server runs a new build whose actions have other ids. Reloading is enough: the address has the whole state.
    if (unstable_isUnrecognizedActionError(error) && isStillWanted()) window.location.reload()
    throw error
  }
}
