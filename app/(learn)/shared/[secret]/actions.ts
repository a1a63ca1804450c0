'use server'

import { notFound, redirect } from 'next/navigation'
import { findSharedDeck, openSharedDeck } from '@/lib/data/decks/share-deck'
import { requestAddress } from '@/lib/request'
import { ensureViewer, getViewer } from '@/lib/session'

/** Adds the deck to the viewer's decks. A stranger becomes a guest. */
export async function open(form: FormData): Promise<void> {
  const asking = { secret: String(form.get('secret') ?? ''), address: await requestAddress() }
  // No guest is created for a wrong link.
  if (!(await findSharedDeck(await getViewer(), asking))) notFound()
  const deckId = await openSharedDeck(await ensureViewer(), asking, new Date())
  if (!deckId) notFound()
  redirect(form.get('to') === 'deck' ? `/decks/${deckId}` : `/study?deck=${deckId}`)
}
