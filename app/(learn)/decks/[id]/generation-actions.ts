'use server'

import { revalidatePath } from 'next/cache'
import { DeckId } from '@/lib/core/ids'
import { findDeck } from '@/lib/data/decks/find-deck'
import { cancelGeneration } from '@/lib/data/documents/generation-job'
import { resumeGeneration } from '@/lib/data/documents/resume-generation'
import { requireViewer } from '@/lib/session'
import { logGeneration } from '../../documents/log-generation'

/** Keeps what is generated of the document, and generates no more. */
export async function cancel(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, DeckId.parse(form.get('deckId')))
  if (!deck) return
  await cancelGeneration(viewer, deck.documentId)
  revalidatePath(`/decks/${deck.id}`, 'layout')
}

/** Generates the rest of a document whose generation stopped; nobody waits for its end. */
export async function resume(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, DeckId.parse(form.get('deckId')))
  if (!deck) return
  const resumed = await resumeGeneration(viewer, deck.documentId, { clock: () => new Date() })
  if (resumed.kind === 'resumed') logGeneration(resumed.done)
  revalidatePath(`/decks/${deck.id}`, 'layout')
}
