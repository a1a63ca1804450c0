'use client'

import { useSelectedLayoutSegments } from 'next/navigation'
import { useEffect, useState } from 'react'
import { deleteOthers, hasDeviceDatabase } from '../study/queue/device-database'
import { dropDraftsOfOthers } from '../ui/drafts'
import { supportsOffline } from './keep-packs'

const AT_REST_MS = 1000
const OWNER = 'bilim.owner'
const SINGLE_KEYS = 'bilim.single-keys'

type Props = {
  owner: string | null
  /** Shortcuts of one character act; of the owner. */
  singleKeys: boolean
  build: string | null
}

/**
 * Installs the service worker of this build, clears the device of whoever was here before, and keeps for the page that
 * stands in without a connection whether single keys act. On every page.
 */
export function DeviceKeeper({ owner, singleKeys, build }: Props) {
  useEffect(() => {
    if (!build || !supportsOffline()) return
    // Refused where storage is forbidden; nothing else depends on it.
    const register = () => void navigator.serviceWorker.register(`/sw.js?build=${build}`).catch(() => undefined)
    // What it stores must not be in the way of the page itself.
    const timer = setTimeout(register, AT_REST_MS)
    return () => clearTimeout(timer)
  }, [build])
  const segments = useSelectedLayoutSegments()
  // The page that stands in was fetched by nobody: it does not know who is here, nor do pages that it leads to.
  const [isStandIn] = useState(segments.includes('offline'))
  useEffect(() => {
    if (isStandIn) return
    // Drafts are of one tab, so each tab clears its own.
    dropDraftsOfOthers(owner)
    void clearOthers(owner)
  }, [owner, isStandIn])
  useEffect(() => {
    if (isStandIn) applySingleKeys()
    else keepSingleKeys(singleKeys)
  }, [singleKeys, isStandIn])
  return null
}

function keepSingleKeys(act: boolean): void {
  try {
    if (act) localStorage.removeItem(SINGLE_KEYS)
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
