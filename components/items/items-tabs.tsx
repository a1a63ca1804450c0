'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { ItemCounts, Shown } from '@/lib/core/item/filter-items'
import { Button } from '../ui/button'
import { ModalDialog } from '../ui/modal-dialog'
import { itemsAddress } from './items-query'
import type { AcceptAllOutcome, ItemsScreenProps } from './items-types'
import { useReasonText } from './reason-text'

type ItemsTabsProps = Pick<ItemsScreenProps, 'deckId' | 'view' | 'actions'> & {
  counts: ItemCounts
  onAcceptAll: (confirmed: boolean) => Promise<Doubts | null>
  onCheckFirst: () => void
}

const ALWAYS_SHOWN: readonly Shown[] = ['to-check', 'ready', 'rejected', 'all']
const SOMETIMES_SHOWN: readonly Shown[] = ['new', 'held']

/** Which items are listed, and *Accept all*. */
export function ItemsTabs({ deckId, view, counts, ...rest }: ItemsTabsProps) {
  const t = useTranslations('items')
  const tabs = [...ALWAYS_SHOWN, ...SOMETIMES_SHOWN.filter((show) => view.show === show)]
  return (
    <div className="mb-3 flex items-center justify-between gap-x-4">
      <nav aria-label={t('filter.name')} className="scrollbar-none -ms-3 min-w-0 overflow-x-auto">
        <ul className="flex">
          {tabs.map((show) => (
            <li key={show}>
              <Link
                href={itemsAddress(deckId, { show, since: view.since })}
                scroll={false}
                prefetch={false}
                aria-current={view.show === show ? 'true' : undefined}
                className={clsx(
                  'inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap px-3 text-label no-underline hover:text-ink focus-visible:-outline-offset-3',
                  view.show === show ? 'font-semibold text-ink shadow-[inset_0_-2px_0_var(--ink)]' : 'text-ink-muted',
                )}
              >
                {t(`shown.${show}`)} <span>{counts[show]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {counts['to-check'] > 0 ? <AcceptAll deckId={deckId} {...rest} /> : null}
    </div>
  )
}

type Doubts = Extract<AcceptAllOutcome, { kind: 'doubts' }>
type AcceptAllProps = Pick<ItemsTabsProps, 'deckId' | 'actions' | 'onAcceptAll' | 'onCheckFirst'>

function AcceptAll({ deckId, actions, onAcceptAll, onCheckFirst }: AcceptAllProps) {
  const t = useTranslations('items.acceptAll')
  const [doubts, setDoubts] = useState<Doubts | null>(null)
  const accept = async (confirmed: boolean) => setDoubts(await onAcceptAll(confirmed))
  const send = (event: FormEvent) => {
    event.preventDefault()
    void accept(false)
  }
  return (
    <form action={actions.acceptAllByForm} onSubmit={send} className="-me-4 flex-none">
      <input type="hidden" name="deckId" value={deckId} />
      <Button type="submit" variant="bare" size="slim">
        {t('accept')}
      </Button>
      {doubts ? (
        <ModalDialog
          open
          setOpen={(open) => open || setDoubts(null)}
          title={t('title', { count: doubts.items })}
          closeLabel={t('close')}
          className="max-h-[80dvh] max-w-lg [&_h2]:text-lead"
        >
          <DoubtList doubts={doubts} />
          <div className="mt-5 flex flex-wrap justify-end gap-3 max-sm:*:flex-auto">
            <Button onClick={() => void accept(true)}>{t('anyway', { count: doubts.items })}</Button>
            <Button
              variant="primary"
              autoFocus
              onClick={() => {
                setDoubts(null)
                onCheckFirst()
              }}
            >
              {t('checkFirst')}
            </Button>
          </div>
        </ModalDialog>
      ) : null}
    </form>
  )
}

/** What speaks against accepting them unread. Also for a browser without scripts, above the tabs. */
function DoubtList({ doubts: { items, doubts } }: { doubts: Pick<Doubts, 'items' | 'doubts'> }) {
  const t = useTranslations('items.acceptAll')
  const general = useReasonText()
  const without = items - doubts.reduce((sum, doubt) => sum + doubt.items, 0)
  return (
    <>
      <ul className="my-3">
        {doubts.map(({ code, items: count }) => (
          <li key={code} className="grid grid-cols-[2.5rem_1fr] py-1 leading-[1.5]">
            <b>{count}</b>
            <span>{general.kindOf(code)}</span>
          </li>
        ))}
        {without > 0 ? (
          <li className="grid grid-cols-[2.5rem_1fr] py-1 leading-[1.5]">
            <b>{without}</b>
            <span>{t('unsure')}</span>
          </li>
        ) : null}
      </ul>
      <p className="text-label text-ink-muted">{t('body', { count: items })}</p>
    </>
  )
}
