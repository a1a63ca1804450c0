import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { NarrowPage } from '@/components/people/narrow-page'
import { ButtonLink } from '@/components/ui/button'
import { waitOf } from '@/lib/core/shared/rate-limits'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('tryLater.title') }
}

const MINUTES_OF_A_DAY = 1_440

const Query = z.object({ minutes: z.coerce.number().int().min(1).max(MINUTES_OF_A_DAY).catch(1) })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Shown to a stranger whose network has created too many guests. */
export default async function TryLaterPage({ searchParams }: Props) {
  const [asked, t] = await Promise.all([searchParams, getTranslations('people')])
  return (
    <NarrowPage title={t('tryLater.title')}>
      <p>{t('tryLater.body', waitOf(Query.parse(asked).minutes))}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/sign-in" variant="primary">
          {t('tryLater.signIn')}
        </ButtonLink>
        <ButtonLink href="/join">{t('tryLater.join')}</ButtonLink>
      </div>
    </NarrowPage>
  )
}
