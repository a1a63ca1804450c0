'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { SettingsState } from '@/components/items/deck-settings'
import { itemsAddress } from '@/components/items/items-query'
import type {
  AcceptAllOutcome,
  AnnotateOutcome,
  Choice,
  ChooseManyOutcome,
  ChooseOutcome,
  ComposedItem,
  EditedItem,
  FactSelection,
  ItemChoice,
  ReplaceOutcome,
  SaveState,
} from '@/components/items/items-types'
import { Depth } from '@/lib/core/generation/depth'
import { DeckId, FactId, ItemId, RevisionId } from '@/lib/core/ids'
import { readTagName } from '@/lib/core/people/names'
import type { Edit } from '@/lib/core/question-types/question-type'
import type { ItemType } from '@/lib/core/question-types/registry'
import { ANSWERS_PER_QUESTION, ITEMS_AT_ONCE } from '@/lib/core/shared/input-limits'
import type { NotWritten } from '@/lib/data/authoring/authored-rows'
import { changeItem } from '@/lib/data/authoring/change-item'
import { reorderItems } from '@/lib/data/authoring/reorder-items'
import { replaceItems, undoReplacement, writeItem } from '@/lib/data/authoring/write-item'
import { offerWrongOptions } from '@/lib/data/authoring/wrong-options'
import { acceptAll } from '@/lib/data/decks/accept-all'
import { chooseItem, chooseItems } from '@/lib/data/decks/accept-items'
import { changeDepth, countByDepth } from '@/lib/data/decks/deck-depth'
import { editItem } from '@/lib/data/decks/edit-item'
import { renameDeck } from '@/lib/data/decks/rename-deck'
import { deleteDeck } from '@/lib/data/documents/delete-deck'
import { regenerateDeck } from '@/lib/data/documents/regenerate-document'
import { type Annotation, annotateFacts } from '@/lib/data/tags/flag-and-tag-facts'
import { requireViewer } from '@/lib/session'
import { findProof } from './find-proof'
import { viewOf } from './parse-items-query'
import { Begun, Composed, readWritten } from './read-written'
import { regenerationOutcome } from './regeneration-outcome'

const ChoiceOrNone = z
  .strictObject({ choice: z.enum(['accepted', 'rejected']), revisionId: RevisionId.nullable() })
  .nullable()
const Choices = z.array(z.strictObject({ itemId: ItemId, choice: ChoiceOrNone })).max(ITEMS_AT_ONCE)
const Place = z.object({ deckId: DeckId, itemId: ItemId })

export async function chooseItemAction(deckId: string, itemId: string, choice: Choice): Promise<ChooseOutcome> {
  const viewer = await requireViewer()
  const place = Place.parse({ deckId, itemId })
  const chosen = await chooseItem(viewer, place.deckId, place.itemId, ChoiceOrNone.parse(choice), new Date())
  return chosen.kind === 'rejected' ? chosen : { ...chosen, depths: await countByDepth(viewer, place.deckId) }
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

export async function acceptAllAction(deckId: string, confirmed: boolean): Promise<AcceptAllOutcome> {
  const viewer = await requireViewer()
  return acceptAll(viewer, DeckId.parse(deckId), { confirmed: confirmed === true }, new Date())
}

/** For forms without scripts: the page says what speaks against them, and a second press confirms. */
export async function acceptAllByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const outcome = await acceptAll(viewer, deckId, { confirmed: form.get('confirmed') === '1' }, new Date())
  if (outcome.kind === 'rejected') notFound()
  redirect(itemsAddress(deckId, { show: 'to-check' }, outcome.kind === 'unconfirmed' ? { more: { confirm: '1' } } : {}))
}

export async function changeDepthAction(deckId: string, depth: Depth): Promise<{ kind: 'changed' | 'rejected' }> {
  const viewer = await requireViewer()
  const { kind } = await changeDepth(viewer, DeckId.parse(deckId), Depth.parse(depth))
  return { kind }
}

export async function changeDepthByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  await changeDepth(viewer, deckId, Depth.parse(form.get('depth')))
  redirect(itemsAddress(deckId, {}))
}

export async function saveItem(_before: SaveState, form: FormData): Promise<SaveState> {
  const viewer = await requireViewer()
  const { deckId, itemId } = placeOf(form)
  const found = await findProof(viewer, deckId, form)
  if (found) return found
  const read = readWritten(form)
  if (read.kind === 'refused') return read
  const { type, edit, written } = read
  const [anyway, now] = [form.get('anyway') === '1', new Date()]
  const isSame = type === form.get('wasType') && [null, form.get('wasEvidence')].includes(form.get('evidence'))
  // The words alone: the spellings of the item stay.
  const outcome = isSame
    ? await editItem(viewer, deckId, itemId, edit, { anyway }, now)
    : await changeItem(viewer, deckId, itemId, written, { anyway }, now)
  if (outcome.kind === 'rejected') return refusedFor(outcome, type, edit)
  const previous = outcome.kind === 'changed' ? outcome.previous : [{ itemId, choice: outcome.previous }]
  const { itemId: saved, added } = outcome.kind === 'changed' ? outcome : { itemId, added: [] }
  return { kind: 'saved', itemId: saved, stem: edit.stem, previous, added, findings: outcome.findings }
}

export async function writeItemAction(_before: SaveState, form: FormData): Promise<SaveState> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const found = await findProof(viewer, deckId, form)
  if (found) return found
  const read = readWritten(form)
  if (read.kind === 'refused') return read
  const { type, edit, written } = read
  const refusalId = z.uuid().nullable().parse(form.get('refusalId'))
  const outcome = await writeItem(
    viewer,
    deckId,
    written,
    { anyway: form.get('anyway') === '1', refusalId },
    new Date(),
  )
  if (outcome.kind === 'written') {
    const { itemId } = outcome
    return { kind: 'saved', itemId, stem: edit.stem, previous: [], added: [itemId], findings: outcome.findings }
  }
  return refusedFor(outcome, type, edit)
}

function refusedFor(outcome: NotWritten, type: ItemType, edit: Edit): SaveState {
  const findings = outcome.reason === 'checks' ? outcome.findings : []
  return { kind: 'refused', reason: outcome.reason, findings, type, edit }
}

const ItemIds = z.array(ItemId).min(1).max(ITEMS_AT_ONCE)

export async function splitAction(
  deckId: string,
  itemId: string,
  parts: readonly ComposedItem[],
): Promise<ReplaceOutcome> {
  const viewer = await requireViewer()
  const written = z.array(Composed).min(1).max(ANSWERS_PER_QUESTION).parse(parts)
  // The author sees what the checks find when editing the parts.
  return replaceItems(viewer, DeckId.parse(deckId), [ItemId.parse(itemId)], written, { anyway: true }, new Date())
}

export async function mergeAction(_before: SaveState, form: FormData): Promise<SaveState> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const itemIds = ItemIds.parse(String(form.get('itemIds')).split(','))
  const found = await findProof(viewer, deckId, form)
  if (found) return found
  const read = readWritten(form)
  if (read.kind === 'refused') return read
  const { type, edit } = read
  const written = { ...read.written, accepted: spellingsOf(edit, form) }
  const anyway = form.get('anyway') === '1'
  const outcome = await replaceItems(viewer, deckId, itemIds, [written], { anyway }, new Date())
  if (outcome.kind === 'rejected') return refusedFor(outcome, type, edit)
  const { itemIds: added, previous, findings } = outcome
  return { kind: 'saved', itemId: added[0] ?? '', stem: edit.stem, previous, added, findings }
}

/** The spellings of the answers that were kept; the form has them by the places of the answers that it began with. */
function spellingsOf({ key, accepted }: Edit, form: FormData): readonly (readonly string[])[] {
  const before = String(form.get('wasKey') ?? '').split('\n')
  return key.map((entry) => accepted?.[before.indexOf(entry)] ?? [])
}

export async function reorderAction(deckId: string, itemIds: readonly string[]): Promise<readonly string[] | null> {
  const viewer = await requireViewer()
  const reordered = await reorderItems(viewer, DeckId.parse(deckId), ItemIds.parse(itemIds))
  return reordered.kind === 'reordered' ? reordered.previous : null
}

export async function takeBackAction(
  deckId: string,
  added: readonly string[],
  previous: readonly ItemChoice[],
): Promise<boolean> {
  const viewer = await requireViewer()
  const replaced = { itemIds: ItemIds.parse(added), previous: Choices.parse(previous) }
  return (await undoReplacement(viewer, DeckId.parse(deckId), replaced, new Date())).kind === 'removed'
}

export async function offerWrongAction(deckId: string, edited: EditedItem): Promise<readonly string[]> {
  const viewer = await requireViewer()
  return offerWrongOptions(viewer, DeckId.parse(deckId), Begun.parse(edited))
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
