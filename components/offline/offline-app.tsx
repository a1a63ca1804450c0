'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { FactId } from '@/lib/core/ids'
import { studyPacks } from '@/lib/core/memory/offline-pack/study-packs'
import type { StudyCard } from '@/lib/core/memory/session/study-card'
import { FlushQueue } from '../study/queue/queue-outside-study'
import type { Refresh, Renew } from '../study/session/use-new-day'
import { OfflineDecks, type OfflinePage, readOfflinePage } from './offline-decks'
import { endOfDayOf, OfflineSession } from './offline-session'
import { type Device, readOfflineData } from './read-offline-data'

type Here = {
  readonly device: Device
  readonly page: OfflinePage
  readonly now: number
  /** The cards were loaded again because a study day began. */
  readonly isNewDay: boolean
}

/** The page shown for any page that cannot be fetched: a study session if its deck is on the device, else a list of decks. */
export function OfflineApp() {
  const t = useTranslations('offline')
  const [here, setHere] = useState<Here | null>(null)
  useEffect(() => {
    let isHere = true
    void readHere().then((found) => {
      if (isHere) setHere({ ...found, isNewDay: false })
    })
    return () => {
      isHere = false
    }
  }, [])
  if (!here) return <p className="gutter py-16 text-ink-muted">{t('looking')}</p>
  const { device, page, now, isNewDay } = here
  const [first] = device.packs
  if (page.kind === 'study' && isKept(device, page.request.deckId)) {
    return (
      <OfflineSession key={now} request={page.request} {...{ device, now, isNewDay }} {...newDayOf(here, setHere)} />
    )
  }
  return (
    <>
      {first ? <FlushQueue owner={first.owner} isGuest={first.isGuest} /> : null}
      <OfflineDecks device={device} page={page} now={now} />
    </>
  )
}

/** Loads the cards of a new study day from the device. */
function newDayOf({ device, now }: Here, setHere: (here: Here) => void): { renew: Renew; refresh: Refresh } {
  // The server's clock may be ahead of this device's, by which the cards are chosen.
  const isNextDay = (at: number) => endOfDayOf(device.packs, at) > endOfDayOf(device.packs, now)
  return {
    async renew(card, isStillWanted) {
      const found = await readHere(card)
      if (!isNextDay(found.now)) return false
      if (isStillWanted()) setHere({ ...found, isNewDay: true })
      return true
    },
    async refresh({ deckId, factId }) {
      const { device: known, now: at } = await readHere()
      if (!isNextDay(at)) return null
      const wanted = { deckId, factIds: [factId], limit: 1 }
      return studyPacks(known.packs, known.reviews, wanted, new Date(at)).cards[0] ?? null
    },
  }
}

/** Reads the device and the address, with this card first. */
async function readHere(card: StudyCard | null = null): Promise<Omit<Here, 'isNewDay'>> {
  const page = readOfflinePage(window.location)
  const onTop =
    page.kind === 'study' && card ? { ...page, request: { ...page.request, card: FactId.parse(card.factId) } } : page
  return { device: await readDeviceSafely(), page: onTop, now: Date.now() }
}

/** Whether the device has the deck; for a session of all decks, any deck. */
function isKept({ packs }: Device, wanted: string | null): boolean {
  return wanted === null ? packs.length > 0 : packs.some(({ deckId }) => deckId === wanted)
}

/** Nothing, if the browser stores nothing. */
async function readDeviceSafely(): Promise<Device> {
  try {
    return await readOfflineData()
  } catch {
    return { packs: [], reviews: [] }
  }
}
