import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/access/viewer'
import { DeckId, DocumentId } from '../../core/ids'
import type { Tx } from '../../db'
import type { DocumentDeck } from '../documents/generation-job'

type How = { readonly hash: string; readonly title: string; readonly now: Date }

/**
 * The document behind a deck as one of the viewer's own, with its facts, items and a deck. Rows are matched by their content
 * keys, so all of it is done where the rows are. The caller has looked whether the viewer may.
 */
export async function copyDocument(
  tx: Tx,
  viewer: Viewer,
  from: DocumentDeck,
  { hash, title, now }: How,
): Promise<DocumentDeck> {
  const to = { documentId: DocumentId.parse(randomUUID()), deckId: DeckId.parse(randomUUID()) }
  const ownerId = viewer.learnerId
  const at = now.toISOString()
  await tx.$executeRaw`
    INSERT INTO "Document" (id, "ownerId", title, text, hash, language, format, blocks, refused, engine, "createdAt")
    SELECT ${to.documentId}::uuid, ${ownerId}::uuid, title, text, ${hash}, language, format, blocks, refused, engine,
      ${at}::timestamp
    FROM "Document" WHERE id = ${from.documentId}::uuid`
  await copyFacts(tx, from, to)
  await copyItems(tx, from, to, at)
  await copyWords(tx, from, to, at)
  await copyEdits(tx, viewer, from, to, at)
  // Once all that it asks is there, the database counts it once (docs/decisions/0022).
  await tx.deck.create({ data: { id: to.deckId, ownerId, documentId: to.documentId, title, createdAt: now } })
  await keepEdits(tx, to, at)
  await leaveOutRejected(tx, from, to, at)
  return to
}

/** Facts that the engine gave up come along only where an item still asks them. */
async function copyFacts(tx: Tx, from: DocumentDeck, to: DocumentDeck): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Fact" (id, "documentId", "contentKey", position, kind, statement, heading, spans, "answerSpan", engine, retired)
    SELECT gen_random_uuid(), ${to.documentId}::uuid, "contentKey", position, kind, statement, heading, spans, "answerSpan",
      engine, retired
    FROM "Fact" fact WHERE "documentId" = ${from.documentId}::uuid AND (NOT retired OR EXISTS (
      SELECT 1 FROM "ItemFact" link JOIN "Item" item ON item.id = link."itemId"
      WHERE link."factId" = fact.id AND NOT item.retired))`
}

async function copyItems(tx: Tx, from: DocumentDeck, to: DocumentDeck, at: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Item" (id, "documentId", "contentKey", position, type, tier, engine, retired, "createdAt")
    SELECT gen_random_uuid(), ${to.documentId}::uuid, "contentKey", position, type, tier, engine, false, ${at}::timestamp
    FROM "Item" WHERE "documentId" = ${from.documentId}::uuid AND NOT retired`
  await tx.$executeRaw`
    INSERT INTO "ItemFact" ("itemId", "factId", slot)
    SELECT copy.id, fact.id, link.slot
    FROM "Item" item
    JOIN "Item" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = item."contentKey"
    JOIN "ItemFact" link ON link."itemId" = item.id
    JOIN "Fact" asked ON asked.id = link."factId"
    JOIN "Fact" fact ON fact."documentId" = ${to.documentId}::uuid AND fact."contentKey" = asked."contentKey"
    WHERE item."documentId" = ${from.documentId}::uuid`
}

/** The words that the deck shows; of an edited item that is shown by itself the engine's, before the edit is taken over. */
async function copyWords(tx: Tx, from: DocumentDeck, to: DocumentDeck, at: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Revision" (id, "itemId", number, stem, content, "keyText", explanation, evidence, "isCard", "createdAt")
    SELECT gen_random_uuid(), copy.id, 1, words.stem, words.content, words."keyText", words.explanation, words.evidence,
      words."isCard", ${at}::timestamp
    FROM "Item" item
    JOIN "Item" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = item."contentKey"
    LEFT JOIN "DeckChoice" decided ON decided."deckId" = ${from.deckId}::uuid AND decided."itemId" = item.id
      AND decided.choice = 'accepted'
    LEFT JOIN "Revision" chosen ON chosen.id = decided."revisionId"
    JOIN "Revision" words ON words.id = CASE
      WHEN chosen.id IS NOT NULL AND (chosen."authorId" IS NULL OR item.tier <> 'A') THEN chosen.id
      ELSE (SELECT made.id FROM "Revision" made WHERE made."itemId" = item.id AND made."authorId" IS NULL
        ORDER BY made.number DESC LIMIT 1) END
    WHERE item."documentId" = ${from.documentId}::uuid`
}

/** What is shown without anybody's nod goes on being shown as it was worded. */
async function copyEdits(tx: Tx, viewer: Viewer, from: DocumentDeck, to: DocumentDeck, at: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Revision" (id, "itemId", number, "authorId", stem, content, "keyText", explanation, evidence, "isCard", "createdAt")
    SELECT gen_random_uuid(), copy.id, 2, ${viewer.learnerId}::uuid, words.stem, words.content, words."keyText", words.explanation, words.evidence,
      words."isCard", ${at}::timestamp
    FROM "Item" item
    JOIN "Item" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = item."contentKey"
    JOIN "DeckChoice" decided ON decided."deckId" = ${from.deckId}::uuid AND decided."itemId" = item.id
      AND decided.choice = 'accepted'
    JOIN "Revision" words ON words.id = decided."revisionId" AND words."authorId" IS NOT NULL
    WHERE item."documentId" = ${from.documentId}::uuid AND item.tier = 'A'`
}

/** Nothing else counts as accepted. */
async function keepEdits(tx: Tx, to: DocumentDeck, at: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "DeckChoice" ("deckId", "itemId", choice, "revisionId", "decidedAt")
    SELECT ${to.deckId}::uuid, words."itemId", 'accepted', words.id, ${at}::timestamp
    FROM "Revision" words JOIN "Item" item ON item.id = words."itemId"
    WHERE item."documentId" = ${to.documentId}::uuid AND words.number = 2`
}

/** A copy shows nothing that the deck did not show. */
async function leaveOutRejected(tx: Tx, from: DocumentDeck, to: DocumentDeck, at: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "DeckChoice" ("deckId", "itemId", choice, "decidedAt")
    SELECT ${to.deckId}::uuid, copy.id, 'rejected', ${at}::timestamp
    FROM "DeckChoice" decided
    JOIN "Item" item ON item.id = decided."itemId"
    JOIN "Item" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = item."contentKey"
    WHERE decided."deckId" = ${from.deckId}::uuid AND decided.choice = 'rejected'`
}
