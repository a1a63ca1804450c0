import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** For a deck that an older engine made. */
export async function RegenerateLink({ deckId }: { deckId: string }) {
  const t = await getTranslations('items.regenerate')
  return (
    <div className="text-label text-ink-muted">
      <p>{t('deck')}</p>
      <Link href={`/decks/${deckId}/items`} className="inline-flex min-h-11 items-center underline">
        {t('deckLink')}
      </Link>
    </div>
  )
}
