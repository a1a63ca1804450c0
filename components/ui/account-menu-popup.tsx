'use client'

import { Menu } from '@base-ui/react/menu'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { openKeys } from './shortcuts-dialog'

const ITEM =
  'flex min-h-11 w-full cursor-pointer items-center rounded-mark px-3 text-start text-label font-[500] no-underline outline-none data-highlighted:bg-sunk'

export type AccountMenuPopupProps = {
  name: string
  identityKind: 'guest' | 'code' | 'account' | 'oidc'
  /** For the trigger, so that it looks like the link that it replaces. */
  className: string
}

/** Loaded by `AccountMenu`; open from the start. */
export function AccountMenuPopup({ name, identityKind, className }: AccountMenuPopupProps) {
  const t = useTranslations('common')
  return (
    <>
      <form id="sign-out" action="/api/sign-out" method="post" />
      <Menu.Root modal={false} defaultOpen>
        <Menu.Trigger
          nativeButton={false}
          render={<a href="/account" />}
          onClick={(event) => event.preventDefault()}
          className={className}
        >
          {t('siteHeader.account')}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner align="end" sideOffset={4} className="z-20">
            <Menu.Popup className="min-w-56 rounded-control border bg-surface p-1.5 shadow-float outline-none">
              <p className="px-3 py-2 text-caption text-ink-muted">
                {identityKind === 'guest' ? t('siteHeader.guest') : name}
              </p>
              {identityKind === 'guest' ? <GuestItems /> : null}
              <Menu.Item render={<Link href="/statistics" />} className={ITEM}>
                {t('siteHeader.statistics')}
              </Menu.Item>
              <Menu.Item render={<Link href="/account" />} className={ITEM}>
                {t('siteHeader.settings')}
              </Menu.Item>
              <Menu.Item onClick={openKeys} className={ITEM}>
                {t('keys.name')}
              </Menu.Item>
              <Menu.Separator className="my-1.5 border-t" />
              <Menu.Item
                nativeButton
                render={<button type="submit" form="sign-out" />}
                closeOnClick={false}
                className={ITEM}
              >
                {t('siteHeader.signOut')}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  )
}

function GuestItems() {
  const t = useTranslations('common')
  return (
    <>
      <Menu.Item render={<Link href="/sign-up" />} className={ITEM}>
        {t('siteHeader.createAccount')}
      </Menu.Item>
      <Menu.Item render={<Link href="/sign-in" />} className={ITEM}>
        {t('siteHeader.signIn')}
      </Menu.Item>
    </>
  )
}
