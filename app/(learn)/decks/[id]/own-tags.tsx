import { DeckTags } from '@/components/tags/deck-tags'
import { ClientMessages } from '@/components/ui/messages'
import type { Viewer } from '@/lib/core/access/viewer'
import type { DeckId } from '@/lib/core/ids'
import { tagsByDeck, usedTags } from '@/lib/data/tags/tag-deck'
import { addTag, removeTag } from './tag-actions'

/** A stranger has no words of their own yet. */
export async function OwnTags({ deckId, viewer }: { deckId: DeckId; viewer: Viewer | null }) {
  if (!viewer) return null
  const [tags, used] = await Promise.all([tagsByDeck(viewer), usedTags(viewer)])
  return (
    <ClientMessages areas={['deck']}>
      <DeckTags deckId={deckId} tags={tags.get(deckId) ?? []} used={used} add={addTag} remove={removeTag} />
    </ClientMessages>
  )
}
