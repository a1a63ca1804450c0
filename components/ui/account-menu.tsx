'use client'

import { useTranslations } from 'next-intl'
import { type ComponentType, type MouseEvent, useState } from 'react'
import { ACCOUNT_CLASS } from './account-class'

type AccountMenuProps = { name: string; identityKind: 'guest' | 'code' | 'account' | 'oidc' }

const load = () => import('./account-menu-popup')

/**
 * Before scripts run, Account is a link to the screen where all of the menu stands too. The menu itself is a tenth of a
 * page's scripts, so it is fetched when a pointer or the focus comes near.
 */
export function AccountMenu(props: AccountMenuProps) {
  const t = useTranslations('common')
  const [Popup, setPopup] = useState<ComponentType<AccountMenuProps> | null>(null)
  const open = async (event: MouseEvent) => {
    event.preventDefault()
    const { AccountMenuPopup } = await load()
    setPopup(() => AccountMenuPopup)
  }
  if (Popup) return <Popup {...props} />
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
      className={ACCOUNT_CLASS}
    >
      {t('masthead.account')}
    </a>
  )
}
