import 'server-only'
import type { Refusal } from '../../core/generation/refusal'
import { type DeckId, ItemId } from '../../core/ids'
import { isGuest, type Viewer } from '../../core/people/viewer'
import { REPLY_CHARACTERS } from '../../core/shared/input-limits'
import { db, type Tx } from '../../db'
import { type Pasted, type PasteTask, readPastedInWorker } from '../../workers/paste-in-worker'
import { addAdmitted } from '../documents/add-drafts'
import { type Existing, loadExisting } from '../documents/existing-items'
import { addOwnRefusals } from '../documents/save-refusals'
import { findPrompted, type Prompted } from './prompted-deck'

export type ReplyAdmitted =
  | {
      readonly kind: 'admitted'
      /** New in the deck; they wait for the author. To undo, call `removeItems`. */
      readonly itemIds: readonly ItemId[]
      /** How many of them wait only at a wider depth than the deck's. */
      readonly beyond: number
      readonly refused: readonly Refusal[]
      /** How many items of the reply were not looked at, because only so many are checked at once. */
      readonly leftOut: number
    }
  /** `busy`: too many replies are read just now. `changing`: the deck changed each time that this one was read. */
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'too-long' | Unread | 'changing' }

type Unread = 'busy' | 'too-slow'

const MOST_TIMES = 3

/** The items of a reply that the author pasted, as far as the text of their own deck proves them. */
export async function admitReply(viewer: Viewer, deckId: DeckId, reply: string): Promise<ReplyAdmitted> {
  if (reply.length > REPLY_CHARACTERS) return { kind: 'rejected', reason: 'too-long' }
  const found = await findPrompted(db(), viewer, deckId)
  if (!found) return { kind: 'rejected', reason: 'not-found' }
  for (let times = 0; times < MOST_TIMES; times++) {
    const existing = await loadExisting(db(), found.documentId)
    const read = await readReply(viewer, { reply, document: found.document, existing })
    if (typeof read === 'string') return { kind: 'rejected', reason: read }
    const saved = await save(viewer, deckId, { ...found, existing, read })
    if (saved) return saved
  }
  return { kind: 'rejected', reason: 'changing' }
}

async function readReply(viewer: Viewer, task: PasteTask): Promise<Pasted | Unread> {
  const read = await readPastedInWorker(task, {
    learnerId: viewer.learnerId,
    rank: isGuest(viewer) ? 'guest' : 'known',
  })
  if (read.kind === 'read') return read
  if (read.reason === 'too-slow') return read.reason
  if (read.reason === 'busy' || read.reason === 'own-busy') return 'busy'
  throw new Error(`A pasted reply could not be read: ${read.reason === 'failed' ? read.message : read.reason}`)
}

type ReadReply = Prompted & { readonly existing: Existing; readonly read: Pasted }

/** Null if the deck has other items by now than those that the reply was judged beside. */
function save(viewer: Viewer, deckId: DeckId, read: ReadReply): Promise<ReplyAdmitted | null> {
  const { documentId, document, engine, existing } = read
  const { admitted, refusals, leftOut } = read.read
  return db().$transaction(
    async (tx): Promise<ReplyAdmitted | null> => {
      if (!(await findPrompted(tx, viewer, deckId))) return { kind: 'rejected', reason: 'not-found' }
      // Two replies at once would each admit what the other has.
      await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${documentId}::uuid FOR UPDATE`
      if (!(await hasItems(tx, documentId, existing))) return null
      await addAdmitted(tx, { id: documentId, engine, document }, existing, admitted)
      const refused = [...refusals, ...admitted.refusals]
      await addOwnRefusals(tx, documentId, refused)
      const contentKey = { in: admitted.items.map(({ id }) => id) }
      const where = { deckId, item: { documentId, contentKey } }
      const rows = await tx.deckItem.findMany({ where, select: { itemId: true, status: true } })
      const beyond = rows.filter(({ status }) => status === 'beyond').length
      return { kind: 'admitted', itemIds: rows.map(({ itemId }) => ItemId.parse(itemId)), beyond, refused, leftOut }
    },
    { timeout: SAVED_WITHIN_MS },
  )
}

/** Whether the document has these items and no others. */
async function hasItems(tx: Tx, documentId: string, { items }: Existing): Promise<boolean> {
  const where = { documentId, retired: false }
  const now = await tx.item.findMany({ where, select: { contentKey: true } })
  const known = new Set(items.map(({ id }) => id))
  return now.length === known.size && now.every(({ contentKey }) => known.has(contentKey))
}

/** For a reply of the largest size. */
const SAVED_WITHIN_MS = 30_000
