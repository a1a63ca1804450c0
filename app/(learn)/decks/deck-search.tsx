import { getTranslations } from 'next-intl/server'
import { SearchForm } from '@/components/search/search-form'
import { TagFilter } from '@/components/tags/tag-filter'
import { ButtonLink } from '@/components/ui/button'
import { writeSelection } from '@/lib/core/memory/session/selection'
import type { Viewer } from '@/lib/core/people/viewer'
import { taggedFacts, usedTags } from '@/lib/data/tags/tags'

/** Forms to find decks by words and by the learner's own tags. */
export async function DeckSearch({ viewer, tag }: { viewer: Viewer | null; tag: string | null }) {
  const tags = viewer ? await usedTags(viewer) : []
  return (
    <div className="grid gap-4 pt-3">
      <SearchForm slim />
      <TagFilter tags={tags} chosen={tag} />
      {viewer && tag ? <TaggedFacts viewer={viewer} tag={tag} /> : null}
    </div>
  )
}

/** How many facts have the tag, by themselves or with their deck, and a link to study them. */
async function TaggedFacts({ viewer, tag }: { viewer: Viewer; tag: string }) {
  const t = await getTranslations('deck.tags')
  const count = (await taggedFacts(viewer, tag)).length
  if (count === 0) return <p className="text-ink-muted">{t('noneHere', { name: tag })}</p>
  const only = writeSelection({ kind: 'tag', name: tag }) ?? ''
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <p>{t('facts', { count, name: tag })}</p>
      <ButtonLink size="slim" href={`/study?${new URLSearchParams({ only })}`}>
        {t('study', { name: tag })}
      </ButtonLink>
    </div>
  )
}
