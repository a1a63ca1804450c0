import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NarrowPage } from '@/components/people/narrow-page'
import { SignUpForm } from '@/components/people/sign-in-forms'
import { ClientMessages } from '@/components/ui/messages'
import { hasAccount } from '@/lib/core/people/viewer'
import { safePath } from '@/lib/request'
import { getViewer } from '@/lib/session'
import { signUp } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('signUp.title') }
}

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const [{ from }, viewer, t] = await Promise.all([searchParams, getViewer(), getTranslations('people')])
  const to = safePath(from)
  if (viewer && hasAccount(viewer)) redirect(to)
  return (
    <NarrowPage title={t('signUp.title')} meta={viewer ? t('signUp.keeps') : t('signUp.fresh')}>
      <ClientMessages areas={['people']}>
        <SignUpForm action={signUp} from={to} name={viewer?.name ?? ''} />
      </ClientMessages>
      <p className="border-t pt-5 text-label text-ink-muted">
        {t('signUp.haveOne')}{' '}
        <Link href={`/sign-in?from=${encodeURIComponent(to)}`} className="py-3 text-ink underline">
          {t('signUp.signIn')}
        </Link>
      </p>
    </NarrowPage>
  )
}
