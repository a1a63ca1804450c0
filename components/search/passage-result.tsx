import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { HighlightPiece } from '@/lib/core/shared/search-words'
import { HighlightedText } from './lit-words'

export type PassageResultPassage = {
  readonly deckId: string
  readonly at: number
  readonly heading: string
  readonly text: readonly HighlightPiece[]
  readonly cut: { readonly before: boolean; readonly after: boolean }
}

/** The document speaks, and where. */
export function PassageResult({ passage, deck }: { passage: PassageResultPassage; deck: string }) {
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
