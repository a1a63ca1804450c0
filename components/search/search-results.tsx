import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ItemType } from '@/lib/core/question-types/registry'
import type { HighlightPiece } from '@/lib/core/shared/search-words'
import { studyAddress } from '../study/study-address'
import { ButtonLink } from '../ui/button'

type FoundItem = {
  readonly itemId: string
  readonly deckId: string
  readonly type: ItemType
  readonly stem: readonly HighlightPiece[]
  readonly key: readonly HighlightPiece[] | null
  readonly factId: string | null
}

type FoundPassage = {
  readonly deckId: string
  readonly at: number
  readonly heading: string
  readonly text: readonly HighlightPiece[]
  readonly cut: { readonly before: boolean; readonly after: boolean }
}

type Hits<Hit> = { readonly hits: readonly Hit[]; readonly more: boolean }

export type SearchResultsFound = {
  readonly decks: readonly { readonly deckId: string; readonly title: readonly HighlightPiece[] }[]
  readonly items: Hits<FoundItem>
  readonly passages: Hits<FoundPassage>
  readonly titles: ReadonlyMap<string, string>
}

/** The words of a search and the shown results, as in the address of the page. */
type SearchView = { readonly words: string; readonly kind: 'items' | 'passages' | null; readonly page: number }

/** The results by kind: a few of each with a link to all, or one page of one kind. */
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

function searchAddress({ words, kind, page }: SearchView): string {
  const query = new URLSearchParams({ q: words })
  if (kind) query.set('in', kind)
  if (page > 1) query.set('page', String(page))
  return `/search?${query}`
}

/** An item, with links to it in its deck and to studying its fact. */
function ItemResult({ item, deck }: { item: FoundItem; deck: string }) {
  const t = useTranslations('search')
  const types = useTranslations('items.type')
  const { itemId, deckId, stem, key, factId } = item
  return (
    <article className="grid gap-x-8 gap-y-1 border-t py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="min-w-0 wrap-anywhere">
        <h3 className="text-body leading-[1.45] font-[500]">
          <Link
            href={`/decks/${deckId}/items?item=${itemId}#item-${itemId}`}
            prefetch={false}
            className="-my-2 inline-block py-2 no-underline hover:underline"
          >
            <HighlightedText pieces={stem} />
          </Link>
        </h3>
        {key ? <p>{t.rich('back', { answer: () => <HighlightedText pieces={key} /> })}</p> : null}
        <p className="text-caption text-ink-muted">
          {types(item.type)} · {deck}
        </p>
      </div>
      {factId ? (
        <Link
          href={studyAddress({ deckId, factIds: [factId] })}
          prefetch={false}
          aria-label={t('studyOf', { stem: plainText(stem) })}
          className="inline-flex min-h-11 items-center text-label whitespace-nowrap underline"
        >
          {t('study')}
        </Link>
      ) : null}
    </article>
  )
}

/** A passage of a document, with a link to its place in the text. */
function PassageResult({ passage, deck }: { passage: FoundPassage; deck: string }) {
  const t = useTranslations('search')
  const { deckId, at, heading, text, cut } = passage
  return (
    <figure className="border-t py-4">
      <blockquote className="document-text measure leading-[1.6] whitespace-pre-line wrap-anywhere">
        {cut.before ? '… ' : null}
        <HighlightedText pieces={text} />
        {cut.after ? ' …' : null}
      </blockquote>
      <figcaption className="text-caption text-ink-muted">
        <Link
          href={`/decks/${deckId}/text?at=${at}#at-${at}`}
          prefetch={false}
          className="-my-1 inline-flex min-h-11 items-center gap-1.5 underline"
        >
          {heading ? t('in', { deck, heading }) : deck}
          <ArrowRight aria-hidden="true" strokeWidth={1.75} className="size-[0.9375rem] flex-none" />
        </Link>
      </figcaption>
    </figure>
  )
}

const GAP = /_{3,}/g

/** A text with the words of the search highlighted. Gaps stay short. */
function HighlightedText({ pieces }: { pieces: readonly HighlightPiece[] }) {
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order.
    <Piece key={at} {...piece} />
  ))
}

function Piece({ text, lit }: HighlightPiece) {
  const words = text.replaceAll(GAP, '____')
  return lit ? <mark className="lit mx-0! px-0! font-semibold">{words}</mark> : words
}

const plainText = (pieces: readonly HighlightPiece[]): string => pieces.map(({ text }) => text).join('')
