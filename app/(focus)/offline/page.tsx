import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OfflineApp } from '@/components/offline/offline-app'
import { ClientMessages } from '@/components/ui/messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offline')
  return { title: t('title'), robots: { index: false } }
}

/**
 * The service worker (public/sw.js) shows this page for any that cannot be fetched. It is stored once for all learners, so
 * it contains no learner's data; the owner of the decks is read from the device.
 */
export default function OfflinePage() {
  return (
    <ClientMessages areas={['study', 'offline']}>
      <OfflineApp />
    </ClientMessages>
  )
}
