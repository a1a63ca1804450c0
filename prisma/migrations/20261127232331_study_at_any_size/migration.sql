-- AlterTable
ALTER TABLE "Deck" ADD COLUMN     "cards" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "facts" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Memory" ADD COLUMN     "documentId" UUID;
UPDATE "Memory" m SET "documentId" = f."documentId" FROM "Fact" f WHERE f."id" = m."factId";
ALTER TABLE "Memory" ALTER COLUMN "documentId" SET NOT NULL;

-- CreateTable
CREATE TABLE "DeckFact" (
    "deckId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "hasCard" BOOLEAN NOT NULL,

    CONSTRAINT "DeckFact_pkey" PRIMARY KEY ("deckId","factId")
);

-- CreateTable
CREATE TABLE "DeckProgress" (
    "learnerId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "met" INTEGER NOT NULL,
    "lastStudied" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DeckProgress_pkey" PRIMARY KEY ("learnerId","deckId")
);

-- CreateIndex
CREATE INDEX "DeckFact_factId_idx" ON "DeckFact"("factId");

-- CreateIndex
CREATE INDEX "DeckProgress_learnerId_lastStudied_idx" ON "DeckProgress"("learnerId", "lastStudied" DESC);

-- CreateIndex
CREATE INDEX "DeckProgress_deckId_idx" ON "DeckProgress"("deckId");

-- CreateIndex
CREATE INDEX "Memory_learnerId_documentId_state_due_idx" ON "Memory"("learnerId", "documentId", "state", "due");

-- DropIndex
DROP INDEX "Memory_learnerId_due_idx";

-- CreateIndex
CREATE INDEX "Memory_learnerId_state_due_idx" ON "Memory"("learnerId", "state", "due");

-- AddForeignKey
ALTER TABLE "DeckFact" ADD CONSTRAINT "DeckFact_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckFact" ADD CONSTRAINT "DeckFact_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckProgress" ADD CONSTRAINT "DeckProgress_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckProgress" ADD CONSTRAINT "DeckProgress_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows keeps these columns and tables right, whoever writes what they are made of. Prisma has no word for triggers;
-- lib/data/study/summaries.data.test.ts holds that they always equal a full count.

-- As asCard in lib/core/item/as-card.ts: a choice that points at its options says nothing without them.
CREATE FUNCTION turns_as_card(item uuid, type text, chosen uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT type IN ('flashcard', 'short-answer', 'cloze', 'numeric') OR (type = 'choice' AND (
    SELECT r."stem" !~* '\yof (these|those|the following)\y|\y(these|following|which) (options?|answers?|statements?)\y'
    FROM "Revision" r
    WHERE r."itemId" = item AND (r."id" = chosen OR r."authorId" IS NULL)
    ORDER BY r."id" = chosen DESC NULLS LAST, r."number" DESC LIMIT 1
  ))
$$;

-- As shownItems in lib/data/decks/shown-items.ts, for all decks that have these facts.
CREATE FUNCTION refresh_deck_facts(named uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two who decide about one deck at a time count one after the other.
  PERFORM 1 FROM "Deck" WHERE "documentId" IN (SELECT "documentId" FROM "Fact" WHERE "id" = ANY (named))
    ORDER BY "id" FOR NO KEY UPDATE;
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
    WHERE c."choice" = 'accepted' OR (NOT i."retired" AND i."tier" = 'A' AND c."choice" IS DISTINCT FROM 'rejected')
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

CREATE FUNCTION recount_progress(learner uuid, deck uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  known record;
BEGIN
  SELECT count(*) FILTER (WHERE f."hasCard") AS met, max(m."lastReview") AS last INTO known
  FROM "DeckFact" f JOIN "Memory" m ON m."learnerId" = learner AND m."factId" = f."factId"
  WHERE f."deckId" = deck;
  IF known.last IS NULL THEN
    DELETE FROM "DeckProgress" WHERE "learnerId" = learner AND "deckId" = deck;
  ELSE
    INSERT INTO "DeckProgress" VALUES (learner, deck, known.met, known.last)
    ON CONFLICT ("learnerId", "deckId") DO UPDATE SET "met" = EXCLUDED."met", "lastStudied" = EXCLUDED."lastStudied";
  END IF;
END $$;

-- The rows that are there already.
SELECT refresh_deck_facts(ARRAY(SELECT "id" FROM "Fact"));
UPDATE "Deck" d SET
  "facts" = (SELECT count(*) FROM "DeckFact" f WHERE f."deckId" = d."id"),
  "cards" = (SELECT count(*) FROM "DeckFact" f WHERE f."deckId" = d."id" AND f."hasCard");
INSERT INTO "DeckProgress" ("learnerId", "deckId", "met", "lastStudied")
SELECT m."learnerId", f."deckId", count(*) FILTER (WHERE f."hasCard"), max(m."lastReview")
FROM "Memory" m JOIN "DeckFact" f ON f."factId" = m."factId" GROUP BY 1, 2;

-- Memory."documentId" is the fact's.
CREATE FUNCTION place_memory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "documentId" INTO NEW."documentId" FROM "Fact" WHERE "id" = NEW."factId";
  RETURN NEW;
END $$;
CREATE TRIGGER "placed" BEFORE INSERT OR UPDATE OF "factId" ON "Memory" FOR EACH ROW EXECUTE FUNCTION place_memory();

CREATE FUNCTION move_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Memory" SET "documentId" = NEW."documentId" WHERE "factId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "moved" AFTER UPDATE OF "documentId" ON "Fact" FOR EACH ROW
  WHEN (OLD."documentId" <> NEW."documentId") EXECUTE FUNCTION move_memories();

-- DeckFact follows items, what they ask, choices and words.
CREATE FUNCTION follow_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_deck_facts(ARRAY(SELECT DISTINCT "factId" FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER "asked" AFTER INSERT ON "ItemFact" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_links();
CREATE TRIGGER "asked_no_more" AFTER DELETE ON "ItemFact" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_links();

CREATE FUNCTION follow_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_deck_facts(ARRAY(
    SELECT DISTINCT l."factId" FROM after a JOIN before b ON b."id" = a."id" JOIN "ItemFact" l ON l."itemId" = a."id"
    WHERE (a."type", a."tier", a."retired") <> (b."type", b."tier", b."retired")));
  RETURN NULL;
END $$;
CREATE TRIGGER "judged" AFTER UPDATE ON "Item" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION follow_items();

CREATE FUNCTION follow_item_ids() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_deck_facts(ARRAY(
    SELECT DISTINCT l."factId" FROM changed c JOIN "ItemFact" l ON l."itemId" = c."itemId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "chosen" AFTER INSERT ON "DeckChoice" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_item_ids();
CREATE TRIGGER "chosen_anew" AFTER UPDATE ON "DeckChoice" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_item_ids();
CREATE TRIGGER "chosen_no_more" AFTER DELETE ON "DeckChoice" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_item_ids();
CREATE TRIGGER "worded" AFTER INSERT ON "Revision" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_item_ids();

CREATE FUNCTION follow_decks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_deck_facts(ARRAY(SELECT f."id" FROM changed c JOIN "Fact" f ON f."documentId" = c."documentId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "opened" AFTER INSERT ON "Deck" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_decks();

-- Deck."facts" and "cards", and with them the progress of whoever has met what changed.
CREATE FUNCTION follow_deck_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Deck" d SET
    "facts" = (SELECT count(*) FROM "DeckFact" f WHERE f."deckId" = d."id"),
    "cards" = (SELECT count(*) FROM "DeckFact" f WHERE f."deckId" = d."id" AND f."hasCard")
  WHERE d."id" IN (SELECT "deckId" FROM changed);
  PERFORM recount_progress("learnerId", "deckId") FROM (
    SELECT DISTINCT m."learnerId", c."deckId" FROM changed c JOIN "Memory" m ON m."factId" = c."factId") pair;
  RETURN NULL;
END $$;
CREATE TRIGGER "counted" AFTER INSERT ON "DeckFact" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_deck_facts();
CREATE TRIGGER "counted_anew" AFTER UPDATE ON "DeckFact" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_deck_facts();
CREATE TRIGGER "counted_no_more" AFTER DELETE ON "DeckFact" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_deck_facts();

-- DeckProgress follows memories. Only what goes back or goes away is counted anew.
CREATE FUNCTION progress_of_new_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DeckProgress" ("learnerId", "deckId", "met", "lastStudied")
  SELECT m."learnerId", f."deckId", count(*) FILTER (WHERE f."hasCard"), max(m."lastReview")
  FROM changed m JOIN "DeckFact" f ON f."factId" = m."factId" GROUP BY 1, 2
  ON CONFLICT ("learnerId", "deckId") DO UPDATE SET
    "met" = "DeckProgress"."met" + EXCLUDED."met",
    "lastStudied" = greatest("DeckProgress"."lastStudied", EXCLUDED."lastStudied");
  RETURN NULL;
END $$;
CREATE TRIGGER "met" AFTER INSERT ON "Memory" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_new_memories();

CREATE FUNCTION progress_of_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
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
CREATE TRIGGER "reviewed" AFTER UPDATE ON "Memory" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_memories();

CREATE FUNCTION progress_of_lost_memories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM recount_progress("learnerId", "deckId") FROM (
    SELECT DISTINCT m."learnerId", d."id" AS "deckId"
    FROM changed m JOIN "Deck" d ON d."documentId" = m."documentId") pair;
  RETURN NULL;
END $$;
CREATE TRIGGER "forgotten" AFTER DELETE ON "Memory" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION progress_of_lost_memories();
