import './globals.css'
import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OfflineSetup } from '@/components/offline/offline-setup'
import { LiveRegion } from '@/components/ui/live-region'
import { ClientMessages } from '@/components/ui/messages'
import { ShortcutsDialog } from '@/components/ui/shortcuts-dialog'
import { TimeZone } from '@/components/ui/time-zone'
import { Toaster } from '@/components/ui/toaster'
import { BUILD_ID } from '@/lib/build-id'
import { TIME_ZONE_COOKIE } from '@/lib/request'
import { getViewer } from '@/lib/session'
import { THEME_COLOR } from './theme-color'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { template: '%s · Bilim', default: t('title') }, description: t('description') }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: THEME_COLOR.light },
    { media: '(prefers-color-scheme: dark)', color: THEME_COLOR.dark },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [viewer, locale, t] = await Promise.all([getViewer(), getLocale(), getTranslations('common')])
  // The theme is in the first HTML, so that nothing flashes. Without a setting the system decides.
  const theme = viewer && viewer.theme !== 'system' ? viewer.theme : undefined
  // Strangers have no settings.
  const singleKeys = viewer ? (viewer.singleKeys ? 'on' : 'off') : undefined
  return (
    <html lang={locale} data-theme={theme} data-single-keys={singleKeys}>
      <body>
        <a
          href="#main"
          className="fixed start-2 top-2 z-40 rounded-control bg-ink px-4 py-2 text-paper not-focus:sr-only"
        >
          {t('skip')}
        </a>
        <ClientMessages>
          {children}
          <ShortcutsDialog />
          <Toaster />
          <LiveRegion />
          <TimeZone cookie={TIME_ZONE_COOKIE} />
          <OfflineSetup owner={viewer?.learnerId ?? null} singleKeys={viewer?.singleKeys ?? true} build={BUILD_ID} />
        </ClientMessages>
      </body>
    </html>
  )
}
