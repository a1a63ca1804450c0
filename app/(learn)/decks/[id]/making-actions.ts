'use server'

import { revalidatePath } from 'next/cache'
import { DeckId } from '@/lib/core/ids'
import { findDeck } from '@/lib/data/decks/find-deck'
import { continueMaking } from '@/lib/data/documents/continue-making'
import { stopMaking } from '@/lib/data/documents/stop-making'
import { ticking } from '@/lib/data/ticking'
import { requireViewer } from '@/lib/session'
import { logMaking } from '../../documents/log-making'

/** Keeps what is made of the document, and makes no more. */
export async function stop(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, DeckId.parse(form.get('deckId')))
  if (!deck) return
  await stopMaking(viewer, deck.documentId)
  revalidatePath(`/decks/${deck.id}`, 'layout')
}

/** Goes on where the making was stopped; nobody waits for its end. */
export async function makeRest(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, DeckId.parse(form.get('deckId')))
  if (!deck) return
  const continued = await continueMaking(viewer, deck.documentId, { clock: ticking(new Date()) })
  if (continued.kind === 'continued') logMaking(continued.done)
  revalidatePath(`/decks/${deck.id}`, 'layout')
}
