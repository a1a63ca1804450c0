import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { cardsAddress } from '@/components/cards/cards-address'
import { ButtonLink } from '@/components/ui/button'
import { DetailsMenu, type MenuLink } from '@/components/ui/details-menu'
import { Page, PageHead } from '@/components/ui/page'
import { LinkTabs } from '@/components/ui/tabs'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { getViewer } from '@/lib/session'
import { openContents, openDeck } from './open-deck'
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
  return (
    <Page>
      <PageHead
        title={deck.title}
        meta={deck.shared ? shared(deck.shared === 'by-you' ? 'byYou' : 'withYou') : null}
        actions={<DeckActions deck={deck} />}
      />
      <LinkTabs tabs={tabs} label={t('tabs.name')} />
      <ProgressLines deck={deck} viewer={viewer} />
      {children}
    </Page>
  )
}

/** The primary one is what can be done: study, or a quiz where there are only questions. */
async function DeckActions({ deck }: { deck: DeckHead }) {
  const [t, contents] = await Promise.all([getTranslations('deck'), openContents(deck.id)])
  const base = `/decks/${deck.id}`
  const { facts, cards } = contents ?? { facts: 0, cards: 0 }
  return (
    <>
      <DetailsMenu label={t('more.name')} links={await menuOf(deck, facts)} />
      {deck.isByHand && deck.mayEdit ? (
        <ButtonLink variant={facts > 0 ? 'bare' : 'secondary'} href={cardsAddress(deck.id)}>
          {t('addCards')}
        </ButtonLink>
      ) : null}
      {facts > 0 ? (
        <ButtonLink variant={cards > 0 ? 'secondary' : 'primary'} href={`${base}/quiz`}>
          {t('startQuiz')}
        </ButtonLink>
      ) : null}
      {cards > 0 ? (
        <ButtonLink variant="primary" href={`/study?deck=${deck.id}`}>
          {t('studyNow')}
        </ButtonLink>
      ) : null}
    </>
  )
}

/** What is further down on the Study tab, and on pages of its own. */
async function menuOf(deck: DeckHead, facts: number): Promise<readonly MenuLink[]> {
  const [t, viewer] = await Promise.all([getTranslations('deck.more'), getViewer()])
  const base = `/decks/${deck.id}`
  return [
    ...(viewer && facts > 0
      ? [
          { href: `${base}#exam`, label: t('exam') },
          { href: `${base}#custom`, label: t('custom') },
        ]
      : []),
    { href: `${base}#more`, label: t('share') },
    { href: `${base}/print`, label: t('print') },
    ...(viewer ? [{ href: `${base}#tags`, label: t('tags') }] : []),
    ...(deck.mayEdit ? [{ href: `${base}/items#settings`, label: t('settings'), isApart: true }] : []),
  ]
}
