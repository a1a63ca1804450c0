import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import type { DocumentDeck } from '../documents/generation-job'
import { COLUMNS, memoryColumns } from '../study/save-memory'

const OF_FACTS = ['Review', 'FactMark', 'FactTag']
const OF_DECKS = ['DeckTag', 'Exam']

/**
 * What the viewer remembers of one document, and has laid on it, moves to its copy: the same reviews of the same facts,
 * matched by content key, so the memories that they make are the same as well. Nobody else's is touched. The caller holds
 * the learner.
 */
export async function moveMemories(tx: Tx, { learnerId }: Viewer, from: DocumentDeck, to: DocumentDeck): Promise<void> {
  await moveFolded(tx, learnerId, from, to)
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

/** Taken out and put in again: the database follows what comes and goes (docs/decisions/0022). */
async function moveFolded(tx: Tx, learnerId: string, from: DocumentDeck, to: DocumentDeck): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Memory" ("learnerId", "factId", ${COLUMNS})
    SELECT held."learnerId", copy.id, ${memoryColumns('held')}
    FROM "Memory" held
    JOIN "Fact" fact ON fact.id = held."factId" AND fact."documentId" = ${from.documentId}::uuid
    JOIN "Fact" copy ON copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = fact."contentKey"
    WHERE held."learnerId" = ${learnerId}::uuid`
  await tx.$executeRaw`
    DELETE FROM "Memory" held USING "Fact" fact, "Fact" copy
    WHERE held."learnerId" = ${learnerId}::uuid AND fact.id = held."factId" AND fact."documentId" = ${from.documentId}::uuid
      AND copy."documentId" = ${to.documentId}::uuid AND copy."contentKey" = fact."contentKey"`
}
