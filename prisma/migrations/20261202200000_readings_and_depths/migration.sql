-- What an import wishes outlives its process, and a reading knows its pace.
ALTER TABLE "GenerationJob" ADD COLUMN "wish" JSONB;
ALTER TABLE "ModelReading" ADD COLUMN "resumed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "spentMs" INTEGER NOT NULL DEFAULT 0;

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

-- As before; an item that its author wrote shows its first words where no choice names others.
CREATE OR REPLACE VIEW "DeckItem" AS
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
