'use client'

import { lazy, Suspense, useEffect, useId, useState, useSyncExternalStore } from 'react'
import { useShortcut } from './use-shortcut'

export type KeyGroup = {
  readonly title: string
  /** When these keys do something else. */
  readonly note?: string
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

const KeysPopup = lazy(async () => ({ default: (await import('./keys-popup')).KeysPopup }))

// The layout mounts one dialog for all screens; a screen with keys of its own mounts another, which then answers for both.
let isOpen = false
let owners: readonly { id: string; own: boolean }[] = []
const listeners = new Set<() => void>()

export function openKeys(): void {
  setOpen(true)
}

/** The keys of this screen, opened by `?` anywhere. */
export function KeysDialog({ groups = [] }: { groups?: readonly KeyGroup[] }) {
  const id = useId()
  const own = groups.length > 0
  useEffect(() => register({ id, own }), [id, own])
  useEffect(markKeysReady, [])
  const open = useSyncExternalStore(
    subscribe,
    () => isOpen && answering() === id,
    () => false,
  )
  useShortcut('?', openKeys)
  const [wasOpen, setWasOpen] = useState(false)
  if (open && !wasOpen) setWasOpen(true)
  if (!wasOpen) return null
  return (
    <Suspense>
      <KeysPopup groups={groups} open={open} setOpen={setOpen} />
    </Suspense>
  )
}

/** In the page as the server sent it no key is heard yet. From here on `html` says that keys are. */
function markKeysReady(): void {
  document.documentElement.dataset.keys = 'ready'
}

function setOpen(open: boolean): void {
  isOpen = open
  notifyAll()
}

function register(owner: { id: string; own: boolean }): () => void {
  owners = [...owners, owner]
  notifyAll()
  return () => {
    owners = owners.filter((other) => other !== owner)
    notifyAll()
  }
}

function answering(): string | undefined {
  return (owners.find((owner) => owner.own) ?? owners[0])?.id
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function notifyAll(): void {
  for (const listener of listeners) listener()
}
