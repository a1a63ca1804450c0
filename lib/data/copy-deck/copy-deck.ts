import 'server-only'
import { tidyTitle } from '../../core/document/normalise-text'
import { DeckId, DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { decksCopyableBy } from '../decks/deck-access'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { findOrReserve } from '../documents/document-row'
import type { DocumentDeck } from '../documents/generation-job'
import { claimCharacters, claimDocument, type Sender } from '../documents/import-document'
import { lockLearner } from '../memories/memory-rows'
import { type Claim, type LimitReached, takeFromLimits } from '../rate-limits'
import { copyDocument } from './copy-document'

export type Copied =
  | { readonly kind: 'copied'; readonly deckId: DeckId }
  /** The viewer has a document of this very text: that deck is theirs already, and stays as it is. */
  | { readonly kind: 'had'; readonly deckId: DeckId }
  /** `generating`: an incomplete document cannot be copied. */
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'generating' | 'too-many' }
  | LimitReached

/** Decks that one owner may have on one document. */
const MOST_OF_A_DOCUMENT = 20

/**
 * A deck of the viewer's own that begins as the given one (docs/decisions/0025). Of somebody else's deck the document is
 * copied with facts and items, and what the viewer remembers moves to the copy. Of their own it is a second deck on the same
 * document: its facts, and what is remembered of them, are the same.
 */
export async function copyDeck(
  viewer: Viewer,
  deckId: DeckId,
  { title, address }: { readonly title: string | null; readonly address: string },
  now: Date,
): Promise<Copied> {
  const taken = await takeFromLimits(await claimsOfCopy({ viewer, address }, deckId), now)
  if (taken.kind === 'rejected') return taken
  const copied = await copyCounted(viewer, deckId, title, now)
  if (copied.kind !== 'copied') await taken.giveBack()
  return copied
}

/** A document that is copied counts as one that is sent. A second deck on a document of one's own makes no document. */
async function claimsOfCopy(sender: Sender, deckId: DeckId): Promise<readonly Claim[]> {
  const { viewer } = sender
  const where = { AND: [{ id: deckId }, decksCopyableBy(viewer)] }
  const deck = await db().deck.findFirst({ where, select: { ownerId: true, documentId: true } })
  if (!deck || deck.ownerId === viewer.learnerId) return []
  const [document] = await db().$queryRaw<{ length: number }[]>`
    SELECT length(text) AS length FROM "Document" WHERE id = ${deck.documentId}::uuid`
  return document ? [...claimDocument(sender), ...claimCharacters(sender, document.length)] : []
}

function copyCounted(viewer: Viewer, deckId: DeckId, title: string | null, now: Date): Promise<Copied> {
  return db().$transaction(async (tx): Promise<Copied> => {
    const deck = await tx.deck.findFirst({
      where: { AND: [{ id: deckId }, decksCopyableBy(viewer)] },
      include: { document: { select: { hash: true, generation: { select: { state: true } } } } },
    })
    if (!deck) return { kind: 'rejected', reason: 'not-found' }
    if (deck.document.generation) return { kind: 'rejected', reason: 'generating' }
    if (deck.ownerId === viewer.learnerId) return duplicate(tx, viewer, deck, title, now)
    // `mergeGuest` appends `:id` to the hash where a guest and the account had the same text.
    const hash = deck.document.hash.split(':')[0] ?? ''
    const had = await findOrReserve(tx, viewer.learnerId, hash)
    if (had) return { kind: 'had', deckId: had.deckId }
    await lockLearner(tx, viewer.learnerId)
    const from = { deckId, documentId: DocumentId.parse(deck.documentId) }
    const to = await copyDocument(tx, viewer, from, { hash, title: title ?? deck.title, now })
    await moveMemories(tx, viewer, from, to)
    // The copy takes its place; two of one text would ask everything twice.
    await tx.deckReader.deleteMany({ where: { deckId, learnerId: viewer.learnerId } })
    return { kind: 'copied', deckId: to.deckId }
  })
}

/** Whether the viewer may have a copy, and what it would be. */
export async function findCopying(viewer: Viewer | null, deckId: DeckId): Promise<'duplicate' | 'copy' | null> {
  const where = { AND: [{ id: deckId }, decksCopyableBy(viewer)] }
  const deck = await db().deck.findFirst({ where, select: { ownerId: true } })
  if (!deck) return null
  return viewer && deck.ownerId === viewer.learnerId ? 'duplicate' : 'copy'
}

type Own = { readonly id: string; readonly documentId: string; readonly title: string }

async function duplicate(tx: Tx, viewer: Viewer, deck: Own, title: string | null, now: Date): Promise<Copied> {
  const { documentId } = deck
  const ownerId = viewer.learnerId
  if ((await tx.deck.count({ where: { documentId, ownerId } })) >= MOST_OF_A_DOCUMENT) {
    return { kind: 'rejected', reason: 'too-many' }
  }
  const { id } = await tx.deck.create({
    data: { ownerId, documentId, title: tidyTitle(title ?? deck.title), createdAt: now },
  })
  // The same owner made these decisions, so they are copied.
  await tx.$executeRaw`
    INSERT INTO "DeckChoice" ("deckId", "itemId", choice, "revisionId", "decidedAt", "replacedById")
    SELECT ${id}::uuid, "itemId", choice, "revisionId", "decidedAt", "replacedById" FROM "DeckChoice" WHERE "deckId" = ${deck.id}::uuid`
  await refreshDeckFacts(tx, { documentId })
  return { kind: 'copied', deckId: DeckId.parse(id) }
}

const TABLES_OF_FACTS = ['Review', 'FactFlag', 'FactTag']
const TABLES_OF_DECKS = ['DeckTag', 'Exam']

/**
 * What the viewer remembers of one document, and has annotated, moves to its copy: the same reviews of the same facts,
 * matched by content key, so the memories that they make are the same as well. Nobody else's is touched. The caller holds
 * the learner.
 */
async function moveMemories(tx: Tx, { learnerId }: Viewer, from: DocumentDeck, to: DocumentDeck): Promise<void> {
  await moveMemoryRows(tx, learnerId, from, to)
  for (const table of TABLES_OF_FACTS) {
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} AS held SET "factId" = copy.id
      FROM "Fact" fact
      JOIN "Fact" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = fact."contentKey"
      WHERE fact."documentId" = ${from.documentId}::uuid AND held."learnerId" = ${learnerId}::uuid
        AND held."factId" = fact.id`
  }
  for (const table of TABLES_OF_DECKS) {
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET "deckId" = ${to.deckId}::uuid
      WHERE "learnerId" = ${learnerId}::uuid AND "deckId" = ${from.deckId}::uuid`
  }
}

async function moveMemoryRows(tx: Tx, learnerId: string, from: DocumentDeck, to: DocumentDeck): Promise<void> {
  // Before anything is counted: nobody changes meanwhile what the decks ask.
  await tx.$queryRaw`
    SELECT lock_deck_counts_shared(ARRAY[${from.documentId}::uuid, ${to.documentId}::uuid])::text`
  await tx.$executeRaw`
    UPDATE "Memory" AS held SET "factId" = copy.id, "documentId" = copy."documentId"
    FROM "Fact" fact
    JOIN "Fact" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = fact."contentKey"
    WHERE fact."documentId" = ${from.documentId}::uuid AND held."learnerId" = ${learnerId}::uuid
      AND held."factId" = fact.id`
  await tx.$queryRaw`
    SELECT recount_progress(${learnerId}::uuid, "id")::text FROM "Deck"
    WHERE "documentId" IN (${from.documentId}::uuid, ${to.documentId}::uuid)`
}
