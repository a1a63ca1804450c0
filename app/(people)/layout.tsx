import type { ReactNode } from 'react'
import { Masthead } from '@/components/ui/masthead'
import { getViewer } from '@/lib/session'

export default async function PeopleLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Masthead viewer={await getViewer()} />
      {children}
    </>
  )
}
