-- What learners meet of a deck, as shownItems in lib/data/decks/shown-items.ts has it for Prisma: tier A unless rejected,
-- anything accepted, nothing that the engine gave up. `decided` is null where the deck has decided nothing.
CREATE FUNCTION is_shown(tier text, retired boolean, decided "Choice") RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT decided IS NOT DISTINCT FROM 'accepted' OR (NOT retired AND tier = 'A' AND decided IS NULL)
$$;

-- Who changes what a document's decks ask counts alone; who meets its facts, or loses what was met, counts beside others. Else
-- a learner and an author at the same moment would each count what the other is about to change. Locks of a number, not of
-- rows: a rating writes nothing more for it. In the order of ids, so that two who hold several do not wait for each other.
CREATE FUNCTION count_alone(documents uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(one.id::text, 1))
  FROM (SELECT DISTINCT unnest(documents) AS id ORDER BY 1) one;
END $$;
CREATE FUNCTION count_beside_others(documents uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(one.id::text, 1))
  FROM (SELECT DISTINCT unnest(documents) AS id ORDER BY 1) one;
END $$;

CREATE OR REPLACE FUNCTION refresh_deck_facts(named uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_alone(ARRAY(SELECT "documentId" FROM "Fact" WHERE "id" = ANY (named)));
  WITH pair AS (
    SELECT d."id" AS "deckId", f."id" AS "factId", f."documentId"
    FROM "Fact" f JOIN "Deck" d ON d."documentId" = f."documentId" WHERE f."id" = ANY (named)
  ), asked AS (
    SELECT p."deckId", p."factId",
      bool_or(l."slot" = 0 AND coalesce(turns_as_card(i."id", i."type", c."revisionId"), false)) AS "hasCard"
    FROM pair p
    JOIN "ItemFact" l ON l."factId" = p."factId"
    JOIN "Item" i ON i."id" = l."itemId" AND i."documentId" = p."documentId"
    LEFT JOIN "DeckChoice" c ON c."deckId" = p."deckId" AND c."itemId" = i."id"
    WHERE is_shown(i."tier", i."retired", c."choice")
    GROUP BY 1, 2
  ), gone AS (
    DELETE FROM "DeckFact" x USING pair p
    WHERE x."deckId" = p."deckId" AND x."factId" = p."factId"
      AND NOT EXISTS (SELECT 1 FROM asked a WHERE a."deckId" = p."deckId" AND a."factId" = p."factId")
  )
  INSERT INTO "DeckFact" ("deckId", "factId", "hasCard") SELECT "deckId", "factId", "hasCard" FROM asked
  ON CONFLICT ("deckId", "factId") DO UPDATE SET "hasCard" = EXCLUDED."hasCard"
    WHERE "DeckFact"."hasCard" <> EXCLUDED."hasCard";
END $$;

CREATE OR REPLACE FUNCTION progress_of_new_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_beside_others(ARRAY(SELECT "documentId" FROM changed));
  INSERT INTO "DeckProgress" ("learnerId", "deckId", "met", "lastStudied")
  SELECT m."learnerId", f."deckId", count(*) FILTER (WHERE f."hasCard"), max(m."lastReview")
  FROM changed m JOIN "DeckFact" f ON f."factId" = m."factId" GROUP BY 1, 2
  ON CONFLICT ("learnerId", "deckId") DO UPDATE SET
    "met" = "DeckProgress"."met" + EXCLUDED."met",
    "lastStudied" = greatest("DeckProgress"."lastStudied", EXCLUDED."lastStudied");
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION progress_of_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_beside_others(ARRAY(SELECT "documentId" FROM before UNION SELECT "documentId" FROM after));
  UPDATE "DeckProgress" p SET "lastStudied" = made."at"
  FROM (
    SELECT m."learnerId", f."deckId", max(m."lastReview") AS "at"
    FROM after m JOIN "DeckFact" f ON f."factId" = m."factId" GROUP BY 1, 2
  ) made
  WHERE p."learnerId" = made."learnerId" AND p."deckId" = made."deckId" AND p."lastStudied" < made."at";
  PERFORM recount_progress("learnerId", "deckId") FROM (
    SELECT DISTINCT a."learnerId", f."deckId"
    FROM after a JOIN before b USING ("learnerId", "factId") JOIN "DeckFact" f USING ("factId")
    WHERE a."lastReview" < b."lastReview"
    UNION
    SELECT m."learnerId", d."id" FROM (
      (SELECT "learnerId", "factId", "documentId" FROM before EXCEPT SELECT "learnerId", "factId", "documentId" FROM after)
      UNION ALL
      (SELECT "learnerId", "factId", "documentId" FROM after EXCEPT SELECT "learnerId", "factId", "documentId" FROM before)
    ) m JOIN "Deck" d ON d."documentId" = m."documentId") pair;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION progress_of_lost_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_beside_others(ARRAY(SELECT "documentId" FROM changed));
  PERFORM recount_progress("learnerId", "deckId") FROM (
    SELECT DISTINCT m."learnerId", d."id" AS "deckId"
    FROM changed m JOIN "Deck" d ON d."documentId" = m."documentId") pair;
  RETURN NULL;
END $$;
