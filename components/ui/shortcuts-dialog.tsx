'use client'

import { lazy, Suspense, useEffect, useId, useState, useSyncExternalStore } from 'react'
import type { ShortcutGroup } from './shortcuts-popup'
import { useShortcut } from './use-shortcut'

const ShortcutsPopup = lazy(async () => ({ default: (await import('./shortcuts-popup')).ShortcutsPopup }))

// The layout mounts a dialog for all screens. A screen with keys of its own mounts another, which opens instead.
let isOpen = false
let owners: readonly { id: string; hasKeys: boolean }[] = []
const listeners = new Set<() => void>()

export function openKeys(): void {
  setOpen(true)
}

/** The keys of this screen; `?` opens it. */
export function ShortcutsDialog({ groups = [] }: { groups?: readonly ShortcutGroup[] }) {
  const id = useId()
  const hasKeys = groups.length > 0
  useEffect(() => register({ id, hasKeys }), [id, hasKeys])
  useEffect(markKeysReady, [])
  const open = useSyncExternalStore(
    subscribe,
    () => isOpen && responsibleOwner() === id,
    () => false,
  )
  useShortcut('?', openKeys)
  const [wasOpen, setWasOpen] = useState(false)
  if (open && !wasOpen) setWasOpen(true)
  if (!wasOpen) return null
  return (
    <Suspense>
      <ShortcutsPopup groups={groups} open={open} setOpen={setOpen} />
    </Suspense>
  )
}

/** Tests wait for this: before hydration no key has an effect. */
function markKeysReady(): void {
  document.documentElement.dataset.keys = 'ready'
}

function setOpen(open: boolean): void {
  isOpen = open
  notifyAll()
}

function register(owner: { id: string; hasKeys: boolean }): () => void {
  owners = [...owners, owner]
  notifyAll()
  return () => {
    owners = owners.filter(({ id }) => id !== owner.id)
    notifyAll()
  }
}

function responsibleOwner(): string | undefined {
  return (owners.find((owner) => owner.hasKeys) ?? owners[0])?.id
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function notifyAll(): void {
  for (const listener of listeners) listener()
}
