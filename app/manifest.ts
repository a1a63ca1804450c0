import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'
import { THEME_COLOR } from './theme-color'

/** The web app manifest, with which Bilim can be installed. scripts/draw-icons.mjs draws the icons. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations('common')
  const shortcut = (name: string, url: string) => ({ name, url, icons: [{ src: '/icon-192.png', sizes: '192x192' }] })
  return {
    id: '/',
    name: 'Bilim',
    short_name: 'Bilim',
    description: t('description'),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: THEME_COLOR.light,
    theme_color: THEME_COLOR.light,
    categories: ['education'],
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
    shortcuts: [
      shortcut(t('shortcuts.study'), '/study'),
      shortcut(t('shortcuts.decks'), '/decks'),
      shortcut(t('shortcuts.newDocument'), '/documents/new'),
    ],
  }
}
