import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NarrowPage } from '@/components/people/narrow-page'
import { SignInForm } from '@/components/people/sign-in-forms'
import { FormError, SubmitButton } from '@/components/ui/field'
import { ClientMessages } from '@/components/ui/messages'
import { hasAccount } from '@/lib/core/people/viewer'
import { env } from '@/lib/env'
import { safePath } from '@/lib/request'
import { getViewer } from '@/lib/session'
import { signIn, signInWithProvider } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('signIn.title') }
}

type Query = { from?: string; error?: string }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ from, error }, viewer, t] = await Promise.all([searchParams, getViewer(), getTranslations('people')])
  const to = safePath(from)
  if (viewer && hasAccount(viewer)) redirect(to)
  return (
    <NarrowPage title={t('signIn.title')} meta={viewer ? t('signIn.guest') : undefined}>
      {error ? <FormError>{t('error.oidc')}</FormError> : null}
      <ClientMessages areas={['people']}>
        <SignInForm action={signIn} from={to} />
      </ClientMessages>
      {env.OIDC_ISSUER ? (
        <form action={signInWithProvider} className="grid">
          <input type="hidden" name="from" value={to} />
          <SubmitButton variant="secondary">{t('signIn.oidc', { provider: env.OIDC_NAME })}</SubmitButton>
        </form>
      ) : null}
      <div className="grid gap-4 border-t pt-5 text-label text-ink-muted">
        <Aside
          text={t('signIn.noAccount')}
          href={`/sign-up?from=${encodeURIComponent(to)}`}
          link={t('signIn.create')}
        />
        <Aside text={t('signIn.code')} href="/join" link={t('signIn.join')} />
      </div>
    </NarrowPage>
  )
}

function Aside({ text, href, link }: { text: string; href: string; link: string }) {
  return (
    <p>
      {text}{' '}
      <Link href={href} className="py-3 text-ink underline">
        {link}
      </Link>
    </p>
  )
}
