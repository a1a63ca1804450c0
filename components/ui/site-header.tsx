import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Logo } from './logo'
import { AccountMenu, MainNav, type Place, SearchLink } from './main-nav'
import { type PageWidth, wrapClass } from './page'

type HeaderViewer = { readonly name: string; readonly identityKind: 'guest' | 'code' | 'account' | 'oidc' }

type SiteHeaderProps = { viewer: HeaderViewer | null; current?: Place; width?: PageWidth }

/** The bar at the top of every screen but Study and a quiz attempt. */
export function SiteHeader({ viewer, current, width }: SiteHeaderProps) {
  const t = useTranslations('common')
  if (!viewer) {
    return (
      <HeaderBar width={width} showName>
        <Plain href="/join">{t('siteHeader.join')}</Plain>
        <Plain href="/sign-in">{t('siteHeader.signIn')}</Plain>
      </HeaderBar>
    )
  }
  return (
    <HeaderBar width={width} nav={<MainNav {...(current ? { current } : {})} />}>
      {viewer.identityKind === 'guest' ? (
        <span className="max-sm:hidden">
          <Plain href="/sign-up">{t('siteHeader.createAccount')}</Plain>
        </span>
      ) : null}
      <SearchLink />
      <AccountMenu name={viewer.name} identityKind={viewer.identityKind} />
    </HeaderBar>
  )
}

function HeaderBar(props: { width?: PageWidth | undefined; nav?: ReactNode; showName?: boolean; children: ReactNode }) {
  return (
    <header data-site-header="" className={wrapClass(props.width)}>
      <div className="flex min-h-16 items-center gap-6 max-sm:gap-2 max-[26rem]:gap-1">
        <Link
          href="/"
          aria-label="Bilim"
          className="inline-flex min-h-11 min-w-11 items-center gap-2.5 text-lead font-[650] tracking-[-0.01em] no-underline"
        >
          <Logo />
          <span className={props.showName ? '' : 'max-sm:hidden'}>Bilim</span>
        </Link>
        {props.nav}
        <div className="-me-3 ms-auto flex items-center gap-1 max-sm:-me-2">{props.children}</div>
      </div>
    </header>
  )
}

function Plain({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-11 items-center rounded-control px-3 text-label font-[500] text-ink-muted no-underline hover:text-ink max-sm:px-2"
    >
      {children}
    </Link>
  )
}
