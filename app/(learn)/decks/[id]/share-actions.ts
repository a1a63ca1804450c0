'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeckId } from '@/lib/core/ids'
import { copyDeck, findCopying } from '@/lib/data/copies/copy-deck'
import { findDeck } from '@/lib/data/decks/find-deck'
import { leaveSharedDeck, shareDeck, takeBackShare } from '@/lib/data/decks/share-deck'
import { requestAddress } from '@/lib/request'
import { ensureViewer, getViewer, requireViewer } from '@/lib/session'

export async function share(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const shared = await shareDeck(viewer, deckId, new Date())
  if (shared.kind === 'rejected') notFound()
  revalidatePath(`/decks/${deckId}`, 'layout')
}

export async function takeBack(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  await takeBackShare(viewer, deckId)
  revalidatePath(`/decks/${deckId}`, 'layout')
}

export async function leave(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  await leaveSharedDeck(viewer, DeckId.parse(form.get('deckId')))
  redirect('/decks')
}

/** A stranger who wants a deck of their own becomes a guest by it. */
export async function copy(form: FormData): Promise<void> {
  const asking = await getViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const [deck, copying, t] = await Promise.all([
    findDeck(asking, deckId),
    findCopying(asking, deckId),
    getTranslations('share.copy'),
  ])
  if (!deck || !copying) notFound()
  const title = copying === 'duplicate' ? t('titleOf', { title: deck.title }) : null
  const copied = await copyDeck(await ensureViewer(), deckId, { title, address: await requestAddress() }, new Date())
  if (copied.kind === 'rejected' && copied.reason === 'not-found') notFound()
  if (copied.kind === 'rejected') redirect(`/decks/${deckId}?copied=${copied.reason}`)
  redirect(
    `/decks/${copied.deckId}?copied=${copied.kind === 'copied' && copying === 'duplicate' ? copying : copied.kind}`,
  )
}
