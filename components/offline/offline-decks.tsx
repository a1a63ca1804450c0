'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { DeckPack } from '@/lib/core/memory/offline-pack/deck-pack'
import { studyPacks } from '@/lib/core/memory/offline-pack/study-packs'
import { parseStudyRequest, type StudyRequest } from '../study/parse-study-address'
import { studyAddress } from '../study/study-address'
import { buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Logo } from '../ui/logo'
import { Page, SectionHead, wrapClass } from '../ui/page'
import type { Device } from './read-offline-data'

/** The page that could not be fetched, by the address of the offline page. */
export type OfflinePage =
  | { readonly kind: 'study'; readonly request: StudyRequest }
  | { readonly kind: 'deck'; readonly deckId: string }
  /** `known`: a page that the list of decks can replace. */
  | { readonly kind: 'list'; readonly known: boolean }

const STOOD_FOR = ['/', '/decks', '/offline']
const DECK = /^\/decks\/([0-9a-f-]{36})$/

export function readOfflinePage({ pathname, search }: { pathname: string; search: string }): OfflinePage {
  if (pathname === '/study') {
    return { kind: 'study', request: parseStudyRequest(Object.fromEntries(new URLSearchParams(search))) }
  }
  const deckId = DECK.exec(pathname)?.[1]
  return deckId ? { kind: 'deck', deckId } : { kind: 'list', known: STOOD_FOR.includes(pathname) }
}

type Props = { device: Device; page: OfflinePage; now: number }

/** What can be studied offline. Links are plain `<a>`: they load the whole page, because the server may answer again. */
export function OfflineDecks({ device, page, now }: Props) {
  const t = useTranslations('offline')
  const isBack = useCameBack()
  return (
    <>
      <header className={wrapClass('quiz')}>
        <a href="/" className="inline-flex min-h-16 items-center gap-2.5 text-lead font-[650] no-underline">
          <Logo />
          Bilim
        </a>
      </header>
      <Page width="quiz">
        <section aria-labelledby="offline" className="pt-8 pb-10">
          {/* With a connection it is the server that does not answer. */}
          <h1 id="offline">{t(navigator.onLine ? 'serverDown' : 'heading')}</h1>
          <p className="mt-2 text-ink-muted">{t(bodyOf(device, page))}</p>
          <p role="status" className="mt-4">
            {isBack ? t('back') : ''}
          </p>
          <div className="mt-2 flex flex-wrap gap-3 max-sm:*:flex-[1_1_auto]">
            {device.packs.length > 0 ? (
              <a href={studyHref(device, page)} className={buttonClass('primary')}>
                {t(isOneDeck(device, page) ? 'study' : 'today')}
              </a>
            ) : null}
            <button type="button" className={buttonClass()} onClick={() => window.location.reload()}>
              {t(isBack ? 'return' : 'again')}
            </button>
          </div>
        </section>
        <Decks device={device} now={now} />
      </Page>
    </>
  )
}

function bodyOf({ packs }: Device, page: OfflinePage) {
  if (packs.length === 0) return 'nothingBody'
  if (page.kind === 'list') return page.known ? 'body' : 'elsewhere'
  const wanted = page.kind === 'deck' ? page.deckId : page.request.deckId
  return packs.some(({ deckId }) => deckId === wanted) ? 'body' : 'absent'
}

function isOneDeck({ packs }: Device, page: OfflinePage): boolean {
  return page.kind === 'deck' && packs.some(({ deckId }) => deckId === page.deckId)
}

function studyHref(device: Device, page: OfflinePage): string {
  const deckId = page.kind === 'deck' && isOneDeck(device, page) ? page.deckId : null
  return studyAddress({ deckId, factIds: null })
}

function Decks({ device, now }: { device: Device; now: number }) {
  const t = useTranslations('offline')
  if (device.packs.length === 0) return <EmptyState title={t('nothing')} />
  return (
    <section aria-labelledby="decks">
      <SectionHead id="decks" title={t('decks')} />
      <ul>
        {device.packs.map((pack) => (
          <Deck key={pack.deckId} pack={pack} device={device} now={now} />
        ))}
      </ul>
    </section>
  )
}

/** No session is longer: everything to study is counted. */
const ALL = 10_000

function Deck({ pack, device, now }: { pack: DeckPack; device: Device; now: number }) {
  const t = useTranslations('offline')
  const { deckId, title, left } = pack
  const wanted = { deckId, factIds: null, limit: ALL }
  const { cards } = studyPacks(device.packs, device.reviews, wanted, new Date(now))
  const fresh = cards.filter(({ dueStatus }) => dueStatus === 'new').length
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 border-t py-4">
      <div>
        <h3 className="text-lead wrap-anywhere">{title}</h3>
        <p className="text-label text-ink-muted">
          {cards.length > 0 ? t('counts', { due: cards.length - fresh, fresh }) : t('rest')}
          {left > 0 ? `. ${t('part', { count: left })}` : null}
        </p>
      </div>
      <a
        href={studyAddress({ deckId, factIds: null })}
        aria-label={t('studyDeck', { title })}
        className={buttonClass('secondary', 'slim')}
      >
        {t('study')}
      </a>
    </li>
  )
}

/** Reports only changes: `navigator.onLine` may be true while the server is unreachable. */
function useCameBack(): boolean {
  const [isBack, setIsBack] = useState(false)
  useEffect(() => {
    const tell = ({ type }: Event) => setIsBack(type === 'online')
    for (const name of ['online', 'offline']) window.addEventListener(name, tell)
    return () => {
      for (const name of ['online', 'offline']) window.removeEventListener(name, tell)
    }
  }, [])
  return isBack
}
