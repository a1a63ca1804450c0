import type { ReactNode } from 'react'
import { LateSaves } from '@/components/study/late-saves'
import { Masthead } from '@/components/ui/masthead'
import { isGuest } from '@/lib/core/access/viewer'
import { getViewer } from '@/lib/session'

export default async function LearnLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  return (
    <>
      <Masthead viewer={viewer} />
      <LateSaves owner={viewer?.learnerId ?? null} isGuest={isGuest(viewer)} />
      {children}
    </>
  )
}
