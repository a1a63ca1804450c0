'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { readWords } from '@/components/items/edit-words'
import { itemsAddress } from '@/components/items/items-query'
import { readView } from '@/components/items/read-items-view'
import type { Choice, ChooseOutcome, SaveState } from '@/components/items/review-types'
import { DeckId, ItemId, RevisionId } from '@/lib/core/ids'
import { chooseItem } from '@/lib/data/decks/choose-items'
import { editItem } from '@/lib/data/decks/edit-item'
import { regenerateDeck } from '@/lib/data/documents/regenerate-document'
import { requireViewer } from '@/lib/session'
import { regenerateEvent } from './regenerate-event'

const Decision = z
  .strictObject({ choice: z.enum(['accepted', 'rejected']), revisionId: RevisionId.nullable() })
  .nullable()
const Asked = z.strictObject({ deckId: DeckId, itemId: ItemId, choice: Decision })
const Place = z.object({ deckId: DeckId, itemId: ItemId })

/** For scripts: one key, one decision, and what there was before. */
export async function chooseItemAction(deckId: string, itemId: string, choice: Choice): Promise<ChooseOutcome> {
  const viewer = await requireViewer()
  const asked = Asked.parse({ deckId, itemId, choice })
  return chooseItem(viewer, asked.deckId, asked.itemId, asked.choice, new Date())
}

/** For forms without scripts. "none" takes a decision back. */
export async function chooseByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const choice = form.get('choice')
  const revisionId = form.get('revisionId') || null
  const asked = Asked.parse({
    deckId: form.get('deckId'),
    itemId: form.get('itemId'),
    choice: choice === 'none' ? null : { choice, revisionId },
  })
  const chosen = await chooseItem(viewer, asked.deckId, asked.itemId, asked.choice, new Date())
  if (chosen.kind === 'rejected') notFound()
  const { previous } = chosen
  const view = readView(Object.fromEntries(new URLSearchParams(String(form.get('view') ?? ''))))
  const more = { done: asked.itemId, was: previous?.choice ?? 'none', wasRevision: previous?.revisionId ?? '' }
  redirect(itemsAddress(asked.deckId, view, { item: asked.itemId, more }))
}

export async function saveItem(_before: SaveState, form: FormData): Promise<SaveState> {
  const viewer = await requireViewer()
  const { deckId, itemId } = Place.parse({ deckId: form.get('deckId'), itemId: form.get('itemId') })
  const words = readWords(form)
  const anyway = form.get('anyway') === '1'
  const edited = await editItem(viewer, deckId, itemId, words, { anyway }, new Date())
  if (edited.kind === 'edited') {
    return { kind: 'saved', words, revisionId: edited.revisionId, previous: edited.previous }
  }
  const objections = edited.reason === 'lint' ? edited.findings : []
  return { kind: 'refused', reason: edited.reason, objections, words }
}

/** For forms without scripts: the whole reading is waited for. */
export async function regenerateByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const event = regenerateEvent(deckId, await regenerateDeck(viewer, deckId, () => new Date()))
  if (event.kind === 'regenerated') redirect(event.address)
  if (event.reason === 'gone') notFound()
  const more = { renewal: event.reason, seconds: String(event.seconds ?? 0) }
  redirect(itemsAddress(deckId, {}, { more }))
}
