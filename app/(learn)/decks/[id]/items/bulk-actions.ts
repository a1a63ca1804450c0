'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { itemsAddress } from '@/components/items/items-query'
import { readView } from '@/components/items/read-items-view'
import type { AnnotateOutcome, ChooseManyOutcome, FactSelection, ItemChoice } from '@/components/items/review-types'
import { readTagName } from '@/lib/core/access/tag-name'
import { DeckId, FactId, ItemId, RevisionId } from '@/lib/core/ids'
import { ITEMS_AT_ONCE } from '@/lib/core/shared/input-limits'
import { chooseItems } from '@/lib/data/decks/choose-items'
import { type Annotation, annotateFacts } from '@/lib/data/tags/annotate-facts'
import { requireViewer } from '@/lib/session'

const Choices = z
  .array(
    z.strictObject({
      itemId: ItemId,
      choice: z
        .strictObject({ choice: z.enum(['accepted', 'rejected']), revisionId: RevisionId.nullable() })
        .nullable(),
    }),
  )
  .max(ITEMS_AT_ONCE)
const Of = z.union([
  z.strictObject({ itemIds: z.array(ItemId).max(ITEMS_AT_ONCE) }),
  z.strictObject({ factIds: z.array(FactId).max(ITEMS_AT_ONCE) }),
])
const TagName = z.string().transform(readTagName).pipe(z.string())
const Deed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tag'), name: TagName, on: z.boolean() }),
  z.strictObject({ kind: z.literal('star'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('suspend'), on: z.boolean() }),
])

export async function chooseManyAction(deckId: string, choices: readonly ItemChoice[]): Promise<ChooseManyOutcome> {
  const viewer = await requireViewer()
  return chooseItems(viewer, DeckId.parse(deckId), Choices.parse(choices), new Date())
}

export async function annotateAction(
  deckId: string,
  of: FactSelection,
  annotation: Annotation,
): Promise<AnnotateOutcome> {
  const viewer = await requireViewer()
  return annotateFacts(viewer, DeckId.parse(deckId), Of.parse(of), Deed.parse(annotation))
}

// A box says its item and the revision that was looked at.
const Ticked = z.string().transform((written) => {
  const [itemId, revisionId] = written.split(' ')
  return { itemId: ItemId.parse(itemId), revisionId: RevisionId.parse(revisionId) }
})

/** For forms without scripts: one deed on all that is ticked. */
export async function bulkByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const ticked = z.array(Ticked).max(ITEMS_AT_ONCE).parse(form.getAll('item'))
  const deed = form.get('deed')
  const back = itemsAddress(deckId, viewOf(form), { item: ticked[0]?.itemId ?? null })
  if (ticked.length === 0) redirect(back)
  const isDecision = deed === 'accepted' || deed === 'rejected'
  const annotation = isDecision ? null : readAnnotation(form, true)
  if (!isDecision && !annotation) redirect(back)
  const done = annotation
    ? await annotateFacts(viewer, deckId, { itemIds: ticked.map(({ itemId }) => itemId) }, annotation)
    : await chooseItems(
        viewer,
        deckId,
        Choices.parse(ticked.map(({ itemId, revisionId }) => ({ itemId, choice: { choice: deed, revisionId } }))),
        new Date(),
      )
  if (done.kind === 'rejected') notFound()
  redirect(back)
}

/** The same for what lies on one fact: it is taken off. */
export async function annotateByForm(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = DeckId.parse(form.get('deckId'))
  const factId = FactId.parse(form.get('factId'))
  const annotation = readAnnotation(form, false)
  if (annotation) await annotateFacts(viewer, deckId, { factIds: [factId] }, annotation)
  redirect(`${itemsAddress(deckId, viewOf(form))}#fact-${factId}`)
}

const viewOf = (form: FormData) => readView(Object.fromEntries(new URLSearchParams(String(form.get('view') ?? ''))))

/** Null where the name of a tag cannot be one. */
function readAnnotation(form: FormData, on: boolean): z.infer<typeof Deed> | null {
  const kind = form.get('deed')
  const given = kind === 'tag' ? { kind, name: form.get('name'), on } : { kind, on }
  return Deed.safeParse(given).data ?? null
}
