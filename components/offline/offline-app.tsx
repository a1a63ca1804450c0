'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { LateSaves } from '../study/late-saves'
import { type Device, readDevice } from './device-packs'
import { OfflineDecks } from './offline-decks'
import { type OfflinePlace, readOfflinePlace } from './offline-place'
import { OfflineSession } from './offline-session'

type Here = { readonly device: Device; readonly place: OfflinePlace; readonly now: number }

/** Stands in for any page that cannot be fetched: studies where there is a deck to study, else says what there is. */
export function OfflineApp() {
  const t = useTranslations('offline')
  const [here, setHere] = useState<Here | null>(null)
  useEffect(() => {
    let isHere = true
    const place = readOfflinePlace(window.location)
    void readDeviceSafely().then((device) => {
      if (isHere) setHere({ device, place, now: Date.now() })
    })
    return () => {
      isHere = false
    }
  }, [])
  if (!here) return <p className="gutter py-16 text-ink-muted">{t('looking')}</p>
  const { device, place, now } = here
  const [first] = device.packs
  if (place.kind === 'study' && isKept(device, place.query.deckId)) {
    return <OfflineSession device={device} query={place.query} now={now} />
  }
  return (
    <>
      {first ? <LateSaves owner={first.owner} isGuest={first.isGuest} /> : null}
      <OfflineDecks device={device} place={place} now={now} />
    </>
  )
}

/** Whatever is due needs some deck; a deck needs itself. */
function isKept({ packs }: Device, wanted: string | null): boolean {
  return wanted === null ? packs.length > 0 : packs.some(({ deckId }) => deckId === wanted)
}

/** Where the browser keeps nothing, nothing is here. */
async function readDeviceSafely(): Promise<Device> {
  try {
    return await readDevice()
  } catch {
    return { packs: [], reviews: [] }
  }
}
