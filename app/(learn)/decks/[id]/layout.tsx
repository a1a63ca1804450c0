import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { cardsAddress } from '@/components/cards/cards-address'
import { ImportedBefore } from '@/components/import/imported-before'
import { ToCheckCount, ToCheckProvider } from '@/components/items/to-check-count'
import { ButtonLink } from '@/components/ui/button'
import { DetailsMenu, type MenuLink } from '@/components/ui/details-menu'
import { ClientMessages } from '@/components/ui/messages'
import { Page, PageHead } from '@/components/ui/page'
import { LinkTabs } from '@/components/ui/tabs'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { getViewer } from '@/lib/session'
import { HeadByTab } from './head-by-tab'
import { renameDeckAction } from './items/actions'
import { openContents, openDeck } from './open-deck'
import { ProgressLines } from './progress-lines'

type Props = { children: ReactNode; params: Promise<{ id: string }> }

export default async function DeckLayout({ children, params }: Props) {
  const { deck, viewer } = await openDeck((await params).id)
  if (!deck) notFound()
  const [t, shared, contents] = await Promise.all([
    getTranslations('deck'),
    getTranslations('share'),
    openContents(deck.id),
  ])
  const base = `/decks/${deck.id}`
  const tabs = [
    { href: base, label: t('tabs.study') },
    ...(contents?.offersQuiz === false ? [] : [{ href: `${base}/quiz`, label: t('tabs.quiz') }]),
    ...(deck.isByHand ? [] : [{ href: `${base}/text`, label: t('tabs.text') }]),
    { href: `${base}/items`, label: t('tabs.items'), count: <ToCheckCount label={t('tabs.toCheck')} /> },
  ]
  const toCheck = contents?.unacceptedItems.kind === 'to-review' ? contents.unacceptedItems.items : 0
  return (
    <ToCheckProvider counted={toCheck}>
      <Page>
        <HeadByTab
          onItems={<ItemsHead deck={deck} />}
          elsewhere={
            <PageHead
              title={deck.title}
              meta={deck.shared ? shared(deck.shared === 'by-you' ? 'byYou' : 'withYou') : null}
              actions={<DeckActions deck={deck} />}
            />
          }
        />
        <LinkTabs tabs={tabs} label={t('tabs.name')} />
        {deck.mayEdit ? (
          <ClientMessages areas={['deck']}>
            <ImportedBefore
              {...{ deckId: deck.id, title: deck.title, depth: deck.depth, importedAt: deck.importedAt }}
              rename={renameDeckAction}
            />
          </ClientMessages>
        ) : null}
        <ProgressLines deck={deck} viewer={viewer} />
        {children}
      </Page>
    </ToCheckProvider>
  )
}

/** Small, so that the items have room: the actions stand at the end of the tabs' line, on a phone beside the title. */
async function ItemsHead({ deck }: { deck: DeckHead }) {
  const [t, contents] = await Promise.all([getTranslations('deck'), openContents(deck.id)])
  const { facts, cards } = contents ?? { facts: 0, cards: 0 }
  const links = await menuOf(deck, facts)
  return (
    <header className="flex items-center justify-between gap-x-4 max-sm:-mb-2 sm:relative sm:pt-1">
      <h1 className="wrap-anywhere line-clamp-2 text-title! max-sm:line-clamp-1 max-sm:text-lead!">{deck.title}</h1>
      <div className="flex flex-none items-center gap-1 sm:absolute sm:end-0 sm:top-full sm:z-10">
        {mayAskAssistant(deck) ? (
          <ButtonLink variant="bare" size="slim" className="max-sm:hidden" href={`/decks/${deck.id}/items/assistant`}>
            {t('more.assistant')}
          </ButtonLink>
        ) : null}
        {cards > 0 && !deck.mayEdit ? (
          <ButtonLink variant="bare" size="slim" className="max-sm:hidden" href={`/study?deck=${deck.id}`}>
            {t('studyNow')}
          </ButtonLink>
        ) : null}
        {deck.isByHand && deck.mayEdit ? (
          <ButtonLink variant="bare" size="slim" href={cardsAddress(deck.id)}>
            {t('addCards')}
          </ButtonLink>
        ) : null}
        <DetailsMenu label={t('more.name')} links={links} isAtEnd />
      </div>
    </header>
  )
}

const mayAskAssistant = ({ mayEdit, isByHand }: DeckHead) => mayEdit && !isByHand

/** The primary one is what can be done: study, or a quiz where there are only questions. */
async function DeckActions({ deck }: { deck: DeckHead }) {
  const [t, contents] = await Promise.all([getTranslations('deck'), openContents(deck.id)])
  const base = `/decks/${deck.id}`
  const { facts, cards, offersQuiz } = contents ?? { facts: 0, cards: 0, offersQuiz: false }
  return (
    <>
      <DetailsMenu label={t('more.name')} links={await menuOf(deck, facts)} />
      {deck.isByHand && deck.mayEdit ? (
        <ButtonLink variant={facts > 0 ? 'bare' : 'secondary'} href={cardsAddress(deck.id)}>
          {t('addCards')}
        </ButtonLink>
      ) : null}
      {facts > 0 && offersQuiz ? (
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
    ...(mayAskAssistant(deck) ? [{ href: `${base}/items/assistant`, label: t('assistant') }] : []),
    { href: `${base}#more`, label: t('share') },
    { href: `${base}/print`, label: t('print') },
    ...(viewer ? [{ href: `${base}#tags`, label: t('tags') }] : []),
    ...(deck.mayEdit ? [{ href: `${base}/items#settings`, label: t('settings'), isApart: true }] : []),
  ]
}
