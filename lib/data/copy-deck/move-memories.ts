import 'server-only'
import type { Viewer } from '../../core/people/viewer'
import type { Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import type { DocumentDeck } from '../documents/generation-job'

const OF_FACTS = ['Review', 'FactFlag', 'FactTag']
const OF_DECKS = ['DeckTag', 'Exam']

/**
 * What the viewer remembers of one document, and has annotated, moves to its copy: the same reviews of the same facts,
 * matched by content key, so the memories that they make are the same as well. Nobody else's is touched. The caller holds
 * the learner.
 */
export async function moveMemories(tx: Tx, { learnerId }: Viewer, from: DocumentDeck, to: DocumentDeck): Promise<void> {
  await moveMemoryRows(tx, learnerId, from, to)
  for (const table of OF_FACTS) {
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} AS held SET "factId" = copy.id
      FROM "Fact" fact
      JOIN "Fact" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = fact."contentKey"
      WHERE fact."documentId" = ${from.documentId}::uuid AND held."learnerId" = ${learnerId}::uuid
        AND held."factId" = fact.id`
  }
  for (const table of OF_DECKS) {
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
