import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { HighlightPiece } from '@/lib/core/shared/search-words'
import { ButtonLink } from '../ui/button'
import { ItemResult, type ItemResultItem } from './item-result'
import { HighlightedText } from './lit-words'
import { PassageResult, type PassageResultPassage } from './passage-result'
import { type SearchView, searchAddress } from './search-address'

type Hits<One> = { readonly hits: readonly One[]; readonly more: boolean }

export type SearchResultsFound = {
  readonly decks: readonly { readonly deckId: string; readonly title: readonly HighlightPiece[] }[]
  readonly items: Hits<ItemResultItem>
  readonly passages: Hits<PassageResultPassage>
  readonly titles: ReadonlyMap<string, string>
}

/** What was found, by kind: a few of each with the way to all of them, or a page of one. */
export function SearchResults({ found, view }: { found: SearchResultsFound; view: SearchView }) {
  const t = useTranslations('search')
  const { decks, items, passages, titles } = found
  const titleOf = (deckId: string) => titles.get(deckId) ?? ''
  const more = (kind: 'items' | 'passages') => searchAddress({ ...view, kind, page: 1 })
  return (
    <div className="grid gap-10">
      {decks.length > 0 ? (
        <Kind id="decks" title={t('decks')}>
          <ul>
            {decks.map(({ deckId, title }) => (
              <li key={deckId} className="border-t">
                <Link href={`/decks/${deckId}`} className="flex min-h-12 items-center no-underline hover:underline">
                  <span className="wrap-anywhere">
                    <HighlightedText pieces={title} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Kind>
      ) : null}
      {items.hits.length > 0 ? (
        <Kind id="items" title={t('items')} more={!view.kind && items.more ? [more('items'), t('allItems')] : null}>
          {items.hits.map((item) => (
            <ItemResult key={`${item.deckId} ${item.itemId}`} item={item} deck={titleOf(item.deckId)} />
          ))}
        </Kind>
      ) : null}
      {passages.hits.length > 0 ? (
        <Kind
          id="texts"
          title={t('passages')}
          more={!view.kind && passages.more ? [more('passages'), t('allPassages')] : null}
        >
          {passages.hits.map((passage) => (
            <PassageResult key={`${passage.deckId} ${passage.at}`} passage={passage} deck={titleOf(passage.deckId)} />
          ))}
        </Kind>
      ) : null}
      {view.kind ? <Pages view={view} more={found[view.kind].more} /> : null}
    </div>
  )
}

type KindProps = { id: string; title: string; more?: readonly [string, string] | null; children: ReactNode }

function Kind({ id, title, more, children }: KindProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      {children}
      {more ? (
        <p className="border-t pt-4">
          <ButtonLink size="slim" href={more[0]}>
            {more[1]}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  )
}

function Pages({ view, more }: { view: SearchView; more: boolean }) {
  const t = useTranslations('search')
  const { page } = view
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-3 border-t pt-5">
      <ButtonLink size="slim" variant="bare" href={searchAddress({ ...view, kind: null, page: 1 })} className="-ms-4">
        {t('everything')}
      </ButtonLink>
      <span className="ms-auto text-label text-ink-muted">{t('page', { page })}</span>
      {page > 1 ? (
        <ButtonLink size="slim" href={searchAddress({ ...view, page: page - 1 })}>
          {t('previous')}
        </ButtonLink>
      ) : null}
      {more ? (
        <ButtonLink size="slim" href={searchAddress({ ...view, page: page + 1 })}>
          {t('next')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
