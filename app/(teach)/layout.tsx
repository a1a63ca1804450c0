import type { ReactNode } from 'react'
import { SiteHeader } from '@/components/ui/site-header'
import { getViewer } from '@/lib/session'

export default async function TeachLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader viewer={await getViewer()} width="table" />
      {children}
    </>
  )
}
