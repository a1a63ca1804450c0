'use client'

import { useSelectedLayoutSegments } from 'next/navigation'
import { useEffect, useState } from 'react'
import { deleteOthers, hasDeviceDatabase } from '../study/queue/event-queue'
import { dropDraftsOfOthers } from '../ui/form-draft'
import { supportsOffline } from './download-packs'

const REGISTER_AFTER_MS = 1000
const OWNER = 'bilim.owner'
const SINGLE_KEYS = 'bilim.single-keys'

type Props = {
  owner: string | null
  /** The owner's setting: shortcuts of one character are on. */
  singleKeys: boolean
  build: string | null
}

/**
 * On every page: installs the service worker of this build, deletes what other people left on the device, and stores for
 * the offline page whether single-key shortcuts are on.
 */
export function OfflineSetup({ owner, singleKeys, build }: Props) {
  useEffect(() => {
    if (!build || !supportsOffline()) return
    // It fails where storage is forbidden. Nothing else depends on it.
    const register = () => void navigator.serviceWorker.register(`/sw.js?build=${build}`).catch(() => undefined)
    // Its downloads must not delay the page itself.
    const timer = setTimeout(register, REGISTER_AFTER_MS)
    return () => clearTimeout(timer)
  }, [build])
  const segments = useSelectedLayoutSegments()
  // The offline page was stored without a session: it does not know who is here, nor do the pages that it leads to.
  const [isOfflinePage] = useState(segments.includes('offline'))
  useEffect(() => {
    if (isOfflinePage) return
    // Drafts belong to one tab, so each tab deletes its own.
    dropDraftsOfOthers(owner)
    void clearOthers(owner)
  }, [owner, isOfflinePage])
  useEffect(() => {
    if (isOfflinePage) applySingleKeys()
    else storeSingleKeys(singleKeys)
  }, [singleKeys, isOfflinePage])
  return null
}

function storeSingleKeys(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(SINGLE_KEYS)
    else localStorage.setItem(SINGLE_KEYS, 'off')
  } catch {
    // Without storage there is no studying without a connection either.
  }
}

function applySingleKeys(): void {
  try {
    if (localStorage.getItem(SINGLE_KEYS) === 'off') document.documentElement.dataset.singleKeys = 'off'
  } catch {
    // As above.
  }
}

async function clearOthers(owner: string | null): Promise<void> {
  const present = owner ?? ''
  try {
    if (localStorage.getItem(OWNER) === present) return
    if (await hasDeviceDatabase()) await deleteOthers(owner)
    localStorage.setItem(OWNER, present)
  } catch {
    // Without storage there is nothing to clear.
  }
}
