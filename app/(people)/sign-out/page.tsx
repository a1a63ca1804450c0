import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NarrowPage } from '@/components/people/narrow-page'
import { Button, ButtonLink } from '@/components/ui/button'
import { getViewer } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('signOut.title') }
}

/** For guests, who cannot sign in again: their cookie is the only identity that they have. */
export default async function SignOutPage() {
  const [viewer, t] = await Promise.all([getViewer(), getTranslations('people')])
  if (viewer?.identityKind !== 'guest') redirect('/')
  return (
    <NarrowPage title={t('signOut.title')} meta={t('signOut.body')}>
      <form action="/api/sign-out" method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="sure" value="yes" />
        <ButtonLink variant="primary" href="/sign-up">
          {t('signOut.create')}
        </ButtonLink>
        <Button type="submit">{t('signOut.anyway')}</Button>
      </form>
    </NarrowPage>
  )
}
