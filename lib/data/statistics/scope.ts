import 'server-only'
import type { DeckId } from '../../core/ids'
import { Prisma } from '../../generated/prisma/client'

/** The decks that are asked about; `isOne`: a single one was chosen. Whoever asks has looked up that the viewer may see them. */
export type Scope = { readonly decks: readonly DeckId[]; readonly isOne: boolean }

/** `r` is a review of the learner that was not taken back and takes none back. Of one deck only its facts. */
export function standing(learnerId: string, { decks, isOne }: Scope): Prisma.Sql {
  const ofDeck = isOne
    ? Prisma.sql`AND r."factId" IN (
        SELECT f."id" FROM "Fact" f JOIN "Deck" d ON d."documentId" = f."documentId" WHERE d."id" = ANY(${decks}::uuid[])
      )`
    : Prisma.empty
  return Prisma.sql`
    r."learnerId" = ${learnerId}::uuid AND r."reversesId" IS NULL
    AND r."id" NOT IN (
      SELECT u."reversesId" FROM "Review" u WHERE u."learnerId" = ${learnerId}::uuid AND u."reversesId" IS NOT NULL
    )
    ${ofDeck}`
}

/** Ids of the facts that decks ask; with `cards` those that study shows. One that two decks ask comes twice. */
export function askedFacts({ decks }: Scope, { cards }: { cards: boolean }): Prisma.Sql {
  const shown = cards ? Prisma.sql`AND k."hasCard"` : Prisma.empty
  return Prisma.sql`SELECT k."factId" AS id FROM "DeckFact" k WHERE k."deckId" = ANY(${decks}::uuid[]) ${shown}`
}

/** As PostgreSQL reads a list of moments for `width_bucket`: the columns hold UTC. */
export function asTimes(bounds: readonly Date[]): string[] {
  return bounds.map((bound) => bound.toISOString())
}
