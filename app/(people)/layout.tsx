import type { ReactNode } from 'react'
import { FlushQueue } from '@/components/study/queue/queue-outside-study'
import { SiteHeader } from '@/components/ui/site-header'
import { isGuest } from '@/lib/core/people/viewer'
import { getViewer } from '@/lib/session'

export default async function PeopleLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  return (
    <>
      <SiteHeader viewer={viewer} />
      {/* Ratings have to be on the server before a guest signs in, so that they are merged. */}
      <FlushQueue owner={viewer?.learnerId ?? null} isGuest={isGuest(viewer)} />
      {children}
    </>
  )
}
