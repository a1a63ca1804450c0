'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import type { Doubts } from '@/lib/data/decks/accept-all'
import { Button, ButtonLink } from '../ui/button'
import { ModalDialog } from '../ui/modal-dialog'
import { itemsAddress } from './items-query'
import type { ItemsScreenProps } from './items-types'
import { useReasonText } from './reason-text'

type AcceptAllProps = Pick<ItemsScreenProps, 'deckId' | 'actions'> & {
  /** How many items wait for a check beyond the depth of the deck. */
  beyond: number
  className: string
  /** Returns what speaks against them if it was not confirmed. */
  onAcceptAll: (confirmed: boolean) => Promise<Doubts | null>
  onCheckFirst: () => void
}

/** Accepts all items that need a check, after naming what speaks against them. */
export function AcceptAll({ deckId, actions, beyond, className, onAcceptAll, onCheckFirst }: AcceptAllProps) {
  const t = useTranslations('items.acceptAll')
  const first = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [doubts, setDoubts] = useState<Doubts | null>(null)
  const accept = async (confirmed: boolean) => {
    const asked = await onAcceptAll(confirmed)
    setOpen(asked !== null)
    // What a dialog that closes shows stays.
    if (asked) setDoubts(asked)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    void accept(false)
  }
  return (
    <form action={actions.acceptAllByForm} onSubmit={send} className={clsx('flex-none', className)}>
      <input type="hidden" name="deckId" value={deckId} />
      <Button type="submit" variant="bare" size="slim">
        {t('accept')}
      </Button>
      {doubts ? (
        <ModalDialog
          open={isOpen}
          setOpen={setOpen}
          title={t('title', { count: doubts.items })}
          closeLabel={t('close')}
          initialFocus={first}
          className="max-h-[80dvh] max-w-lg [&_h2]:text-lead"
        >
          <DoubtList {...{ doubts, beyond }} />
          <div className="mt-5 flex flex-wrap justify-end gap-3 max-sm:*:flex-auto">
            <Button onClick={() => void accept(true)}>{t('anyway', { count: doubts.items })}</Button>
            <Button
              variant="primary"
              ref={first}
              onClick={() => {
                setOpen(false)
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

type AcceptAllQuestionProps = Pick<AcceptAllProps, 'deckId' | 'actions' | 'beyond'> & { doubts: Doubts }

/** The same without scripts: a second press confirms. */
export function AcceptAllQuestion({ deckId, actions, beyond, doubts }: AcceptAllQuestionProps) {
  const t = useTranslations('items.acceptAll')
  return (
    <section aria-labelledby="accept-all" className="mb-4 rounded-control border border-edge bg-surface p-5">
      <h2 id="accept-all" className="text-lead">
        {t('title', { count: doubts.items })}
      </h2>
      <DoubtList {...{ doubts, beyond }} />
      <form action={actions.acceptAllByForm} className="mt-5 flex flex-wrap justify-end gap-3">
        <input type="hidden" name="deckId" value={deckId} />
        <input type="hidden" name="confirmed" value="1" />
        <Button type="submit">{t('anyway', { count: doubts.items })}</Button>
        <ButtonLink variant="primary" href={itemsAddress(deckId, { show: 'to-check' })}>
          {t('checkFirst')}
        </ButtonLink>
      </form>
    </section>
  )
}

/** What speaks against accepting them unread. */
function DoubtList({ doubts: { items, doubts, others }, beyond }: { doubts: Doubts; beyond: number }) {
  const t = useTranslations('items.acceptAll')
  const general = useReasonText()
  const lines = [
    ...doubts.map(({ code, items: count }) => ({ key: code, count, text: general.kindOf(code) })),
    { key: 'rules', count: others.rules, text: t('unsure') },
    { key: 'unread', count: others.unread, text: t('unread') },
  ]
  return (
    <>
      <ul className="my-3">
        {lines
          .filter(({ count }) => count > 0)
          .map(({ key, count, text }) => (
            <li key={key} className="grid grid-cols-[2.5rem_1fr] py-1 leading-[1.5]">
              <b>{count}</b>
              <span>{text}</span>
            </li>
          ))}
      </ul>
      <p className="text-label text-ink-muted">{t('body', { count: items, beyond })}</p>
    </>
  )
}
