import { clsx } from 'clsx'
import Link from 'next/link'
import type { DeckId } from '@/lib/core/ids'
import { href, type Sort } from './to-grid-data'

type Props = {
  decks: readonly { readonly deckId: DeckId; readonly title: string }[]
  shown: DeckId
  base: string
  sort: Sort
  label: string
}

/** One table a deck: a class with several has them side by side as addresses. */
export function DeckChooser({ decks, shown, base, sort, label }: Props) {
  if (decks.length === 1) return <p className="pb-3 text-label text-ink-muted">{decks[0]?.title}</p>
  return (
    <nav aria-label={label} className="pb-3">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-label">
        {decks.map((deck) => (
          <li key={deck.deckId}>
            <Link
              href={href(base, deck.deckId, sort)}
              aria-current={deck.deckId === shown ? 'true' : undefined}
              scroll={false}
              className={clsx(
                'inline-flex min-h-11 items-center',
                deck.deckId === shown ? 'font-semibold no-underline' : 'text-ink-muted hover:text-ink',
              )}
            >
              {deck.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
