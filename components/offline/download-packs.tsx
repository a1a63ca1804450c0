'use client'

import { useEffect } from 'react'
import { type DeckPack, PACK_MADE_AT } from '@/lib/core/memory/offline-pack/deck-pack'
import { MINUTE_MS } from '@/lib/core/shared/time'
import { hasDeviceDatabase, openDeviceDatabase, type PackRow, STRANGER } from '../study/queue/event-queue'

/** Downloads an opened deck to the device, once the page is idle, so that it can be studied offline. */
export function DownloadPacks(props: {
  owner: string | null
  deckIds: readonly string[]
  /** The etag of these decks (`deckEtag`), where this page may change them. */
  annotationsEtag?: string
}) {
  const { owner, deckIds, annotationsEtag } = props
  const written = [...new Set(deckIds)].join()
  useEffect(() => {
    if (!supportsOffline() || written === '') return
    const timer = setTimeout(() => void keep(owner, written.split(','), annotationsEtag), AT_REST_MS)
    return () => clearTimeout(timer)
  }, [owner, written, annotationsEtag])
  return null
}

const AT_REST_MS = 500

async function keep(
  owner: string | null,
  deckIds: readonly string[],
  annotationsEtag: string | undefined,
): Promise<void> {
  try {
    for (const deckId of deckIds) await storePack(owner, deckId, annotationsEtag)
  } catch {
    // No database, or no room: everything works but studying without a connection.
  }
}

/** After a bulk action: downloads the pack of the deck again if this device has one, for any learner. */
export async function updatePack(deckId: string): Promise<void> {
  if (!supportsOffline() || !(await hasDeviceDatabase())) return
  try {
    const { packs } = await openDeviceDatabase()
    const rows = await packs.filter((row) => row.deckId === deckId).toArray()
    for (const row of rows) await downloadPack(row.pack.owner, deckId, row)
  } catch {
    // The next visit of the deck asks as well.
  }
}

/** Over plain http, as on a school's network, browsers have no service worker, so studying offline is not possible. */
export function supportsOffline(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator
}

/** A pack is not downloaded again within this time: the device knows its own changes. */
const FRESH_MS = 5 * MINUTE_MS

/**
 * Stores a deck on this device and keeps it up to date: at once if its annotations have changed on the server. Without a
 * connection nothing happens.
 */
async function storePack(owner: string | null, deckId: string, annotationsEtag: string | undefined): Promise<void> {
  const known = await (await openDeviceDatabase()).packs.get([owner ?? STRANGER, deckId])
  const isChanged = annotationsEtag !== undefined && annotationsEtag !== known?.pack.annotationsEtag
  const isFresh = known && Math.abs(Date.now() - known.checkedAt) < FRESH_MS
  if (isChanged || !isFresh) await downloadPack(owner, deckId, known)
}

async function downloadPack(owner: string | null, deckId: string, known: PackRow | undefined): Promise<void> {
  const now = Date.now()
  const response = await requestPack(deckId, known?.tag)
  if (!response) return
  // The server no longer shows the deck to this learner.
  if (response.status === 404) await (await openDeviceDatabase()).packs.delete([owner ?? STRANGER, deckId])
  // Unchanged: the server would make the same pack at this moment.
  const madeAt = Number(response.headers.get(PACK_MADE_AT))
  if (response.status === 304 && known) await putPack({ ...known.pack, madeAt }, known.tag, now)
  if (response.ok) await putPack((await response.json()) as DeckPack, response.headers.get('etag') ?? '', now)
}

async function putPack(pack: DeckPack, tag: string, now: number): Promise<void> {
  const row = { owner: pack.owner ?? STRANGER, deckId: pack.deckId, tag, checkedAt: now, pack }
  await (await openDeviceDatabase()).packs.put(row)
}

async function requestPack(deckId: string, tag: string | undefined): Promise<Response | null> {
  try {
    const headers = tag ? { 'if-none-match': tag } : {}
    return await fetch(`/api/decks/${deckId}/pack`, { headers, cache: 'no-store' })
  } catch {
    return null
  }
}
