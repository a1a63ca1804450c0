'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Doubts } from '@/lib/data/decks/accept-all'
import { Button, ButtonLink } from '../ui/button'
import { ModalDialog } from '../ui/modal-dialog'
import { itemsAddress } from './items-query'
import type { ItemsScreenProps } from './items-types'
import { useReasonText } from './reason-text'

type AcceptAllProps = Pick<ItemsScreenProps, 'deckId' | 'actions'> & {
  className: string
  /** Returns what speaks against them, if that was not confirmed. */
  onAcceptAll: (confirmed: boolean) => Promise<Doubts | null>
  onCheckFirst: () => void
}

/** Accepts all items that need a check, after naming what speaks against them. */
export function AcceptAll({ deckId, actions, className, onAcceptAll, onCheckFirst }: AcceptAllProps) {
  const t = useTranslations('items.acceptAll')
  const [doubts, setDoubts] = useState<Doubts | null>(null)
  const accept = async (confirmed: boolean) => setDoubts(await onAcceptAll(confirmed))
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

type AcceptAllQuestionProps = Pick<ItemsScreenProps, 'deckId' | 'actions'> & { doubts: Doubts }

/** The same without scripts: a second press confirms. */
export function AcceptAllQuestion({ deckId, actions, doubts }: AcceptAllQuestionProps) {
  const t = useTranslations('items.acceptAll')
  return (
    <section aria-labelledby="accept-all" className="mb-4 rounded-control border border-edge bg-surface p-5">
      <h2 id="accept-all" className="text-lead">
        {t('title', { count: doubts.items })}
      </h2>
      <DoubtList doubts={doubts} />
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
function DoubtList({ doubts: { items, doubts } }: { doubts: Doubts }) {
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
