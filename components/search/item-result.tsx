import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ItemType } from '@/lib/core/question-types/registry'
import type { HighlightPiece } from '@/lib/core/shared/search-words'
import { studyAddress } from '../study/study-query'
import { HighlightedText, plainText } from './lit-words'

export type ItemResultItem = {
  readonly itemId: string
  readonly deckId: string
  readonly type: ItemType
  readonly stem: readonly HighlightPiece[]
  readonly key: readonly HighlightPiece[] | null
  readonly factId: string | null
}

/** What an item asks, with the way to it among its deck's items and the way to study its fact. */
export function ItemResult({ item, deck }: { item: ItemResultItem; deck: string }) {
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
