-- What search looks into (docs/decisions/0024). All of it can be made again from the other tables: Prisma does not know
-- these, and no backup holds them. The words of items are kept by triggers, those of texts by lib/data/search/index-text.ts.

-- A revision's words: `open` for whoever sees the item, `whole` with its key for whoever may edit the deck.
CREATE TABLE "SearchItem" (
    "revisionId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "open" TSVECTOR NOT NULL,
    "whole" TSVECTOR NOT NULL,

    CONSTRAINT "SearchItem_pkey" PRIMARY KEY ("revisionId"),
    CONSTRAINT "SearchItem_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "SearchItem_documentId_idx" ON "SearchItem"("documentId");
CREATE INDEX "SearchItem_open_idx" ON "SearchItem" USING GIN ("open");
CREATE INDEX "SearchItem_whole_idx" ON "SearchItem" USING GIN ("whole");

-- A stretch of a document that a result shows: a block of it, or a part of a long one.
CREATE TABLE "SearchPassage" (
    "documentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    -- In UTF-16 code units of the document's text.
    "start" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "words" TSVECTOR NOT NULL,

    CONSTRAINT "SearchPassage_pkey" PRIMARY KEY ("documentId", "position"),
    CONSTRAINT "SearchPassage_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "SearchPassage_words_idx" ON "SearchPassage" USING GIN ("words");

-- The words of a document's text, each once: what a misspelt word may have meant. Where the database has pg_trgm,
-- lib/data/instance/allow-typos.ts adds an index by trigrams.
CREATE TABLE "SearchWord" (
    "documentId" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("documentId", "word"),
    CONSTRAINT "SearchWord_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- English is stemmed; of other languages words are found as they are written.
CREATE FUNCTION search_config(language TEXT) RETURNS REGCONFIG LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN language = 'eng' THEN 'pg_catalog.english'::regconfig ELSE 'pg_catalog.simple'::regconfig END;

-- In either way, so that one question serves documents of all languages. Never fails, whatever was typed.
CREATE FUNCTION search_query(typed TEXT) RETURNS TSQUERY LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN websearch_to_tsquery('pg_catalog.english', typed) || websearch_to_tsquery('pg_catalog.simple', typed);

-- A text of a megabyte is more than a tsvector holds; nobody searches the end of such a stem.
CREATE FUNCTION search_words(config REGCONFIG, words TEXT, weight "char") RETURNS TSVECTOR LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(config, left(words, 20000)), weight);

-- A card's two sides are open; of a question its stem is. Options are not searched: the key is among them.
CREATE FUNCTION search_add_revisions(ids UUID[]) RETURNS VOID LANGUAGE SQL AS $$
  INSERT INTO "SearchItem" ("revisionId", "documentId", "open", "whole")
  SELECT
    made.id, made."documentId",
    CASE WHEN made.type = 'flashcard' THEN made.stem || made.key ELSE made.stem END,
    made.stem || made.key || made.why
  FROM (
    SELECT
      revision.id, item."documentId", item.type,
      search_words(config, revision.stem, 'A') AS stem,
      search_words(config, array_to_string(revision.key, ' '), 'B') AS key,
      search_words(config, revision.explanation, 'D') AS why
    FROM "Revision" revision
    JOIN "Item" item ON item.id = revision."itemId"
    JOIN "Document" document ON document.id = item."documentId",
    LATERAL search_config(document.language) AS config
    WHERE revision.id = ANY(ids)
  ) AS made
$$;
CREATE FUNCTION search_new_revisions() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_add_revisions(ARRAY(SELECT id FROM fresh));
  RETURN NULL;
END $$;
CREATE TRIGGER search_revisions AFTER INSERT ON "Revision"
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_new_revisions();

-- A text that follows another takes its items along (docs/decisions/0008).
CREATE FUNCTION search_moved_item() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SearchItem" SET "documentId" = NEW."documentId"
  WHERE "revisionId" IN (SELECT id FROM "Revision" WHERE "itemId" = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER search_items AFTER UPDATE OF "documentId" ON "Item"
FOR EACH ROW WHEN (OLD."documentId" IS DISTINCT FROM NEW."documentId") EXECUTE FUNCTION search_moved_item();

SELECT search_add_revisions(ARRAY(SELECT id FROM "Revision"));
