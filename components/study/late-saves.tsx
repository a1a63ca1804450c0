'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { notify } from '../ui/toaster'
import { Outbox, type OutboxState } from './outbox'

/**
 * Sends what an earlier study page left on this device (the tab was closed while offline), so that it does not wait until
 * the learner studies again. Says so, because the learner may have been told that it was waiting.
 */
export function LateSaves({ owner, isGuest }: { owner: string; isGuest: boolean }) {
  const t = useTranslations('common.lateSaves')
  useEffect(() => {
    let count = 0
    const tell = (state: OutboxState) => {
      if (state.kind === 'saved') notify(t('saved', { count }))
      if (state.kind === 'refused') notify(t('refused', { count: state.waiting }))
    }
    const outbox = new Outbox({ owner, isGuest, onState: tell, onOutcomes: () => undefined })
    count = outbox.waiting().length
    outbox.flush()
    return () => outbox.leave()
  }, [owner, isGuest, t])
  return null
}
