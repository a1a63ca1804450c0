'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { notify } from '../ui/toaster'
import { mayWait } from './may-wait'
import type { QueueOwner } from './queue-owner'

/**
 * Sends what an earlier study page left on this device (the tab was closed while offline), so that it does not wait until
 * the learner studies again. Says so, because the learner may have been told that it was waiting. Nearly always nothing
 * waits, and then nothing is fetched.
 */
export function LateSaves({ owner, isGuest }: QueueOwner) {
  const t = useTranslations('common.lateSaves')
  useEffect(() => {
    let isHere = true
    let leave = () => {}
    const send = async () => {
      if (!(await mayWait())) return
      const { sendLate } = await import('./send-late')
      if (isHere) leave = sendLate({ owner, isGuest }, ({ kind, count }) => notify(t(kind, { count })))
    }
    // Without a connection there is nowhere to send to.
    send().catch(() => undefined)
    return () => {
      isHere = false
      leave()
    }
  }, [owner, isGuest, t])
  return null
}
