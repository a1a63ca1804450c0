'use client'

import { useEffect } from 'react'
import { hasDatabase } from '../study/queue/peek-database'

/** Whoever has opened a deck can study it on a train: once the page is at rest, the device keeps what it needs. */
export function KeepPacks(props: {
  owner: string | null
  deckIds: readonly string[]
  /** What lies on these decks (`deckEtag`), where it may have been changed on this page. */
  laid?: string
}) {
  const { owner, deckIds, laid } = props
  const written = [...new Set(deckIds)].join()
  useEffect(() => {
    if (!supportsOffline() || written === '') return
    const timer = setTimeout(() => void keep(owner, written.split(','), laid), AT_REST_MS)
    return () => clearTimeout(timer)
  }, [owner, written, laid])
  return null
}

const AT_REST_MS = 500

async function keep(owner: string | null, deckIds: readonly string[], laid: string | undefined): Promise<void> {
  try {
    const { storePack } = await import('./pack-store')
    for (const deckId of deckIds) await storePack(owner, deckId, laid)
  } catch {
    // No database, or no room: everything works but studying without a connection.
  }
}

/** After a action on many facts at once: if this device keeps their deck, it asks for it anew. */
export async function updatePack(deckId: string): Promise<void> {
  if (!supportsOffline() || !(await hasDatabase())) return
  try {
    const { updateStoredPacks } = await import('./pack-store')
    await updateStoredPacks(deckId)
  } catch {
    // The next visit of the deck asks as well.
  }
}

/** Over plain http, as on a school's network, a browser has no service worker: there everything works but this. */
export function supportsOffline(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator
}
