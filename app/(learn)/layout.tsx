import type { ReactNode } from 'react'
import { LateSaves } from '@/components/study/late-saves'
import { Masthead } from '@/components/ui/masthead'
import { getViewer } from '@/lib/session'

export default async function LearnLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  return (
    <>
      <Masthead viewer={viewer} />
      <LateSaves owner={viewer?.learnerId ?? null} isGuest={!viewer || viewer.wayIn === 'guest'} />
      {children}
    </>
  )
}
