import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SearchForm } from '@/components/search/search-form'
import { SearchResults } from '@/components/search/search-results'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, PageHead } from '@/components/ui/page'
import { type Found, KINDS, type SearchKind, search, searchWords } from '@/lib/data/search/search'
import { getViewer } from '@/lib/session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

// A parameter that cannot be read has its default.
const Query = z.object({
  q: z.string().catch(''),
  in: z.enum(KINDS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100).catch(1),
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, { q }] = await Promise.all([getTranslations('search'), searchParams.then((query) => Query.parse(query))])
  const words = searchWords(q)
  return { title: words ? t('titleOf', { words }) : t('title') }
}

export default async function SearchPage({ searchParams }: Props) {
  const { q, in: kind, page } = Query.parse(await searchParams)
  const t = await getTranslations('search')
  const words = searchWords(q)
  const found = words ? await search(await getViewer(), q, { kind, page }) : null
  return (
    <Page>
      <PageHead title={t('title')} />
      <div className="grid gap-8 pt-3">
        <SearchForm words={words} />
        {found ? <Results found={found} words={words} kind={kind} page={page} /> : null}
        {found ? null : <p className="measure text-ink-muted">{t('start')}</p>}
      </div>
    </Page>
  )
}

type ResultsProps = { found: Found; words: string; kind: SearchKind | null; page: number }

async function Results({ found, words, kind, page }: ResultsProps) {
  const t = await getTranslations('search')
  const isEmpty = found.decks.length + found.items.hits.length + found.passages.hits.length === 0
  if (isEmpty && page > 1) return <p>{t('noMore')}</p>
  if (isEmpty) return <EmptyState title={t('nothing', { typed: words })}>{t('nothingBody')}</EmptyState>
  return (
    <>
      {found.mended ? <p role="status">{t('mended', { typed: words, words: found.words })}</p> : null}
      <SearchResults found={found} view={{ words: found.words, kind, page }} />
    </>
  )
}
