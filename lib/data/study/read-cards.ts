import 'server-only'
import type { Block, Span } from '../../core/document/document'
import { type DeckId, FactId, ItemId } from '../../core/ids'
import { cardSides, pickCards } from '../../core/item/card'
import { reviewsOf } from '../../core/memory/scheduling/memory'

import { db } from '../../db'
import type { Revision as RevisionRow } from '../../generated/prisma/client'
import type { ReadDocument } from '../decks/document-text'
import { revisionOf } from '../decks/item-revisions'
import type { CardParts } from './make-card'
import type { Picked } from './study-scope'

type Read = Omit<CardParts, 'parameters' | 'extras'>

/** Words, evidence and texts of the facts that were picked, whose decks the caller may see; a fact without words is left out. */
export async function readCards(picked: readonly Picked[]): Promise<readonly Read[]> {
  if (picked.length === 0) return []
  const items = (await readItems(picked)).map(worded)
  const facts = new Map((await readFacts(picked)).map((fact) => [fact.id, fact]))
  const documents = await readDocuments([...facts.values()])
  return picked.flatMap((pick): Read[] => {
    const asked = pickCards(items.filter(({ deckId, factId }) => deckId === pick.deckId && factId === pick.factId))
    // A fact with several flashcards shows them in turn.
    const shown = asked[reviewsOf(pick.memory) % asked.length]
    const row = facts.get(pick.factId)
    const document = row && documents.get(row.documentId)
    if (!shown || !row || !document) return []
    const { documentId, statement, spans } = row
    const fact = { id: pick.factId, documentId, statement, spans, cardIds: asked.map(({ itemId }) => itemId) }
    return [
      { ...pick, fact, document, card: cardSides(shown.revision), itemId: shown.itemId, revision: shown.revision },
    ]
  })
}

type ItemRow = RevisionRow & { readonly deckId: string; readonly factId: string }

function worded({ deckId, factId, ...row }: ItemRow) {
  const revision = revisionOf(row)
  return { deckId, factId, itemId: ItemId.parse(row.itemId), type: revision.type, stem: revision.stem, revision }
}

/** Of each fact the items that may be its card, in the words that its deck shows. */
function readItems(picked: readonly { readonly deckId: DeckId; readonly factId: FactId }[]): Promise<ItemRow[]> {
  return db().$queryRaw<ItemRow[]>`
    SELECT p."deckId", p."factId", r.*
    FROM unnest(${picked.map(({ deckId }) => deckId)}::uuid[], ${picked.map(({ factId }) => factId)}::uuid[])
      AS p("deckId", "factId")
    JOIN "ItemFact" l ON l."factId" = p."factId" AND l."slot" = 0
    JOIN "Item" i ON i."id" = l."itemId"
    JOIN "DeckItem" s ON s."deckId" = p."deckId" AND s."itemId" = i."id" AND s."isShown"
    JOIN "Revision" r ON r."id" = s."revisionId" AND r."isCard"
    ORDER BY i."position"`
}

async function readFacts(picked: readonly { readonly factId: FactId }[]) {
  const rows = await db().fact.findMany({ where: { id: { in: picked.map(({ factId }) => factId) } } })
  return rows.map(({ id, documentId, statement, heading, position, ...row }) => {
    const [spans, answerSpan] = [row.spans as Span[], row.answerSpan as Span | null]
    return { id: FactId.parse(id), documentId, statement, heading, position, spans, answerSpan }
  })
}

/** By id. Of their facts only those that were read. */
async function readDocuments(
  facts: readonly (ReadDocument['facts'][number] & { readonly documentId: string })[],
): Promise<ReadonlyMap<string, ReadDocument>> {
  const rows = await db().document.findMany({
    where: { id: { in: [...new Set(facts.map(({ documentId }) => documentId))] } },
    select: { id: true, title: true, text: true, language: true, blocks: true, refused: true },
  })
  return new Map(
    rows.map(({ id, title, text, language, ...row }): [string, ReadDocument] => {
      const [blocks, refused] = [row.blocks as Block[], row.refused as Record<string, number>]
      return [id, { title, text, language, blocks, refused, facts: facts.filter((fact) => fact.documentId === id) }]
    }),
  )
}
