'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ModalDialog } from './modal-dialog'
import { singleKeys } from './use-shortcut'

export type ShortcutGroup = {
  readonly title: string
  /** Under which condition the keys have another meaning. */
  readonly note?: string
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

/** One printed character, or a range such as 1–9. */
const SINGLE = /^[^↑↓](?:–.)?$/u

type ShortcutsPopupProps = { groups: readonly ShortcutGroup[]; open: boolean; setOpen: (open: boolean) => void }

/** Loaded by `shortcuts-dialog.tsx` when it first opens. */
export function ShortcutsPopup({ groups, open, setOpen }: ShortcutsPopupProps) {
  const t = useTranslations('common')
  const areOff = singleKeys() === 'off'
  const everywhere: ShortcutGroup = {
    title: t('keys.everywhere'),
    keys: [
      { keys: ['?'], does: t('keys.open') },
      { keys: ['Esc'], does: t('keys.close') },
      // Only where the bar with the search link is shown.
      ...(document.querySelector('[data-search]') ? [{ keys: ['/'], does: t('keys.search') }] : []),
    ],
  }
  return (
    <ModalDialog
      open={open}
      setOpen={setOpen}
      title={t('keys.name')}
      closeLabel={t('keys.closeDialog')}
      className="max-h-[85dvh] max-w-[32rem]"
    >
      <p className={clsx('mt-4', !areOff && 'text-label text-ink-muted')}>
        {t.rich(`keys.${singleKeys()}`, {
          link: (chunks) => (
            <Link href="/account" className="underline">
              {chunks}
            </Link>
          ),
        })}
      </p>
      {[...groups, everywhere].map((group) => (
        <KeyList key={group.title} group={areOff ? withoutSingleKeys(group) : group} />
      ))}
    </ModalDialog>
  )
}

function withoutSingleKeys({ keys, ...group }: ShortcutGroup): ShortcutGroup {
  const acting = keys.map(({ keys: names, does }) => ({ keys: names.filter((name) => !SINGLE.test(name)), does }))
  return { ...group, keys: acting.filter(({ keys: names }) => names.length > 0) }
}

function KeyList({ group }: { group: ShortcutGroup }) {
  return (
    <section className="mt-4">
      <h3 className="text-label text-ink-muted">{group.title}</h3>
      {group.note ? <p className="mt-1 text-label">{group.note}</p> : null}
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
