'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { notify } from '@/components/ui/toaster'
import { keepMark, marksOf, type SentMark, sendMarks } from './marks-box'
import type { QueueOwner } from './queue-owner'

/** A server that did not answer is asked again. */
const AGAIN_AFTER_MS = 15_000

/**
 * Marks on their way to the server, kept on the device until they are there. While `busy` they wait: of a stranger's two
 * requests at once each would make a guest.
 */
export function useMarks(
  options: QueueOwner & {
    busy: boolean
    /** Facts that a page before this one set aside, and the server does not know yet. */
    onLeftOver: (factIds: readonly string[]) => void
  },
): { mark: (mark: SentMark) => void } {
  const t = useTranslations('study')
  const { owner, isGuest, busy } = options
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const underWay = useRef(false)
  const retry = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const flush = useCallback(async () => {
    clearTimeout(retry.current)
    if (underWay.current || latest.current.busy || marksOf({ owner, isGuest }).length === 0) return
    underWay.current = true
    const outcome = await sendMarks({ owner, isGuest })
    underWay.current = false
    if (outcome === 'waiting') retry.current = setTimeout(flush, AGAIN_AFTER_MS)
    if (outcome === 'refused') notify(t('marks.refused'))
    // Another may have been laid meanwhile.
    if (outcome !== 'waiting') void flush()
  }, [owner, isGuest, t])
  useEffect(() => {
    if (!busy) void flush()
    window.addEventListener('online', flush)
    return () => {
      clearTimeout(retry.current)
      window.removeEventListener('online', flush)
    }
  }, [busy, flush])
  useEffect(() => {
    const aside = marksOf({ owner, isGuest }).filter(({ kind, on }) => on && kind !== 'star')
    if (aside.length > 0) latest.current.onLeftOver(aside.map(({ factId }) => factId))
  }, [owner, isGuest])
  const mark = useCallback(
    (laid: SentMark) => {
      keepMark(owner, laid)
      void flush()
    },
    [owner, flush],
  )
  return { mark }
}
