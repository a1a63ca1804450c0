'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useSyncExternalStore } from 'react'
import { useShortcut } from './use-shortcut'

export type KeyGroup = {
  readonly title: string
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

// The layout mounts one dialog for all screens; a screen with keys of its own mounts another, which then answers for both.
let isOpen = false
let owners: readonly { id: string; own: boolean }[] = []
const listeners = new Set<() => void>()

export function openKeys(): void {
  setOpen(true)
}

/** The keys of this screen, opened by `?` anywhere. */
export function KeysDialog({ groups = [] }: { groups?: readonly KeyGroup[] }) {
  const t = useTranslations('common')
  const id = useId()
  const own = groups.length > 0
  useEffect(() => register({ id, own }), [id, own])
  const open = useSyncExternalStore(
    subscribe,
    () => isOpen && answering() === id,
    () => false,
  )
  useShortcut('?', openKeys)
  const everywhere: KeyGroup = {
    title: t('keys.everywhere'),
    keys: [
      { keys: ['?'], does: t('keys.open') },
      { keys: ['Esc'], does: t('keys.close') },
    ],
  }
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[color-mix(in_oklab,var(--sunk),black_45%)]/60" />
        <Dialog.Popup className="fixed inset-x-4 top-1/2 z-30 mx-auto max-h-[85dvh] max-w-[32rem] -translate-y-1/2 overflow-y-auto rounded-card bg-surface p-6 shadow-float">
          <div className="flex items-center justify-between gap-4">
            <Dialog.Title className="text-title">{t('keys.name')}</Dialog.Title>
            <Dialog.Close
              aria-label={t('keys.closeDialog')}
              className="-me-2 grid size-11 place-items-center rounded-control hover:bg-sunk"
            >
              <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
            </Dialog.Close>
          </div>
          {[...groups, everywhere].map((group) => (
            <KeyList key={group.title} group={group} />
          ))}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function KeyList({ group }: { group: KeyGroup }) {
  return (
    <section className="mt-4">
      <h3 className="text-label text-ink-muted">{group.title}</h3>
      <dl className="mt-1">
        {group.keys.map(({ keys, does }) => (
          <div key={does} className="grid grid-cols-[1fr_auto] items-center gap-4 border-t py-2">
            <dt>{does}</dt>
            <dd className="flex gap-1.5">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="inline-grid h-[1.75em] min-w-[1.75em] place-items-center rounded-mark border border-edge px-[0.5em] font-app text-label font-[500] leading-none"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
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
