'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { notify } from '../ui/toaster'
import { sendMarks } from './marks-box'
import { Outbox } from './outbox'

/**
 * Sends what an earlier study page left on this device (the tab was closed while offline), so that it does not wait until
 * the learner studies again. Says so, because the learner may have been told that it was waiting.
 */
export function LateSaves({ owner, isGuest }: { owner: string | null; isGuest: boolean }) {
  const t = useTranslations('common.lateSaves')
  useEffect(() => {
    let count = 0
    const onState = ({ kind, ...rest }: { kind: string; waiting?: number }) => {
      // What another tab is sending is told there.
      if (count === 0) return
      if (kind === 'refused') notify(t('refused', { count: rest.waiting ?? count }))
      if (kind !== 'saved') return
      notify(t('saved', { count }))
      count = 0
    }
    const marks = () => void sendMarks({ owner, isGuest })
    marks()
    window.addEventListener('online', marks)
    const outbox = new Outbox({ owner, isGuest, onState, onOutcomes: () => undefined })
    void outbox.waiting().then((kept) => {
      count = kept.length
      if (count > 0) outbox.flush()
    })
    return () => {
      window.removeEventListener('online', marks)
      outbox.leave()
    }
  }, [owner, isGuest, t])
  return null
}
