'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { lastSavedAt, whenSaved } from './outbox-store'

// Asked for once: where servers' clocks differ, the page that comes may be older still.
let countedUpTo = 0

/**
 * Whoever leaves Study with the last key goes faster than the ratings: a page that was made while they were on their way
 * counts without them. It is made anew when they are saved. `madeAt` is the server's clock, in milliseconds.
 */
export function CountsAsSaved({ madeAt }: { madeAt: number }) {
  const router = useRouter()
  useEffect(() => {
    const renew = () => {
      countedUpTo = lastSavedAt()
      router.refresh()
    }
    if (lastSavedAt() > Math.max(madeAt, countedUpTo)) renew()
    return whenSaved(renew)
  }, [madeAt, router])
  return null
}
