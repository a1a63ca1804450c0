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
      {/* A guest who signs in takes along what they rated: it has to be at the server by then. */}
      <FlushQueue owner={viewer?.learnerId ?? null} isGuest={isGuest(viewer)} />
      {children}
    </>
  )
}
