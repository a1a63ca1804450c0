import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeleteForm, PasswordForm } from '@/components/people/account-forms'
import { ButtonLink, buttonClass } from '@/components/ui/button'
import { ClientMessages } from '@/components/ui/messages'
import { Page, PageHead } from '@/components/ui/page'
import { type Account, findAccount } from '@/lib/data/people/account'
import { isOperator } from '@/lib/operators'
import { findGuestToMerge, requireViewer } from '@/lib/session'
import { deleteEverything, savePassword } from './actions'
import { WeightsSection } from './fsrs-weights-section'
import { Sessions } from './sessions'
import { Settings } from './settings'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('account.title') }
}

export default async function AccountPage() {
  const viewer = await requireViewer('/account')
  const [account, guestToMerge, t] = await Promise.all([
    findAccount(viewer),
    findGuestToMerge(),
    getTranslations('people'),
  ])
  return (
    <Page>
      <PageHead title={viewer.name || t('account.title')} meta={account.email} />
      {guestToMerge && guestToMerge.learnerId !== viewer.learnerId ? <GuestToMergeNote /> : null}
      {viewer.identityKind === 'guest' || viewer.identityKind === 'code' ? (
        <WithoutAccount isGuest={viewer.identityKind === 'guest'} />
      ) : null}
      <ClientMessages areas={['people']}>
        <Section title={t('account.settings')}>
          <Settings viewer={viewer} />
        </Section>
        <Section title={t('weights.title')}>
          <WeightsSection viewer={viewer} />
        </Section>
        {account.email ? (
          <Section title={t('account.passwordTitle')}>
            <PasswordForm action={savePassword} email={account.email} />
          </Section>
        ) : null}
        <Section title={t('account.sessionsTitle')}>
          <Sessions viewer={viewer} />
        </Section>
        <Section title={t('account.dataTitle')}>
          <p className="mb-3 text-ink-muted">{t('account.exportBody')}</p>
          <a href="/api/export" download className={buttonClass()}>
            {t('account.export')}
          </a>
        </Section>
        {(await isOperator(viewer)) ? <ModelSection /> : null}
        <Section title={t('account.deleteTitle')}>
          <Holds account={account} />
          <DeleteForm action={deleteEverything} />
        </Section>
      </ClientMessages>
    </Page>
  )
}

/** A part of the account, with its name beside it on a wide screen and above it on a narrow one. */
function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-x-16 gap-y-4 border-t py-8 wide:grid-cols-[16rem_minmax(0,34rem)]">
      <h2 className="text-lead">{title}</h2>
      <div>{children}</div>
    </section>
  )
}

/** For operators. */
async function ModelSection() {
  const t = await getTranslations('model')
  return (
    <Section title={t('title')}>
      <p className="mb-3 text-ink-muted">{t('meta')}</p>
      <ButtonLink href="/settings/model">{t('link')}</ButtonLink>
    </Section>
  )
}

async function WithoutAccount({ isGuest }: { isGuest: boolean }) {
  const t = await getTranslations('people')
  return (
    <section className="flex flex-wrap items-center justify-between gap-4 border-t-3 border-ink py-5">
      <div>
        {isGuest ? <h2 className="text-lead">{t('account.guestTitle')}</h2> : null}
        <p className="text-ink-muted">{isGuest ? t('account.guestBody') : t('account.codeBody')}</p>
      </div>
      <ButtonLink href="/sign-up">{t('signUp.title')}</ButtonLink>
    </section>
  )
}

async function GuestToMergeNote() {
  const t = await getTranslations('people')
  return (
    <p className="border-t py-4">
      {t('account.guestToMerge')}{' '}
      <Link href="/sign-in/merge?from=%2Faccount" className="inline-flex min-h-11 items-center underline">
        {t('account.guestToMergeLink')}
      </Link>
    </p>
  )
}

async function Holds({ account: { holds } }: { account: Account }) {
  const t = await getTranslations('people')
  const what = (['reviews', 'attempts', 'documents', 'classes'] as const)
    .filter((part) => holds[part] > 0)
    .map((part) => t(`merge.${part}`, { count: holds[part] }))
  return (
    <div className="mb-4 grid gap-2 text-ink-muted">
      <p>{what.length > 0 ? t('account.deleteBody', { what: what.join(', ') }) : t('account.deleteNothing')}</p>
      {holds.classesTaught > 0 ? <p>{t('account.deleteClasses', { count: holds.classesTaught })}</p> : null}
    </div>
  )
}
