import 'server-only'
import type { FindingCode } from '../../core/check/check-result'
import type { Span } from '../../core/document/document'
import type { Window } from '../../core/generation/model/windows'
import type { RefusalCode } from '../../core/generation/refusal'
import { type DeckId, ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import { type ItemChoice, saveChoices } from '../decks/accept-items'
import { addDrafts } from '../documents/add-drafts'
import { addOwnRefusals } from '../documents/save-refusals'
import type { ReadingTools } from '../readings/read-with-model'
import { askForSentence, type FoundInSentence, type NoAnswer } from './ask-for-sentence'
import { type AuthoredItem, type EditedDocument, findEdited } from './authored-rows'

export type AnotherItem =
  /**
   * One that the deck did not show; it is accepted now. `added` are those that the model made for it. To undo, call
   * `undoReplacement`, or `chooseItems` with `previous` if none was made.
   */
  | {
      readonly kind: 'item'
      readonly itemId: ItemId
      readonly added: readonly ItemId[]
      readonly previous: readonly ItemChoice[]
    }
  /** One that was refused, for the author to put right and save with `writeItem`; nothing is saved yet. */
  | {
      readonly kind: 'draft'
      /** For `writeItem`, which forgets the refusal. */
      readonly refusalId: string
      readonly draft: AuthoredItem
      readonly code: RefusalCode | FindingCode
      readonly values: Readonly<Record<string, string | number>>
    }
  /** The model was not asked, or did not answer, and there is nothing else on this sentence. */
  | { readonly kind: 'model-failed'; readonly reason: NoAnswer }
  /** There is nothing more on this sentence. */
  | { readonly kind: 'none' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/**
 * Another item on a sentence of the viewer's own deck: the best that it does not show; else what the model finds in the sentence,
 * where the document has a reading; else a draft that was refused. `model` is null where none is configured. Once `stop` is
 * aborted the model is not waited for, and what it found is not added.
 */
export async function anotherItem(
  viewer: Viewer,
  deckId: DeckId,
  sentence: Span,
  model: ReadingTools<Window> | null,
  now: Date,
  stop: AbortSignal = new AbortController().signal,
): Promise<AnotherItem> {
  const made = await db().$transaction(async (tx) => {
    const document = await findEdited(tx, viewer, deckId)
    return document && ((await acceptBest(tx, deckId, sentence, now)) ?? document)
  })
  if (!made) return { kind: 'rejected', reason: 'not-found' }
  if ('kind' in made) return made
  const found = model && (await askForSentence(made, sentence, model, { now, stop }))
  if (stop.aborted) return { kind: 'none' }
  return db().$transaction(
    async (tx): Promise<AnotherItem> => {
      const document = await findEdited(tx, viewer, deckId)
      if (!document) return { kind: 'rejected', reason: 'not-found' }
      const item = found && (await acceptFound(tx, document, found, now))
      const other = item ?? (await findRefused(tx, document, sentence))
      const reason = other.kind === 'none' ? found?.failure : null
      return reason ? { kind: 'model-failed', reason } : other
    },
    { timeout: SAVED_WITHIN_MS },
  )
}

/** All items of a long document are ranked. */
const SAVED_WITHIN_MS = 30_000

type Accepted = Extract<AnotherItem, { kind: 'item' }>

async function accept(
  tx: Tx,
  deckId: DeckId,
  itemId: ItemId,
  { added, now }: { readonly added: readonly ItemId[]; readonly now: Date },
): Promise<Accepted> {
  await saveChoices(tx, deckId, new Map([[itemId, { choice: 'accepted', revisionId: null }]]), now)
  return { kind: 'item', itemId, added, previous: [{ itemId, choice: null }] }
}

async function acceptBest(tx: Tx, deckId: DeckId, { start, end }: Span, now: Date): Promise<Accepted | null> {
  const [beyond] = await tx.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM "DeckItem" d JOIN "Item" i ON i.id = d."itemId"
    JOIN "ItemFact" l ON l."itemId" = i.id AND l.slot = 0 JOIN "Fact" f ON f.id = l."factId"
    WHERE d."deckId" = ${deckId}::uuid AND d.status = 'beyond'
      AND (f.spans -> 0 ->> 'start')::int < ${end} AND (f.spans -> 0 ->> 'end')::int > ${start}
    ORDER BY i.rank LIMIT 1`
  return beyond ? accept(tx, deckId, ItemId.parse(beyond.id), { added: [], now }) : null
}

/** The best that the gate admits beside what is there. */
async function acceptFound(
  tx: Tx,
  document: EditedDocument,
  { drafts, refusals, isNew }: FoundInSentence,
  now: Date,
): Promise<Accepted | null> {
  const { id: documentId, deckId, engine } = document
  if (drafts.length + refusals.length === 0) return null
  const admitted = await addDrafts(tx, { id: documentId, engine, document }, drafts)
  // Of replies that were saved before, the author may have put some right since.
  if (isNew) await addOwnRefusals(tx, documentId, [...refusals, ...admitted.refusals])
  const contentKey = { in: admitted.items.map(({ id }) => id) }
  const where = { documentId, contentKey }
  const items = await tx.item.findMany({ where, orderBy: { rank: 'asc' }, select: { id: true } })
  const added = items.map(({ id }) => ItemId.parse(id))
  const [best] = added
  return best ? accept(tx, deckId, best, { added, now }) : null
}

/** What asks the same as another item is no other one. */
const REPEATED: RefusalCode[] = ['same-question', 'answers-another', 'repeated-question']

async function findRefused(tx: Tx, { id: documentId }: EditedDocument, sentence: Span): Promise<AnotherItem> {
  const refused = await tx.refusal.findFirst({
    where: {
      documentId,
      stem: { not: '' },
      code: { notIn: REPEATED },
      ...{ start: { lt: sentence.end }, end: { gt: sentence.start } },
    },
    orderBy: [{ start: 'asc' }, { stem: 'asc' }, { id: 'asc' }],
  })
  if (!refused) return { kind: 'none' }
  const { stem, key } = refused
  const draft = { type: 'flashcard' as const, stem, key: [key], wrong: [], evidence: [sentence] }
  const values = refused.values as Record<string, string | number>
  return { kind: 'draft', refusalId: refused.id, draft, code: refused.code as RefusalCode, values }
}
