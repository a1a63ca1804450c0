'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type DeckPack, latestPack } from '@/lib/core/memory/offline-pack/deck-pack'
import { studyPacks } from '@/lib/core/memory/offline-pack/study-packs'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { endOfStudyDay } from '@/lib/core/memory/scheduling/study-day'
import { writeSelection } from '@/lib/core/memory/session/selection'
import { offlineExamFacts } from '@/lib/core/statistics/exam/offline-exam-facts'
import type { StudyRequest } from '../study/parse-study-address'
import { enqueue, lastSavedAt } from '../study/queue/event-queue'
import { newId } from '../study/queue/study-event'
import { StudySession } from '../study/session/study-session'
import type { NewDay } from '../study/session/use-new-day'
import {
  isSliceOfSelection,
  nextSessionHref,
  offsetOf,
  openCardFirst,
  putFirst,
  resolveQuery,
  SESSION_SIZE,
  studyAddress,
} from '../study/study-address'
import type { Device } from './read-offline-data'

type Props = { device: Device; request: StudyRequest; now: number } & Pick<NewDay, 'renew' | 'refresh'> & {
    isNewDay: boolean
  }

/** The same session as online, with cards chosen on the device. */
export function OfflineSession(props: Props) {
  const { device, request, now, isNewDay, renew, refresh } = props
  const t = useTranslations('study')
  const { deckId, cram } = request
  // Chosen once: later ratings change the session itself.
  const [{ cards, more, holdsBackNew, ...times }] = useState(() => loadOfflineSession(device, request, now))
  const [rateId] = useState(newId)
  const pack = device.packs.find((candidate) => candidate.deckId === deckId) ?? device.packs[0]
  if (!pack) return null
  const ordered = openCardFirst(cards, request.card)
  const isOpen = ordered[0]?.factId === request.card
  const shown = request.shown && isOpen
  const query = resolveQuery(request, cards)
  return (
    <StudySession
      {...times}
      {...{ query, shown, isNewDay, renew, refresh }}
      cards={ordered}
      typed={shown ? request.typed : ''}
      hints={isOpen ? request.hints : 0}
      owner={pack.owner}
      isGuest={pack.isGuest}
      includesQueued
      title={deckId ? pack.title : t('today')}
      backHref={deckId ? `/decks/${deckId}` : '/'}
      formIds={{ rate: rateId, undo: rateId }}
      rateAction={nothing}
      editAction={unreachable}
      undoAction={async () => undoLast(device, pack.owner, request)}
      end={{
        scope: 'day',
        changes: [],
        next: null,
        more,
        holdsBackNew,
        unacceptedItems: { kind: 'none' },
        deckId,
        offersQuiz: true,
        hasText: true,
        isGuest: pack.isGuest,
        cram,
        only: query.only,
        goOnHref: nextSessionHref(request),
      }}
    />
  )
}

function loadOfflineSession({ packs, reviews }: Device, request: StudyRequest, now: number) {
  const { deckId, factIds, only } = request
  const wanted = { deckId, factIds, only, from: offsetOf(request), limit: SESSION_SIZE }
  const choose = (more: Partial<typeof wanted>) =>
    studyPacks(packs, reviews, { ...wanted, ...more }, new Date(now), offlineExamFacts)
  const chosen = choose({})
  return {
    ...chosen,
    ...(isSliceOfSelection(request) ? { more: choose({ factIds: null }).more } : {}),
    madeAt: Math.max(now, lastSavedAt()),
    endOfStudyDay: endOfDayOf(packs, now),
  }
}

/** Ratings go through the session, not through the form. */
async function nothing(): Promise<void> {}

/** Cards cannot be edited offline. */
async function unreachable(): Promise<never> {
  throw new Error('Without a connection nothing is edited.')
}

/** Undoes the rating before a reload. The session undoes its own ratings. */
function undoLast({ reviews }: Device, owner: string | null, request: StudyRequest): void {
  const { deckId, factIds, lastReviewId, only, cram, from } = request
  if (!lastReviewId) return
  enqueue(owner, { kind: 'undo', id: newId(), reversesId: lastReviewId, at: Date.now() })
  const undone = reviews.find(({ id }) => id === lastReviewId)
  const back = undone && 'factId' in undone ? undone.factId : null
  // The card comes first, with its answer open, as on the server.
  const left = factIds && back ? putFirst(factIds, back) : factIds
  const card = back ? { factId: back, typed: '' } : null
  // Replaces the address that named the undone rating, so that going back does not lead to it.
  window.location.replace(studyAddress({ deckId, factIds: left, only: writeSelection(only), cram, from, card }))
}

/** When the learner's study day ends, as far as the packs of this device know, in milliseconds. */
export function endOfDayOf(packs: readonly DeckPack[], now: number): number {
  const { timeZone, dayStartHour } = latestPack(packs)?.parameters ?? DEFAULT_PARAMETERS
  return endOfStudyDay(new Date(now), timeZone, dayStartHour).getTime()
}
