'use client'

import { useTranslations } from 'next-intl'
import { type ComponentType, type MouseEvent, useState } from 'react'
import type { AccountMenuPopupProps } from './account-menu-popup'

const CLASS =
  'inline-flex min-h-11 items-center rounded-control px-3 text-label font-[500] text-ink-muted no-underline hover:text-ink data-popup-open:text-ink max-sm:px-2 max-[26rem]:px-1'

const load = () => import('./account-menu-popup')

/**
 * Before scripts run, a link to the account page, which has all entries of the menu. The menu is a tenth of a page's
 * scripts, so it is loaded when the pointer or the focus comes near.
 */
export function AccountMenu(props: Omit<AccountMenuPopupProps, 'className'>) {
  const t = useTranslations('common')
  const [Popup, setPopup] = useState<ComponentType<AccountMenuPopupProps> | null>(null)
  const open = async (event: MouseEvent) => {
    event.preventDefault()
    const { AccountMenuPopup } = await load()
    setPopup(() => AccountMenuPopup)
  }
  if (Popup) return <Popup {...props} className={CLASS} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: with scripts a button, without them a link.
    <a
      href="/account"
      role="button"
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={open}
      onPointerEnter={load}
      onFocus={load}
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'ArrowDown') {
          event.preventDefault()
          event.currentTarget.click()
        }
      }}
      className={CLASS}
    >
      {t('masthead.account')}
    </a>
  )
}
