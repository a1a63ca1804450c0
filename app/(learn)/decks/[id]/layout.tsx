import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { cardsAddress } from '@/components/cards/cards-address'
import { ButtonLink } from '@/components/ui/button'
import { Page, PageHead } from '@/components/ui/page'
import { LinkTabs } from '@/components/ui/tabs'
import { openDeck } from './open-deck'
import { ProgressLines } from './progress-lines'

type Props = { children: ReactNode; params: Promise<{ id: string }> }

export default async function DeckLayout({ children, params }: Props) {
  const { deck, viewer } = await openDeck((await params).id)
  if (!deck) notFound()
  const [t, shared] = await Promise.all([getTranslations('deck'), getTranslations('share')])
  const base = `/decks/${deck.id}`
  const tabs = [
    { href: base, label: t('tabs.study') },
    { href: `${base}/quiz`, label: t('tabs.quiz') },
    ...(deck.isByHand ? [] : [{ href: `${base}/text`, label: t('tabs.text') }]),
    { href: `${base}/items`, label: t('tabs.items') },
  ]
  const actions = (
    <>
      {deck.isByHand && deck.mayEdit ? (
        <ButtonLink variant="bare" href={cardsAddress(deck.id)}>
          {t('addCards')}
        </ButtonLink>
      ) : null}
      <ButtonLink href={`${base}/quiz`}>{t('startQuiz')}</ButtonLink>
      <ButtonLink variant="primary" href={`/study?deck=${deck.id}`}>
        {t('studyNow')}
      </ButtonLink>
    </>
  )
  return (
    <Page>
      <PageHead
        title={deck.title}
        meta={deck.shared ? shared(deck.shared === 'by-you' ? 'byYou' : 'withYou') : null}
        actions={actions}
      />
      <LinkTabs tabs={tabs} label={t('tabs.name')} />
      <ProgressLines deck={deck} viewer={viewer} />
      {children}
    </Page>
  )
}
