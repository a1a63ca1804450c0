-- How many items a deck shows, who made them, and what a language model reads.

CREATE TYPE "Depth" AS ENUM ('key', 'balanced', 'everything');

ALTER TABLE "Deck" ADD COLUMN "depth" "Depth" NOT NULL DEFAULT 'balanced';

-- What an import wishes outlives its process. Facts are counted of decks alone.
ALTER TABLE "GenerationJob" ADD COLUMN "wish" JSONB,
DROP COLUMN "facts";

-- Items that are there keep being shown: they count as key points until their document is generated again.
ALTER TABLE "Item" ADD COLUMN "depth" "Depth" NOT NULL DEFAULT 'key',
ADD COLUMN "doubts" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "finder" TEXT NOT NULL DEFAULT 'rules',
ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "score" DOUBLE PRECISION NOT NULL DEFAULT 0.5;

CREATE TABLE "Refusal" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "finder" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "stem" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "Refusal_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ModelReading" (
    "documentId" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "consentedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "partsDone" INTEGER NOT NULL DEFAULT 0,
    "parts" INTEGER NOT NULL DEFAULT 0,
    "heading" TEXT NOT NULL DEFAULT '',
    "kept" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "promptTokens" INTEGER NOT NULL DEFAULT 0,
    "completionTokens" INTEGER NOT NULL DEFAULT 0,
    "spentMs" INTEGER NOT NULL DEFAULT 0,
    "resumed" INTEGER NOT NULL DEFAULT 0,
    "leaseId" UUID NOT NULL,
    "heartbeatAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ModelReading_pkey" PRIMARY KEY ("documentId")
);

CREATE TABLE "ModelReply" (
    "documentId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "promptTokens" INTEGER NOT NULL,
    "completionTokens" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModelReply_pkey" PRIMARY KEY ("documentId","hash")
);

CREATE TABLE "ModelUsage" (
    "month" DATE NOT NULL,
    "model" TEXT NOT NULL,
    "promptTokens" BIGINT NOT NULL DEFAULT 0,
    "completionTokens" BIGINT NOT NULL DEFAULT 0,
    "documents" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ModelUsage_pkey" PRIMARY KEY ("month","model")
);

CREATE INDEX "Refusal_documentId_start_idx" ON "Refusal"("documentId", "start");

ALTER TABLE "Refusal" ADD CONSTRAINT "Refusal_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ModelReading" ADD CONSTRAINT "ModelReading_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ModelReply" ADD CONSTRAINT "ModelReply_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which items a deck shows: as before, of those that are undecided only what lies within its depth, and of an item that its author
-- wrote its first words where no choice names others.
DROP VIEW "DeckItem";
DROP TYPE "ItemStatus";
CREATE TYPE "ItemStatus" AS ENUM ('accepted', 'rejected', 'ready', 'unreviewed', 'beyond', 'retired');

-- What a deck of a depth makes of an item: asked by the view and by the counts of the other depths.
CREATE FUNCTION item_status(choice "Choice", retired boolean, tier text, item_depth "Depth", deck_depth "Depth")
RETURNS "ItemStatus" LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN choice = 'accepted' THEN 'accepted'
    WHEN choice = 'rejected' THEN 'rejected'
    WHEN retired THEN 'retired'
    WHEN item_depth > deck_depth THEN 'beyond'
    WHEN tier = 'A' THEN 'ready'
    ELSE 'unreviewed'
  END::"ItemStatus"
$$;

CREATE VIEW "DeckItem" AS
  SELECT d."id" AS "deckId", i."id" AS "itemId", s."status", s."status" IN ('accepted', 'ready') AS "isShown",
    coalesce(c."revisionId", (
      SELECT r."id" FROM "Revision" r WHERE r."itemId" = i."id" AND (r."authorId" IS NULL OR r."number" = 1)
      ORDER BY r."number" DESC LIMIT 1
    )) AS "revisionId"
  FROM "Deck" d
  JOIN "Item" i ON i."documentId" = d."documentId"
  LEFT JOIN "DeckChoice" c ON c."deckId" = d."id" AND c."itemId" = i."id"
  CROSS JOIN LATERAL (
    SELECT item_status(c."choice", i."retired", i."tier", i."depth", d."depth") AS "status"
  ) s;
