import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import type { Tx } from '@/lib/db'

/** Stars, tags, exams and links that a learner has laid on facts and decks go along. A fact is starred, suspended or buried if either had it so; else `to`'s word stays. */
export async function moveMarks(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "FactMark" AS own ("learnerId", "factId", "starred", "suspended", "buriedUntil")
    SELECT ${to}::uuid, "factId", "starred", "suspended", "buriedUntil" FROM "FactMark" WHERE "learnerId" = ${from}::uuid
    ON CONFLICT ("learnerId", "factId") DO UPDATE SET "starred" = own."starred" OR EXCLUDED."starred",
      "suspended" = own."suspended" OR EXCLUDED."suspended",
      "buriedUntil" = greatest(own."buriedUntil", EXCLUDED."buriedUntil")`
  await tx.$executeRaw`UPDATE "FactTag" m SET "learnerId" = ${to}::uuid WHERE m."learnerId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "FactTag" o
      WHERE o."learnerId" = ${to}::uuid AND o."factId" = m."factId" AND o."name" = m."name")`
  await tx.$executeRaw`UPDATE "DeckTag" m SET "learnerId" = ${to}::uuid WHERE m."learnerId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "DeckTag" o
      WHERE o."learnerId" = ${to}::uuid AND o."deckId" = m."deckId" AND o."name" = m."name")`
  await tx.$executeRaw`UPDATE "Exam" m SET "learnerId" = ${to}::uuid WHERE m."learnerId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "Exam" o WHERE o."learnerId" = ${to}::uuid AND o."deckId" = m."deckId")`
  await tx.$executeRaw`UPDATE "DeckReader" m SET "learnerId" = ${to}::uuid WHERE m."learnerId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "DeckReader" o WHERE o."learnerId" = ${to}::uuid AND o."deckId" = m."deckId")`
  // Reviews go on naming the weights that they were made under; those of the account stay the ones in use.
  await tx.fittedWeights.updateMany({ where: { learnerId: from }, data: { learnerId: to, inUse: false } })
}
