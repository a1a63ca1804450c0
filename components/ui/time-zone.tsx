'use client'

import { useEffect } from 'react'

const YEAR_SECONDS = 31_536_000

/** Sends the device's time zone to the server, so that a study day begins in the learner's morning. */
export function TimeZone({ cookie }: { cookie: string }) {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store wants https, and a school's network has http.
    document.cookie = `${cookie}=${timeZone}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  }, [cookie])
  return null
}
