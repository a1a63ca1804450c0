import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { itemsAddress } from './items-query'
import type { RegenerationCounts } from './regeneration'

type RegenerationNoteProps = { deckId: string; counts: RegenerationCounts; since: string | null }

/** What regenerating did to the deck, in counts, with links to the new and the held items. */
export function RegenerationNote({ deckId, counts, since }: RegenerationNoteProps) {
  const t = useTranslations('items.regenerate')
  return (
    <section aria-labelledby="regenerated" className="border-b py-4">
      <h2 id="regenerated" className="text-body">
        {t('done')}
      </h2>
      <div className="measure text-label text-ink-muted">
        <Line counts={counts} />
        {counts.held > 0 ? <p>{t('held', { items: counts.held })}</p> : null}
      </div>
      <p className="flex flex-wrap gap-x-6 text-label">
        {since && counts.fresh > 0 ? (
          <TextLink href={itemsAddress(deckId, { show: 'new', since })}>{t('new', { fresh: counts.fresh })}</TextLink>
        ) : null}
        {counts.held > 0 ? <TextLink href={itemsAddress(deckId, { show: 'held' })}>{t('lookHeld')}</TextLink> : null}
      </p>
    </section>
  )
}

const PARTS = ['fresh', 'changed', 'kept', 'gone'] as const

/** Counts of zero are left out. */
function Line({ counts }: { counts: RegenerationCounts }) {
  const t = useTranslations('items.regenerate.items')
  const format = useFormatter()
  const parts = PARTS.filter((part) => counts[part] > 0).map((part) => t(part, { count: counts[part] }))
  return parts.length > 0 ? <p>{t('line', { parts: format.list(parts) })}</p> : null
}

function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center underline">
      {children}
    </Link>
  )
}
