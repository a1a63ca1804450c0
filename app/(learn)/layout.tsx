import type { ReactNode } from 'react'
import { CountsAsSaved } from '@/components/study/counts-as-saved'
import { LateSaves } from '@/components/study/late-saves'
import { Masthead } from '@/components/ui/masthead'
import { isGuest } from '@/lib/core/access/viewer'
import { getViewer } from '@/lib/session'

export default async function LearnLayout({ children }: { children: ReactNode }) {
  const madeAt = Date.now()
  const viewer = await getViewer()
  return (
    <>
      <Masthead viewer={viewer} />
      <LateSaves owner={viewer?.learnerId ?? null} isGuest={isGuest(viewer)} />
      <CountsAsSaved madeAt={madeAt} />
      {children}
    </>
  )
}
