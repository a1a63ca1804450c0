import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/ui/messages'
import { Page } from '@/components/ui/page'
import { SiteHeader } from '@/components/ui/site-header'
import { getViewer } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('class.join')
  // Codes in addresses stay here. Not `no-referrer`: a form without a script would then come from nowhere and be refused.
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function JoinLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader viewer={await getViewer()} />
      <Page width="card">
        <ClientMessages areas={['class']}>{children}</ClientMessages>
      </Page>
    </>
  )
}
