import 'server-only'
import type { Block, StructuredDocument } from '../../core/document/document'
import type { Depth } from '../../core/generation/depth'
import { type PromptPart, promptParts } from '../../core/generation/pasted/prompt-parts'
import type { Refusal } from '../../core/generation/refusal'
import { sentencesToAsk } from '../../core/generation/sentences-to-ask'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import type { ItemStatus } from '../../generated/prisma/enums'
import { decksEditableBy } from '../decks/deck-access'
import { countByDepth } from '../decks/deck-depth'

export type Prompted = {
  readonly documentId: string
  readonly document: StructuredDocument
  readonly engine: string
  readonly depth: Depth
}

/** The text about which the author of a deck asks an assistant; null for a deck of others. */
export async function findPrompted(
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

/** A depth at which all that came from replies is shown, and how many items the deck has there and now. */
type WiderDepth = { readonly depth: Depth; readonly items: number; readonly now: number }

export type PromptedDeck = {
  /** Of each part of the text its prompt, and what came of replies about it. Empty for a deck without a text. */
  readonly parts: readonly (PromptPart & { readonly kept: number; readonly refused: number })[]
  readonly kept: number
  /** How many of them lie beyond the depth of the deck. */
  readonly beyond: number
  /** Null where none lies beyond it. */
  readonly wider: WiderDepth | null
  /** What of replies was refused and is no item since, in the order of the text. */
  readonly refused: readonly Refusal[]
}

/** What the author of a deck copies into an assistant of their own, and what came of it so far; null for a deck of others. */
export async function readPrompted(viewer: Viewer, deckId: DeckId): Promise<PromptedDeck | null> {
  const found = await findPrompted(db(), viewer, deckId)
  if (!found) return null
  const { document, documentId, depth } = found
  const parts = document.text === '' ? [] : promptParts(document, depth)
  const [items, refusals] = await Promise.all([listPasted(deckId), listRefused(documentId)])
  const stems = new Set(items.map(({ stem }) => stem))
  const refused = refusals.filter(({ stem }) => !stems.has(stem))
  const sentences = sentencesToAsk(document)
  const beyond = items.filter(({ status }) => status === 'beyond')
  return {
    parts: parts.map((part) => {
      const first = sentences[part.sentences.from - 1]?.span.start ?? 0
      const end = sentences[part.sentences.to - 1]?.span.end ?? 0
      const isOfPart = ({ start }: { start: number | null }) => start !== null && first <= start && start < end
      return {
        ...part,
        kept: items.filter(isOfPart).length,
        refused: refused.filter(({ span }) => isOfPart({ start: span?.start ?? null })).length,
      }
    }),
    kept: items.length,
    beyond: beyond.length,
    wider: beyond.length > 0 ? await widerDepth(viewer, deckId, beyond) : null,
    refused,
  }
}

async function widerDepth(viewer: Viewer, deckId: DeckId, beyond: readonly PastedItem[]): Promise<WiderDepth | null> {
  const depth = beyond.some((item) => item.depth === 'everything') ? 'everything' : 'balanced'
  const found = await countByDepth(viewer, deckId)
  const itemsAt = (at: Depth) => (found ? found.counts[at].ready + found.counts[at].toCheck : 0)
  return found && { depth, items: itemsAt(depth), now: itemsAt(found.depth) }
}

type PastedItem = {
  readonly status: ItemStatus
  readonly depth: Depth
  readonly stem: string
  /** Where its first proof begins, in UTF-16 code units of the document. */
  readonly start: number | null
}

const listPasted = (deckId: DeckId): Promise<PastedItem[]> => db().$queryRaw<PastedItem[]>`
  SELECT d.status::text, i.depth::text, r.stem, (
    SELECT min((span ->> 'start')::int) FROM jsonb_array_elements(r.evidence) AS span) AS start
  FROM "DeckItem" d JOIN "Item" i ON i.id = d."itemId" JOIN "Revision" r ON r.id = d."revisionId"
  WHERE d."deckId" = ${deckId}::uuid AND i.finder = 'pasted' AND d.status NOT IN ('rejected', 'retired')`

/** As many as are read from one reply. */
const MOST_REFUSED = 200

async function listRefused(documentId: string): Promise<readonly Refusal[]> {
  const rows = await db().refusal.findMany({
    where: { documentId, finder: 'pasted', stem: { not: '' } },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    take: MOST_REFUSED,
  })
  return rows.map(({ start, end, code, values, stem, key }) => ({
    finder: 'pasted',
    code: code as Refusal['code'],
    values: values as Refusal['values'],
    span: start === null || end === null ? null : { start, end },
    ...{ stem, key },
  }))
}
