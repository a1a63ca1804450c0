import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { NarrowPage } from '@/components/people/narrow-page'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/field'
import { findAccount } from '@/lib/data/people/account'
import { safePath } from '@/lib/request'
import { findGuestToMerge, requireViewer } from '@/lib/session'
import { merge } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('merge.title') }
}

export default async function MergePage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const [{ from }, viewer, guest] = await Promise.all([searchParams, requireViewer(), findGuestToMerge()])
  const to = safePath(from)
  if (!guest || guest.learnerId === viewer.learnerId) redirect(to)
  const [t, format, { holds }] = await Promise.all([getTranslations('people'), getFormatter(), findAccount(guest)])
  const what = (['reviews', 'attempts', 'documents', 'classes'] as const)
    .filter((part) => holds[part] > 0)
    .map((part) => t(`merge.${part}`, { count: holds[part] }))
  return (
    <NarrowPage title={t('merge.title')} meta={t('merge.body', { name: viewer.name })}>
      <p className="text-lead">{t('merge.keep', { what: format.list(what) })}</p>
      <p className="text-label text-ink-muted">{t('merge.leaving')}</p>
      <form action={merge} className="flex flex-wrap gap-3">
        <input type="hidden" name="from" value={to} />
        <SubmitButton pendingLabel={t('merge.merging')}>{t('merge.merge')}</SubmitButton>
        <ButtonLink href={to}>{t('merge.leave')}</ButtonLink>
      </form>
    </NarrowPage>
  )
}
