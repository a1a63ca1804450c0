'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { SettingsState } from '@/components/items/deck-settings'
import { DeckId } from '@/lib/core/ids'
import { renameDeck } from '@/lib/data/decks/rename-deck'
import { deleteDeck } from '@/lib/data/documents/delete-deck'
import { requireViewer } from '@/lib/session'

export async function rename(_before: SettingsState, form: FormData): Promise<SettingsState> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const renamed = await renameDeck(viewer, deckId, String(form.get('title') ?? ''))
  if (renamed.kind === 'rejected') return { kind: renamed.reason === 'blank' ? 'blank' : 'gone' }
  revalidatePath(`/decks/${deckId}`, 'layout')
  return { kind: 'renamed' }
}

export async function remove(_before: SettingsState, form: FormData): Promise<SettingsState> {
  const viewer = await requireViewer()
  if (form.get('sure') !== '1') return { kind: 'unsure' }
  const deleted = await deleteDeck(viewer, DeckId.parse(form.get('deckId')))
  if (deleted.kind === 'deleted') redirect('/decks')
  if (deleted.reason === 'assigned') return { kind: 'assigned', classes: deleted.classes.join(', ') }
  return { kind: 'gone' }
}
