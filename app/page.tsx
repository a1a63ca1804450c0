import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getViewer } from '@/lib/session'
import { Today } from './today'
import { Welcome } from './welcome'

export async function generateMetadata(): Promise<Metadata> {
  const [viewer, t] = await Promise.all([getViewer(), getTranslations('welcome')])
  return { title: viewer ? t('today.title') : t('title') }
}

export default async function FirstPage() {
  const viewer = await getViewer()
  return viewer ? <Today viewer={viewer} /> : <Welcome />
}
