'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { startTransition, useOptimistic, useState } from 'react'
import type { Depth } from '@/lib/core/generation/depth'
import { minutesToCheck } from '@/lib/core/item/unaccepted-items'
import { Button } from '../ui/button'
import type { ItemsActions, ItemsScreenProps } from './items-types'

type ItemsHeadProps = Pick<ItemsScreenProps, 'deckId' | 'depths' | 'actions' | 'readOnlyReason'> & {
  ready: number
  toCheck: number
  /** Its cards are written by hand, and there may be questions beside them. */
  isByHand: boolean
  onChange: (depth: Depth) => Promise<void>
}

/** How many items the deck has, and the choice of how many it should have. */
export function ItemsHead({ ready, toCheck, readOnlyReason, isByHand, depths, ...rest }: ItemsHeadProps) {
  const t = useTranslations('items.head')
  const tItems = useTranslations('items')
  const beyond = countBeyond(depths)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5 [border-image:linear-gradient(var(--line),var(--line))_1/0_0_1px_0/0_100vw]">
      <p className="text-label leading-[1.4]">
        {t(isByHand ? 'items' : depths ? 'questionsAtDepth' : 'questions', { count: ready + toCheck })}{' '}
        <b>{t('ready', { ready, toCheck })}</b>
        <span className="text-ink-muted">
          {toCheck > 0 ? ` ${t('minutes', { minutes: minutesToCheck(toCheck) })}` : null}
          {beyond > 0 ? t('beyond', { count: beyond }) : null}
        </span>
        {readOnlyReason ? <span className="text-ink-muted"> {tItems(readOnlyReason)}</span> : null}
      </p>
      {depths ? <HowMany {...rest} depths={depths} /> : null}
    </div>
  )
}

/** How many items wait for a check beyond the depth of the deck. A decision changes both numbers alike. */
export const countBeyond = (depths: ItemsScreenProps['depths']): number =>
  depths ? depths.counts.everything.toCheck - depths.counts[depths.depth].toCheck : 0

type HowManyProps = {
  deckId: string
  depths: NonNullable<ItemsScreenProps['depths']>
  actions: ItemsActions
  onChange: (depth: Depth) => Promise<void>
}

/** One of three depths with its number of items. Asks first if the change hides what learners have begun. */
function HowMany({ deckId, depths: { depth: now, counts }, actions, onChange }: HowManyProps) {
  const t = useTranslations('items.howMany')
  const [asked, setAsked] = useState<Depth | null>(null)
  const [chosen, showChosen] = useOptimistic(now)
  const change = (depth: Depth) =>
    startTransition(async () => {
      showChosen(depth)
      await onChange(depth)
    })
  const choose = (depth: Depth) => {
    if (depth === now) return setAsked(null)
    if (counts[depth].hidesStudied > 0) return setAsked(depth)
    change(depth)
  }
  const total = (depth: Depth) => counts[depth].ready + counts[depth].toCheck
  return (
    <form action={actions.changeDepthByForm} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <input type="hidden" name="deckId" value={deckId} />
      <span id="how-many" className="text-label text-ink-muted max-sm:sr-only">
        {t('name')}
      </span>
      <div
        role="radiogroup"
        aria-labelledby="how-many"
        className="inline-grid grid-flow-col rounded-control border border-edge bg-surface"
      >
        {(Object.keys(counts) as Depth[]).map((depth) => (
          <label
            key={depth}
            className={clsx(
              'relative inline-flex min-h-[2.625rem] items-center justify-center gap-2 px-3 text-label leading-[1.25] whitespace-nowrap text-ink-muted',
              'not-first:border-s has-checked:font-semibold has-checked:text-ink has-checked:shadow-[inset_0_-3px_0_var(--ink)]',
              'has-focus-visible:rounded-control has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
              'max-sm:gap-1 max-sm:px-1.5 max-[22.5rem]:flex-col max-[22.5rem]:gap-0',
            )}
          >
            <input
              type="radio"
              name="depth"
              value={depth}
              checked={(asked ?? chosen) === depth}
              onChange={() => choose(depth)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {t(depth)} <span>{total(depth)}</span>
          </label>
        ))}
      </div>
      <noscript>
        <Button type="submit" size="slim">
          {t('show')}
        </Button>
      </noscript>
      {asked ? (
        <div role="alert" className="flex w-full flex-wrap items-center gap-2 text-label">
          <p>{t('hides', { count: counts[asked].hidesStudied, from: total(now), to: total(asked) })}</p>
          <Button
            size="slim"
            onClick={() => {
              setAsked(null)
              change(asked)
            }}
          >
            {t('hide', { count: total(asked) })}
          </Button>
          <Button size="slim" variant="bare" onClick={() => setAsked(null)}>
            {t('keep', { count: total(now) })}
          </Button>
        </div>
      ) : null}
    </form>
  )
}
