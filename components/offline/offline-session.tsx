'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type DeckPack, latestOf } from '@/lib/core/memory/offline-pack/deck-pack'
import { studyPacks } from '@/lib/core/memory/offline-pack/study-packs'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { endOfStudyDay } from '@/lib/core/memory/scheduling/study-day'
import { writeSelection } from '@/lib/core/memory/session/selection'
import { askedByExams } from '@/lib/core/statistics/exam/asked-of-packs'
import { enqueue } from '../study/queue/event-queue'
import { lastSavedAt } from '../study/queue/refresh-when-saved'
import { newId } from '../study/queue/study-event'
import { StudySession } from '../study/session/study-session'
import type { NewDay } from '../study/session/use-new-day'
import {
  CARDS_OF_A_SESSION,
  cameBefore,
  goOnFrom,
  isPartOfSelection,
  openCardFirst,
  placeOf,
  studyAddress,
  takenBackFirst,
} from '../study/study-query'
import type { StudyPlaceQuery } from './offline-query'
import type { Device } from './pack-store'

type Props = { device: Device; query: StudyPlaceQuery; now: number } & Pick<NewDay, 'renew' | 'refresh'> & {
    isNewDay: boolean
  }

/** The same session as online; only who picks the cards is another. */
export function OfflineSession(props: Props) {
  const { device, query, now, isNewDay, renew, refresh } = props
  const t = useTranslations('study')
  const { deckId, cram } = query
  // Chosen once: what is rated from here on moves the session itself.
  const [{ cards, more, holdsBackNew, ...times }] = useState(() => chooseHere(device, query, now))
  const [rateId] = useState(newId)
  const pack = device.packs.find((one) => one.deckId === deckId) ?? device.packs[0]
  if (!pack) return null
  const ordered = openCardFirst(cards, query.card)
  const isOpen = ordered[0]?.factId === query.card
  const shown = query.shown && isOpen
  const place = placeOf(query, cards)
  return (
    <StudySession
      {...times}
      {...{ place, shown, isNewDay, renew, refresh }}
      cards={ordered}
      typed={shown ? query.typed : ''}
      hints={isOpen ? query.hints : 0}
      owner={pack.owner}
      isGuest={pack.isGuest}
      includesQueued
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
        holdsBackNew,
        waiting: { kind: 'none' },
        deckId,
        isGuest: pack.isGuest,
        cram,
        only: place.only,
        goOnHref: goOnFrom(query),
      }}
    />
  )
}

function chooseHere({ packs, reviews }: Device, query: StudyPlaceQuery, now: number) {
  const { deckId, factIds, only } = query
  const wanted = { deckId, factIds, only, from: cameBefore(query), limit: CARDS_OF_A_SESSION }
  const choose = (more: Partial<typeof wanted>) =>
    studyPacks(packs, reviews, { ...wanted, ...more }, new Date(now), askedByExams)
  const chosen = choose({})
  return {
    ...chosen,
    ...(isPartOfSelection(query) ? { more: choose({ factIds: null }).more } : {}),
    madeAt: Math.max(now, lastSavedAt()),
    endOfStudyDay: endOfDayHere(packs, now),
  }
}

/** The session itself takes the ratings. */
async function nothing(): Promise<void> {}

/** Words are kept by the server. */
async function unreachable(): Promise<never> {
  throw new Error('Without a connection nothing is edited.')
}

/** Takes back what was rated before the page was loaded again; the session takes back its own. */
function takeBack({ reviews }: Device, owner: string | null, query: StudyPlaceQuery): void {
  const { deckId, factIds, lastReviewId, only, cram, from } = query
  if (!lastReviewId) return
  enqueue(owner, { kind: 'undo', id: newId(), reversesId: lastReviewId, at: Date.now() })
  const undone = reviews.find(({ id }) => id === lastReviewId)
  const back = undone && 'factId' in undone ? undone.factId : null
  // It comes first, with its answer open, as the server would have it.
  const left = factIds && back ? takenBackFirst(factIds, back) : factIds
  const card = back ? { factId: back, typed: '' } : null
  // In the place of the address that named what was taken back: going back must not lead to it.
  window.location.replace(studyAddress({ deckId, factIds: left, only: writeSelection(only), cram, from, card }))
}

/** When the learner's study day ends, as far as the packs of this device know, in milliseconds. */
export function endOfDayHere(packs: readonly DeckPack[], now: number): number {
  const { timeZone, dayStartHour } = latestOf(packs)?.parameters ?? DEFAULT_PARAMETERS
  return endOfStudyDay(new Date(now), timeZone, dayStartHour).getTime()
}
