'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { SettingsState } from '@/components/items/deck-settings'
import { itemsAddress } from '@/components/items/items-query'
import type {
  AnnotateOutcome,
  Choice,
  ChooseManyOutcome,
  ChooseOutcome,
  FactSelection,
  ItemChoice,
  SaveState,
} from '@/components/items/items-types'
import { readEdit } from '@/components/question-types/shared/edit-fields'
import { DeckId, FactId, ItemId, RevisionId } from '@/lib/core/ids'
import { readTagName } from '@/lib/core/people/names'
import { ITEMS_AT_ONCE } from '@/lib/core/shared/input-limits'
import { chooseItem, chooseItems } from '@/lib/data/decks/accept-items'
import { editItem } from '@/lib/data/decks/edit-item'
import { renameDeck } from '@/lib/data/decks/rename-deck'
import { deleteDeck } from '@/lib/data/documents/delete-deck'
import { regenerateDeck } from '@/lib/data/documents/regenerate-document'
import { type Annotation, annotateFacts } from '@/lib/data/tags/flag-and-tag-facts'
import { requireViewer } from '@/lib/session'
import { viewOf } from './parse-items-query'
import { regenerationOutcome } from './regeneration-outcome'

const ChoiceOrNone = z
  .strictObject({ choice: z.enum(['accepted', 'rejected']), revisionId: RevisionId.nullable() })
  .nullable()
const Choices = z.array(z.strictObject({ itemId: ItemId, choice: ChoiceOrNone })).max(ITEMS_AT_ONCE)
const Place = z.object({ deckId: DeckId, itemId: ItemId })

export async function chooseItemAction(deckId: string, itemId: string, choice: Choice): Promise<ChooseOutcome> {
  const viewer = await requireViewer()
  const place = Place.parse({ deckId, itemId })
  return chooseItem(viewer, place.deckId, place.itemId, ChoiceOrNone.parse(choice), new Date())
}

export async function chooseManyAction(deckId: string, choices: readonly ItemChoice[]): Promise<ChooseManyOutcome> {
  const viewer = await requireViewer()
  return chooseItems(viewer, DeckId.parse(deckId), Choices.parse(choices), new Date())
}

/** For forms without scripts. The choice "none" removes a decision. */
export async function chooseByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const { deckId, itemId } = placeOf(form)
  const choice = form.get('choice')
  const revisionId = form.get('revisionId') || null
  const decision = ChoiceOrNone.parse(choice === 'none' ? null : { choice, revisionId })
  const chosen = await chooseItem(viewer, deckId, itemId, decision, new Date())
  if (chosen.kind === 'rejected') notFound()
  const { previous } = chosen
  const more = { done: itemId, was: previous?.choice ?? 'none', wasRevision: previous?.revisionId ?? '' }
  redirect(itemsAddress(deckId, viewOf(form), { item: itemId, more }))
}

export async function saveItem(_before: SaveState, form: FormData): Promise<SaveState> {
  const viewer = await requireViewer()
  const { deckId, itemId } = placeOf(form)
  const edit = readEdit(form)
  const anyway = form.get('anyway') === '1'
  const edited = await editItem(viewer, deckId, itemId, edit, { anyway }, new Date())
  if (edited.kind === 'edited') return { kind: 'saved', edit, revisionId: edited.revisionId, previous: edited.previous }
  const findings = edited.reason === 'checks' ? edited.findings : []
  return { kind: 'refused', reason: edited.reason, findings, edit }
}

const placeOf = (form: FormData) => Place.parse({ deckId: form.get('deckId'), itemId: form.get('itemId') })

const FactsOrItems = z.union([
  z.strictObject({ itemIds: z.array(ItemId).max(ITEMS_AT_ONCE) }),
  z.strictObject({ factIds: z.array(FactId).max(ITEMS_AT_ONCE) }),
])
const TagName = z.string().transform(readTagName).pipe(z.string())
const AnyAnnotation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tag'), name: TagName, on: z.boolean() }),
  z.strictObject({ kind: z.literal('star'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('suspend'), on: z.boolean() }),
])

export async function annotateAction(
  deckId: string,
  selection: FactSelection,
  annotation: Annotation,
): Promise<AnnotateOutcome> {
  const viewer = await requireViewer()
  return annotateFacts(viewer, DeckId.parse(deckId), FactsOrItems.parse(selection), AnyAnnotation.parse(annotation))
}

/** For forms without scripts: takes a tag or flag off a fact. */
export async function annotateByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const factId = FactId.parse(form.get('factId'))
  const annotation = readAnnotation(form, false)
  if (annotation) await annotateFacts(viewer, deckId, { factIds: [factId] }, annotation)
  redirect(`${itemsAddress(deckId, viewOf(form))}#fact-${factId}`)
}

// A checkbox names its item and the revision that was shown.
const Ticked = z.string().transform((written) => {
  const [itemId, revisionId] = written.split(' ')
  return { itemId: ItemId.parse(itemId), revisionId: RevisionId.parse(revisionId) }
})

/** For forms without scripts: one operation on all selected items. */
export async function bulkByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const ticked = z.array(Ticked).max(ITEMS_AT_ONCE).parse(form.getAll('item'))
  const operation = form.get('operation')
  const back = itemsAddress(deckId, viewOf(form), { item: ticked[0]?.itemId ?? null })
  if (ticked.length === 0) redirect(back)
  if (operation === 'accepted' || operation === 'rejected') {
    const choices = ticked.map(({ itemId, revisionId }) => ({ itemId, choice: { choice: operation, revisionId } }))
    const done = await chooseItems(viewer, deckId, Choices.parse(choices), new Date())
    if (done.kind === 'rejected') notFound()
    redirect(back)
  }
  const annotation = readAnnotation(form, true)
  if (!annotation) redirect(back)
  const done = await annotateFacts(viewer, deckId, { itemIds: ticked.map(({ itemId }) => itemId) }, annotation)
  if (done.kind === 'rejected') notFound()
  redirect(back)
}

/** Null if the name cannot be that of a tag. */
function readAnnotation(form: FormData, on: boolean): z.infer<typeof AnyAnnotation> | null {
  const kind = form.get('operation')
  const given = kind === 'tag' ? { kind, name: form.get('name'), on } : { kind, on }
  return AnyAnnotation.safeParse(given).data ?? null
}

/** For forms without scripts: waits for the end. */
export async function regenerateByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const outcome = regenerationOutcome(deckId, await regenerateDeck(viewer, deckId, () => new Date()))
  if (outcome.kind === 'regenerated') redirect(outcome.address)
  if (outcome.reason === 'gone') notFound()
  const more = { refusal: outcome.reason, seconds: String(outcome.seconds ?? 0) }
  redirect(itemsAddress(deckId, {}, { more }))
}

export async function renameDeckAction(_before: SettingsState, form: FormData): Promise<SettingsState> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const renamed = await renameDeck(viewer, deckId, String(form.get('title') ?? ''))
  if (renamed.kind === 'rejected') return { kind: renamed.reason === 'blank' ? 'blank' : 'gone' }
  revalidatePath(`/decks/${deckId}`, 'layout')
  return { kind: 'renamed' }
}

export async function deleteDeckAction(_before: SettingsState, form: FormData): Promise<SettingsState> {
  const viewer = await requireViewer()
  if (form.get('sure') !== '1') return { kind: 'unsure' }
  const deleted = await deleteDeck(viewer, DeckId.parse(form.get('deckId')))
  if (deleted.kind === 'deleted') redirect('/decks')
  if (deleted.reason === 'assigned') return { kind: 'assigned', classes: deleted.classes.join(', ') }
  return { kind: 'gone' }
}
