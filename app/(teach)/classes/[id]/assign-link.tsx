'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'

/** The primary action on every tab except the page that it opens. */
export function AssignLink({ href }: { href: string }) {
  const t = useTranslations('class.head')
  if (usePathname() === href) return null
  return (
    <ButtonLink href={href} variant="primary">
      {t('assign')}
    </ButtonLink>
  )
}
