import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OfflineApp } from '@/components/offline/offline-app'
import { ClientMessages } from '@/components/ui/messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offline')
  return { title: t('title'), robots: { index: false } }
}

/**
 * What the service worker shows for any page that cannot be fetched (public/sw.js). It is stored once for everybody, so
 * nothing of anybody may be in it: whose decks are studied is read from the device.
 */
export default function OfflinePage() {
  return (
    <ClientMessages areas={['study', 'offline']}>
      <OfflineApp />
    </ClientMessages>
  )
}
