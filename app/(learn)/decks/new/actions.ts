'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { CardAdded, CardChanged, HandCard } from '@/components/cards/card-types'
import { cardsAddress } from '@/components/cards/cards-address'
import { DeckId, ItemId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { CARD_SIDE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { addCard, createDeckByHand } from '@/lib/data/authoring/decks-by-hand'
import { chooseItem } from '@/lib/data/decks/accept-items'
import { editItem } from '@/lib/data/decks/edit-item'
import { renameDeck } from '@/lib/data/decks/rename-deck'
import { requestAddress } from '@/lib/request'
import { ensureViewer, requireViewer } from '@/lib/session'

const Side = z.string().trim().min(1).max(CARD_SIDE_CHARACTERS)
const Fields = z.object({ deckId: DeckId.nullable(), title: z.string().catch(''), front: Side, back: Side })

/** Adds a card; without a deck, makes the deck first. */
export async function addCardAction(form: FormData): Promise<CardAdded> {
  const fields = Fields.safeParse({
    deckId: form.get('deckId'),
    title: form.get('title'),
    front: form.get('front'),
    back: form.get('back'),
  })
  if (!fields.success) return refusalOf(fields.error)
  const viewer = await ensureViewer()
  const { front, back } = fields.data
  const deck = fields.data.deckId ?? (await createDeck(viewer, fields.data.title))
  if (typeof deck !== 'string') return deck
  const added = await addCard(viewer, deck, { front, back }, new Date())
  if (added.kind === 'rejected') return { kind: 'refused', reason: 'gone' }
  return { kind: 'added', deckId: deck, card: { itemId: added.itemId, front, back } }
}

function refusalOf({ issues }: z.ZodError): Extract<CardAdded, { kind: 'refused' }> {
  return { kind: 'refused', reason: issues.some(({ code }) => code === 'too_big') ? 'too-long' : 'incomplete' }
}

async function createDeck(viewer: Viewer, typed: string): Promise<DeckId | Extract<CardAdded, { kind: 'refused' }>> {
  const t = await getTranslations('cards')
  const title = typed.trim() || t('untitled')
  const created = await createDeckByHand(viewer, { title, address: await requestAddress() }, new Date())
  if (created.kind === 'created') return created.deckId
  return { kind: 'refused', reason: created.reason === 'limit-reached' ? created.reason : 'incomplete' }
}

/** The form without scripts. Its fields are required, so that a refusal is rare; then the page shows what is saved. */
export async function postCard(form: FormData): Promise<void> {
  const added = await addCardAction(form)
  const deckId = added.kind === 'added' ? added.deckId : form.get('deckId')
  redirect(deckId ? cardsAddress(String(deckId)) : '/decks/new')
}

const Place = z.object({ deckId: DeckId, itemId: ItemId })

export async function saveCard(deckId: string, card: HandCard): Promise<CardChanged> {
  const viewer = await requireViewer()
  const place = Place.parse({ deckId, itemId: card.itemId })
  const sides = z.object({ front: Side, back: Side }).safeParse(card)
  if (!sides.success) return refusalOf(sides.error)
  const edit = { stem: sides.data.front, key: [sides.data.back], wrong: [] }
  const edited = await editItem(viewer, place.deckId, place.itemId, edit, { anyway: true }, new Date())
  return edited.kind === 'edited' ? { kind: 'changed' } : { kind: 'refused', reason: 'gone' }
}

/** A card that is taken away is rejected, so that what anybody remembers of it stays for undo. */
export async function removeCard(deckId: string, itemId: string, isRemoved: boolean): Promise<CardChanged> {
  const viewer = await requireViewer()
  const place = Place.parse({ deckId, itemId })
  const choice = { choice: z.boolean().parse(isRemoved) ? 'rejected' : 'accepted', revisionId: null } as const
  const chosen = await chooseItem(viewer, place.deckId, place.itemId, choice, new Date())
  return chosen.kind === 'chosen' ? { kind: 'changed' } : { kind: 'refused', reason: 'gone' }
}

export async function renameHandDeck(deckId: string, title: string): Promise<CardChanged> {
  const viewer = await requireViewer()
  const renamed = await renameDeck(viewer, DeckId.parse(deckId), z.string().parse(title))
  return renamed.kind === 'renamed' ? { kind: 'changed' } : { kind: 'refused', reason: 'gone' }
}
