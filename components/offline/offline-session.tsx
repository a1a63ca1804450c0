'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { WrittenSelection } from '@/lib/core/memory/selection'
import { studyPacks } from '@/lib/core/memory/study-packs'
import { newId } from '../study/new-id'
import { CARDS_OF_A_SESSION, openCardFirst } from '../study/open-card-first'
import { keep, lastSavedAt } from '../study/outbox-store'
import { studyAddress } from '../study/study-address'
import { StudySession } from '../study/study-session'
import type { Device } from './device-packs'
import type { StudyPlaceQuery } from './offline-place'

/** The same session as online; only who picks the cards is another. */
export function OfflineSession(props: { device: Device; query: StudyPlaceQuery; now: number }) {
  const { device, query, now } = props
  const t = useTranslations('study')
  const { deckId, factIds, lastReviewId, only, cram } = query
  // Chosen once: what is rated from here on moves the session itself.
  const [{ cards, more }] = useState(() =>
    studyPacks(
      device.packs,
      device.reviews,
      { deckId, factIds, only: WrittenSelection.parse(only ?? undefined), cram, limit: CARDS_OF_A_SESSION },
      new Date(now),
    ),
  )
  const [madeAt] = useState(() => Math.max(now, lastSavedAt()))
  const [rateId] = useState(newId)
  const pack = device.packs.find((one) => one.deckId === deckId) ?? device.packs[0]
  if (!pack) return null
  const ordered = openCardFirst(cards, query.card)
  const shown = query.shown && ordered[0]?.factId === query.card
  const place = { deckId, factIds, lastReviewId, only, from: 0, cram }
  return (
    <StudySession
      cards={ordered}
      place={place}
      shown={shown}
      typed={shown ? query.typed : ''}
      owner={pack.owner}
      isGuest={pack.isGuest}
      madeAt={madeAt}
      knowsWaiting
      title={deckId ? pack.title : t('today')}
      backHref={deckId ? `/decks/${deckId}` : '/'}
      formIds={{ rate: rateId, undo: rateId }}
      rateDeed={nothing}
      editDeed={unreachable}
      undoDeed={async () => takeBack(device, pack.owner, query)}
      end={{
        scope: 'day',
        changes: [],
        next: null,
        more,
        deckId,
        isGuest: pack.isGuest,
        cram,
        only,
        goOnHref: studyAddress({ deckId, factIds: null, only, cram }),
      }}
    />
  )
}

/** The session itself takes the ratings. */
async function nothing(): Promise<void> {}

/** Words are kept by the server. */
async function unreachable(): Promise<never> {
  throw new Error('Without a connection nothing is edited.')
}

/** Takes back what was rated before the page was loaded again; the session takes back its own. */
function takeBack({ reviews }: Device, owner: string | null, query: StudyPlaceQuery): void {
  const { deckId, factIds, lastReviewId, only, cram } = query
  if (!lastReviewId) return
  keep(owner, { id: newId(), reversesId: lastReviewId, at: Date.now() })
  const undone = reviews.find(({ id }) => id === lastReviewId)
  const card = undone && 'factId' in undone ? { factId: undone.factId, typed: '' } : null
  window.location.assign(studyAddress({ deckId, factIds, only, cram, card }))
}
