'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyGroup } from './keys-dialog'

type KeysPopupProps = { groups: readonly KeyGroup[]; open: boolean; setOpen: (open: boolean) => void }

/** What `keys-dialog.tsx` fetches the first time that somebody asks for the keys. */
export function KeysPopup({ groups, open, setOpen }: KeysPopupProps) {
  const t = useTranslations('common')
  const everywhere: KeyGroup = {
    title: t('keys.everywhere'),
    keys: [
      { keys: ['?'], does: t('keys.open') },
      { keys: ['Esc'], does: t('keys.close') },
      // Where the bar is: not while studying or in a quiz.
      ...(document.querySelector('[data-search]') ? [{ keys: ['/'], does: t('keys.search') }] : []),
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
