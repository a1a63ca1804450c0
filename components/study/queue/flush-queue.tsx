'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { notify } from '../../ui/toaster'
import { mayHaveWaiting } from './event-queue'
import type { QueueOwner } from './study-event'

/**
 * Sends what an earlier study page left on this device (the tab was closed while offline), so that it does not wait until
 * the learner studies again. It tells what came of it, because the learner may have been told that it was waiting. Nearly
 * always nothing waits, and then nothing is fetched.
 */
export function FlushQueue({ owner, isGuest }: QueueOwner) {
  const t = useTranslations('common.lateSaves')
  useEffect(() => {
    let isMounted = true
    let stop = () => {}
    const send = async () => {
      if (!(await mayHaveWaiting())) return
      const { sendLeftovers } = await import('./send-leftovers')
      if (isMounted) stop = sendLeftovers({ owner, isGuest }, ({ kind, count }) => notify(t(kind, { count })))
    }
    // Without a connection there is nowhere to send to.
    send().catch(() => undefined)
    return () => {
      isMounted = false
      stop()
    }
  }, [owner, isGuest, t])
  return null
}
