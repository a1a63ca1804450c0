'use server'

import { revalidatePath } from 'next/cache'
import type { TagState } from '@/components/tags/deck-tags'
import { readTagName } from '@/lib/core/access/tag-name'
import { DeckId } from '@/lib/core/ids'
import { tagDeck, untagDeck } from '@/lib/data/tags/tag-deck'
import { requireViewer } from '@/lib/session'

export async function addTag(_before: TagState, form: FormData): Promise<TagState> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const typed = String(form.get('name') ?? '')
  const name = readTagName(typed)
  if (!name) return { kind: 'unnamed', name: typed }
  const tagged = await tagDeck(viewer, deckId, name)
  if (tagged.kind === 'rejected') return { kind: tagged.reason === 'too-many' ? 'too-many' : 'gone', name }
  revalidatePath(`/decks/${deckId}`)
  return { kind: 'tagged', name: tagged.name }
}

export async function removeTag(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  await untagDeck(viewer, deckId, String(form.get('name') ?? ''))
  revalidatePath(`/decks/${deckId}`)
}
