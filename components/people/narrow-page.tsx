import type { ReactNode } from 'react'
import { Page, PageHead } from '@/components/ui/page'

/** A page with one form and a sentence above it. */
export function NarrowPage({ title, meta, children }: { title: ReactNode; meta?: ReactNode; children: ReactNode }) {
  return (
    <Page>
      <div className="mx-auto grid w-full max-w-[26rem] gap-6 pt-4 wide:pt-8">
        <PageHead title={title} meta={meta} />
        {children}
      </div>
    </Page>
  )
}
