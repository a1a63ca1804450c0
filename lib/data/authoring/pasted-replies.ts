import 'server-only'
import type { Block, StructuredDocument } from '../../core/document/document'
import type { Depth } from '../../core/generation/depth'
import { type PromptPart, promptParts } from '../../core/generation/pasted/prompt-parts'
import { readPasted } from '../../core/generation/pasted/read-pasted'
import type { Refusal } from '../../core/generation/refusal'
import { type DeckId, ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { REPLY_CHARACTERS } from '../../core/shared/input-limits'
import { db, type Tx } from '../../db'
import { decksEditableBy } from '../decks/deck-access'
import { addDrafts } from '../documents/add-drafts'
import { addOwnRefusals } from '../documents/save-refusals'

/** What the author of a deck copies into an assistant of their own: empty for a deck without a text, null for a deck of others. */
export async function readPromptParts(viewer: Viewer, deckId: DeckId): Promise<readonly PromptPart[] | null> {
  const found = await findPrompted(db(), viewer, deckId)
  if (!found) return null
  return found.document.text === '' ? [] : promptParts(found.document, found.depth)
}

export type ReplyAdmitted =
  | {
      readonly kind: 'admitted'
      /** New in the deck; they wait for the author. To undo, call `removeItems`. */
      readonly itemIds: readonly ItemId[]
      readonly refused: readonly Refusal[]
      /** How many items of the reply were not looked at, because only so many are checked at once. */
      readonly leftOut: number
    }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'too-long' }

/** The items of a reply that the author pasted, as far as the text of their own deck proves them. */
export async function admitReply(viewer: Viewer, deckId: DeckId, reply: string): Promise<ReplyAdmitted> {
  if (reply.length > REPLY_CHARACTERS) return { kind: 'rejected', reason: 'too-long' }
  const found = await findPrompted(db(), viewer, deckId)
  if (!found) return { kind: 'rejected', reason: 'not-found' }
  const { documentId, document, engine } = found
  // Before the lock, because a long reply takes seconds to read. The text of a document never changes.
  const { drafts, refusals, leftOut } = readPasted(reply, document)
  return db().$transaction(
    async (tx): Promise<ReplyAdmitted> => {
      if (!(await findPrompted(tx, viewer, deckId))) return { kind: 'rejected', reason: 'not-found' }
      // Two replies at once would each admit what the other has.
      await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${documentId}::uuid FOR UPDATE`
      const admitted = await addDrafts(tx, { id: documentId, engine, document }, drafts)
      const refused = [...refusals, ...admitted.refusals]
      await addOwnRefusals(tx, documentId, refused)
      const contentKey = { in: admitted.items.map(({ id }) => id) }
      const rows = await tx.item.findMany({ where: { documentId, contentKey }, select: { id: true } })
      return {
        kind: 'admitted',
        itemIds: rows.map(({ id }) => ItemId.parse(id)),
        refused,
        leftOut,
      }
    },
    { timeout: SAVED_WITHIN_MS },
  )
}

/** For a reply of the largest size. */
const SAVED_WITHIN_MS = 30_000

type Prompted = {
  readonly documentId: string
  readonly document: StructuredDocument
  readonly engine: string
  readonly depth: Depth
}

async function findPrompted(
  from: Tx | ReturnType<typeof db>,
  viewer: Viewer,
  deckId: DeckId,
): Promise<Prompted | null> {
  const deck = await from.deck.findFirst({
    where: { AND: [{ id: deckId }, decksEditableBy(viewer)] },
    select: { depth: true, document: true },
  })
  if (!deck) return null
  const { id, title, text, hash, language, blocks, engine } = deck.document
  const document = { title, text, hash, language, blocks: blocks as Block[] }
  return { documentId: id, document, engine, depth: deck.depth }
}
