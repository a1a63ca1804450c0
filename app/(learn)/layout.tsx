import type { ReactNode } from 'react'
import { FlushQueue, RefreshWhenSaved } from '@/components/study/queue/queue-outside-study'
import { Masthead } from '@/components/ui/masthead'
import { isGuest } from '@/lib/core/people/viewer'
import { getViewer } from '@/lib/session'

export default async function LearnLayout({ children }: { children: ReactNode }) {
  const madeAt = Date.now()
  const viewer = await getViewer()
  return (
    <>
      <Masthead viewer={viewer} />
      <FlushQueue owner={viewer?.learnerId ?? null} isGuest={isGuest(viewer)} />
      <RefreshWhenSaved madeAt={madeAt} />
      {children}
    </>
  )
}
