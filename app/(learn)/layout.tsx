import type { ReactNode } from 'react'
import { FlushQueue, RefreshWhenSaved } from '@/components/study/queue/queue-outside-study'
import { SiteHeader } from '@/components/ui/site-header'
import { isGuest } from '@/lib/core/people/viewer'
import { getViewer } from '@/lib/session'

export default async function LearnLayout({ children }: { children: ReactNode }) {
  const madeAt = Date.now()
  const viewer = await getViewer()
  return (
    <>
      <SiteHeader viewer={viewer} />
      <FlushQueue owner={viewer?.learnerId ?? null} isGuest={isGuest(viewer)} />
      <RefreshWhenSaved madeAt={madeAt} />
      {children}
    </>
  )
}
