import 'server-only'
import { randomUUID } from 'node:crypto'
import { DeckId, DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import type { Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import type { DocumentDeck } from '../documents/generation-job'

type How = { readonly hash: string; readonly title: string; readonly now: Date }

/**
 * The document behind a deck as one of the viewer's own, with its facts, items and a deck. The database copies the rows,
 * matched by content key: `upsertBatch` takes what the engine made, and a whole book would have to pass through this process.
 * The caller has checked that the viewer may copy the deck.
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
  await copyRefusals(tx, from, to)
  await copyFacts(tx, from, to)
  await copyItems(tx, from, to, at)
  await copyRevisions(tx, viewer, from, to, at)
  const { depth } = await tx.deck.findUniqueOrThrow({ where: { id: from.deckId }, select: { depth: true } })
  await tx.deck.create({ data: { id: to.deckId, ownerId, documentId: to.documentId, title, depth, createdAt: now } })
  await keepEdits(tx, to, at)
  await leaveOutRejected(tx, from, to, at)
  await refreshDeckFacts(tx, { documentId: to.documentId })
  return to
}

async function copyRefusals(tx: Tx, from: DocumentDeck, to: DocumentDeck): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Refusal" (id, "documentId", finder, code, values, start, "end", stem, key)
    SELECT gen_random_uuid(), ${to.documentId}::uuid, finder, code, values, start, "end", stem, key
    FROM "Refusal" WHERE "documentId" = ${from.documentId}::uuid`
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
    INSERT INTO "Item" (id, "documentId", "contentKey", position, type, tier, finder, score, rank, depth, doubts, engine, retired,
      "createdAt")
    SELECT gen_random_uuid(), ${to.documentId}::uuid, "contentKey", position, type, tier, finder, score, rank, depth, doubts,
      engine, false, ${at}::timestamp
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

/**
 * Each item as the deck words it. An author's edit of an item that is shown without being accepted is a revision of its own,
 * after the engine's, as it was in the deck.
 */
async function copyRevisions(
  tx: Tx,
  { learnerId }: Viewer,
  from: DocumentDeck,
  to: DocumentDeck,
  at: string,
): Promise<void> {
  const insert = (
    number: number,
    authorId: string | null,
    revisionId: Prisma.Sql,
    isCopied: Prisma.Sql,
  ) => tx.$executeRaw`
    INSERT INTO "Revision" (id, "itemId", number, "authorId", stem, content, "keyText", explanation, evidence, "isCard", "createdAt")
    SELECT gen_random_uuid(), copy.id, ${number}, ${authorId}::uuid, words.stem, words.content, words."keyText",
      words.explanation, words.evidence, words."isCard", ${at}::timestamp
    FROM "DeckItem" decided
    JOIN "Item" item ON item.id = decided."itemId"
    JOIN "Item" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = item."contentKey"
    JOIN "Revision" worded ON worded.id = decided."revisionId"
    JOIN "Revision" words ON words.id = ${revisionId}
    WHERE decided."deckId" = ${from.deckId}::uuid AND ${isCopied}`
  await insert(1, null, FIRST_REVISION, Prisma.sql`TRUE`)
  await insert(2, learnerId, Prisma.sql`worded.id`, Prisma.sql`decided.status = 'accepted' AND ${IS_EDIT}`)
}

const IS_EDIT = Prisma.sql`worded."authorId" IS NOT NULL AND item.tier = 'A'`
const FIRST_REVISION = Prisma.sql`
  CASE WHEN decided."isShown" AND NOT (${IS_EDIT}) THEN worded.id ELSE (
    SELECT made.id FROM "Revision" made WHERE made."itemId" = item.id AND made."authorId" IS NULL
    ORDER BY made.number DESC LIMIT 1) END`

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
    FROM "DeckItem" decided
    JOIN "Item" item ON item.id = decided."itemId"
    JOIN "Item" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = item."contentKey"
    WHERE decided."deckId" = ${from.deckId}::uuid AND decided.status = 'rejected'`
}
