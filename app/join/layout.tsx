import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/ui/messages'
import { Page } from '@/components/ui/page'
import { SiteHeader } from '@/components/ui/site-header'
import { getViewer } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('class.join')
  // Other sites must not see the codes in addresses. With `no-referrer`, forms without scripts would be refused as cross-site.
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
