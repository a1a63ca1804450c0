import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page'
import type { Viewer } from '@/lib/core/people/viewer'

/** Asks who joins, if somebody is signed in on this device. Both answers are links, so that nothing is changed yet. */
export function IsThisYou({ viewer, code }: { viewer: Viewer; code: string }) {
  const t = useTranslations('class.isThisYou')
  const here = code ? `/join/${encodeURIComponent(code)}` : '/join'
  const hasName = viewer.name !== ''
  return (
    <>
      <PageHead title={t('title')} meta={hasName ? t('named', { name: viewer.name }) : t('guest')} />
      <p className="max-w-(--measure) pb-6">
        {t(viewer.identityKind === 'guest' ? 'guestConsequence' : 'consequence')}
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`${here}?as=me`} variant="primary">
          {hasName ? t('yesNamed', { name: viewer.name }) : t('yesGuest')}
        </ButtonLink>
        <ButtonLink href={`${here}?as=other`}>{t('no')}</ButtonLink>
      </div>
    </>
  )
}
