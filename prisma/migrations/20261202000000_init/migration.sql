-- The whole schema. Prisma makes the tables, indexes and foreign keys of the first part (prisma/schema.prisma says what they
-- mean); the parts after it are SQL that Prisma has no word for. Until the first release this file is edited in place:
-- `node scripts/run.mjs scripts/make-migration.ts --print` prints what it still lacks of the schema.

-- ----------------------------------------------------------------------
-- Enums
-- ----------------------------------------------------------------------

CREATE TYPE "IdentityKind" AS ENUM ('guest', 'code', 'account', 'oidc');

CREATE TYPE "Choice" AS ENUM ('accepted', 'rejected');

CREATE TYPE "ReviewSource" AS ENUM ('card', 'question');

CREATE TYPE "QuizMode" AS ENUM ('practice', 'test');

CREATE TYPE "Role" AS ENUM ('teacher', 'learner');

-- ----------------------------------------------------------------------
-- People: a learner, the ways to sign in, sessions
-- ----------------------------------------------------------------------

CREATE TABLE "Learner" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "dayStartHour" INTEGER NOT NULL DEFAULT 4,
    "desiredRetention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "newPerDay" INTEGER NOT NULL DEFAULT 20,
    "duePerDay" INTEGER NOT NULL DEFAULT 200,
    "singleKeys" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Learner_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Identity" (
    "id" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "kind" "IdentityKind" NOT NULL,
    "email" TEXT,
    "passwordHash" TEXT,
    "issuer" TEXT,
    "subject" TEXT,
    "classId" UUID,
    "returnHash" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Identity_email_key" ON "Identity"("email");
CREATE UNIQUE INDEX "Identity_returnHash_key" ON "Identity"("returnHash");
CREATE INDEX "Identity_learnerId_idx" ON "Identity"("learnerId");
CREATE UNIQUE INDEX "Identity_issuer_subject_key" ON "Identity"("issuer", "subject");

CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "identityId" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Session_learnerId_idx" ON "Session"("learnerId");

CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- ----------------------------------------------------------------------
-- Documents, what generation has reached, facts
-- ----------------------------------------------------------------------

CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "ownerId" UUID,
    "slug" TEXT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "format" TEXT NOT NULL DEFAULT 'txt',
    "blocks" JSONB NOT NULL,
    "refused" JSONB NOT NULL,
    "engine" TEXT NOT NULL,
    "followsId" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Document_slug_key" ON "Document"("slug");
CREATE UNIQUE INDEX "Document_followsId_key" ON "Document"("followsId");
CREATE UNIQUE INDEX "Document_ownerId_hash_key" ON "Document"("ownerId", "hash");

CREATE TABLE "GenerationJob" (
    "id" UUID NOT NULL,
    "ownerId" UUID,
    "documentId" UUID,
    "source" BYTEA,
    "title" TEXT,
    "fileName" TEXT,
    "state" TEXT NOT NULL,
    "leaseId" UUID NOT NULL,
    "heartbeatAt" TIMESTAMP(3) NOT NULL,
    "resumed" INTEGER NOT NULL DEFAULT 0,
    "readTo" INTEGER NOT NULL DEFAULT 0,
    "facts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GenerationJob_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "GenerationJob_documentId_key" ON "GenerationJob"("documentId");
CREATE INDEX "GenerationJob_ownerId_idx" ON "GenerationJob"("ownerId");

CREATE TABLE "Fact" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "contentKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "spans" JSONB NOT NULL,
    "answerSpan" JSONB,
    "engine" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Fact_documentId_position_idx" ON "Fact"("documentId", "position");
CREATE UNIQUE INDEX "Fact_documentId_contentKey_key" ON "Fact"("documentId", "contentKey");
CREATE UNIQUE INDEX "Fact_id_documentId_key" ON "Fact"("id", "documentId");

-- ----------------------------------------------------------------------
-- Items, the facts they test, their revisions
-- ----------------------------------------------------------------------

CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "contentKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Item_documentId_position_idx" ON "Item"("documentId", "position");
CREATE UNIQUE INDEX "Item_documentId_contentKey_key" ON "Item"("documentId", "contentKey");

CREATE TABLE "ItemFact" (
    "itemId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "slot" INTEGER NOT NULL,

    CONSTRAINT "ItemFact_pkey" PRIMARY KEY ("itemId","slot")
);
CREATE INDEX "ItemFact_factId_idx" ON "ItemFact"("factId");

CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" UUID,
    "stem" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "keyText" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "isCard" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Revision_itemId_number_key" ON "Revision"("itemId", "number");

-- ----------------------------------------------------------------------
-- Decks, what their authors decided, who else reads them
-- ----------------------------------------------------------------------

CREATE TABLE "Deck" (
    "id" UUID NOT NULL,
    "ownerId" UUID,
    "documentId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "facts" INTEGER NOT NULL DEFAULT 0,
    "cards" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Deck_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Deck_ownerId_idx" ON "Deck"("ownerId");
CREATE INDEX "Deck_documentId_idx" ON "Deck"("documentId");

CREATE TABLE "DeckChoice" (
    "deckId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "choice" "Choice" NOT NULL,
    "revisionId" UUID,
    "decidedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeckChoice_pkey" PRIMARY KEY ("deckId","itemId")
);
CREATE INDEX "DeckChoice_itemId_idx" ON "DeckChoice"("itemId");
CREATE INDEX "DeckChoice_revisionId_idx" ON "DeckChoice"("revisionId");

CREATE TABLE "DeckShare" (
    "deckId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeckShare_pkey" PRIMARY KEY ("deckId")
);
CREATE UNIQUE INDEX "DeckShare_secret_key" ON "DeckShare"("secret");

CREATE TABLE "DeckReader" (
    "learnerId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "since" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeckReader_pkey" PRIMARY KEY ("learnerId","deckId")
);
CREATE INDEX "DeckReader_deckId_idx" ON "DeckReader"("deckId");

CREATE TABLE "DeckTag" (
    "learnerId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "DeckTag_pkey" PRIMARY KEY ("learnerId","deckId","name")
);
CREATE INDEX "DeckTag_deckId_idx" ON "DeckTag"("deckId");

CREATE TABLE "DeckFact" (
    "deckId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "hasCard" BOOLEAN NOT NULL,

    CONSTRAINT "DeckFact_pkey" PRIMARY KEY ("deckId","factId")
);
CREATE INDEX "DeckFact_factId_idx" ON "DeckFact"("factId");

CREATE TABLE "DeckProgress" (
    "learnerId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "met" INTEGER NOT NULL,
    "lastStudied" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DeckProgress_pkey" PRIMARY KEY ("learnerId","deckId")
);
CREATE INDEX "DeckProgress_learnerId_lastStudied_idx" ON "DeckProgress"("learnerId", "lastStudied" DESC);
CREATE INDEX "DeckProgress_deckId_idx" ON "DeckProgress"("deckId");

-- ----------------------------------------------------------------------
-- Study: memories, reviews, flags and tags of facts, exams, fitted weights
-- ----------------------------------------------------------------------

CREATE TABLE "Memory" (
    "learnerId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "lastReview" TIMESTAMP(3) NOT NULL,
    "due" TIMESTAMP(3) NOT NULL,
    "step" INTEGER NOT NULL,
    "reviews" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "failed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Memory_pkey" PRIMARY KEY ("learnerId","factId")
);
CREATE INDEX "Memory_learnerId_state_due_idx" ON "Memory"("learnerId", "state", "due");
CREATE INDEX "Memory_learnerId_documentId_state_due_idx" ON "Memory"("learnerId", "documentId", "state", "due");
CREATE INDEX "Memory_factId_idx" ON "Memory"("factId");

CREATE TABLE "Review" (
    "learnerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "itemId" UUID,
    "revisionId" UUID,
    "source" "ReviewSource" NOT NULL,
    "rating" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "durationMs" INTEGER,
    "assisted" BOOLEAN NOT NULL DEFAULT false,
    "scheduled" BOOLEAN NOT NULL,
    "stability" DOUBLE PRECISION,
    "expected" DOUBLE PRECISION,
    "parameters" TEXT NOT NULL,
    "reversesId" UUID,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("learnerId","id")
);
CREATE INDEX "Review_learnerId_factId_at_idx" ON "Review"("learnerId", "factId", "at");
CREATE INDEX "Review_learnerId_at_idx" ON "Review"("learnerId", "at");
CREATE INDEX "Review_factId_idx" ON "Review"("factId");
CREATE UNIQUE INDEX "Review_learnerId_reversesId_key" ON "Review"("learnerId", "reversesId");

CREATE TABLE "FactFlag" (
    "learnerId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "starred" BOOLEAN NOT NULL DEFAULT false,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "buriedUntil" TIMESTAMP(3),

    CONSTRAINT "FactFlag_pkey" PRIMARY KEY ("learnerId","factId")
);
CREATE INDEX "FactFlag_factId_idx" ON "FactFlag"("factId");

CREATE TABLE "FactTag" (
    "learnerId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "FactTag_pkey" PRIMARY KEY ("learnerId","factId","name")
);
CREATE INDEX "FactTag_learnerId_name_idx" ON "FactTag"("learnerId", "name");
CREATE INDEX "FactTag_factId_idx" ON "FactTag"("factId");

CREATE TABLE "Exam" (
    "learnerId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "target" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "setAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Exam_pkey" PRIMARY KEY ("learnerId","deckId")
);
CREATE INDEX "Exam_deckId_idx" ON "Exam"("deckId");

CREATE TABLE "FittedWeights" (
    "learnerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "weights" JSONB NOT NULL,
    "reviews" INTEGER NOT NULL,
    "lossBefore" DOUBLE PRECISION NOT NULL,
    "lossAfter" DOUBLE PRECISION NOT NULL,
    "inUse" BOOLEAN NOT NULL,
    "fittedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FittedWeights_pkey" PRIMARY KEY ("learnerId","id")
);

-- ----------------------------------------------------------------------
-- Quizzes, attempts, responses
-- ----------------------------------------------------------------------

CREATE TABLE "Quiz" (
    "id" UUID NOT NULL,
    "ownerId" UUID,
    "deckId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "mode" "QuizMode" NOT NULL DEFAULT 'practice',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Quiz_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Quiz_ownerId_idx" ON "Quiz"("ownerId");
CREATE INDEX "Quiz_deckId_idx" ON "Quiz"("deckId");

CREATE TABLE "QuizQuestion" (
    "quizId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "revisionId" UUID NOT NULL,

    CONSTRAINT "QuizQuestion_pkey" PRIMARY KEY ("quizId","position")
);
CREATE INDEX "QuizQuestion_revisionId_idx" ON "QuizQuestion"("revisionId");

CREATE TABLE "Attempt" (
    "learnerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "quizId" UUID NOT NULL,
    "assignmentId" UUID,
    "mode" "QuizMode" NOT NULL DEFAULT 'practice',
    "flagged" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMP(3),
    "points" DOUBLE PRECISION,
    "outOf" INTEGER,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("learnerId","id")
);
CREATE INDEX "Attempt_quizId_idx" ON "Attempt"("quizId");
CREATE INDEX "Attempt_assignmentId_idx" ON "Attempt"("assignmentId");

CREATE TABLE "Response" (
    "learnerId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "revisionId" UUID NOT NULL,
    "response" JSONB NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,
    "durationMs" INTEGER,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("learnerId","attemptId","position")
);

-- ----------------------------------------------------------------------
-- Classes, members, assignments
-- ----------------------------------------------------------------------

CREATE TABLE "Class" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Class_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Class_code_key" ON "Class"("code");

CREATE TABLE "Membership" (
    "classId" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "name" TEXT NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("classId","learnerId")
);
CREATE INDEX "Membership_learnerId_idx" ON "Membership"("learnerId");

CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "quizId" UUID,
    "title" TEXT NOT NULL,
    "opensAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Assignment_classId_idx" ON "Assignment"("classId");
CREATE INDEX "Assignment_deckId_idx" ON "Assignment"("deckId");

-- ----------------------------------------------------------------------
-- Foreign keys
-- ----------------------------------------------------------------------

ALTER TABLE "Identity" ADD CONSTRAINT "Identity_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Session" ADD CONSTRAINT "Session_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Session" ADD CONSTRAINT "Session_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Document" ADD CONSTRAINT "Document_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Document" ADD CONSTRAINT "Document_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "GenerationJob" ADD CONSTRAINT "GenerationJob_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GenerationJob" ADD CONSTRAINT "GenerationJob_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Fact" ADD CONSTRAINT "Fact_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Item" ADD CONSTRAINT "Item_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ItemFact" ADD CONSTRAINT "ItemFact_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemFact" ADD CONSTRAINT "ItemFact_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Revision" ADD CONSTRAINT "Revision_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Deck" ADD CONSTRAINT "Deck_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Deck" ADD CONSTRAINT "Deck_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DeckChoice" ADD CONSTRAINT "DeckChoice_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeckChoice" ADD CONSTRAINT "DeckChoice_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeckChoice" ADD CONSTRAINT "DeckChoice_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DeckShare" ADD CONSTRAINT "DeckShare_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DeckReader" ADD CONSTRAINT "DeckReader_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeckReader" ADD CONSTRAINT "DeckReader_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DeckTag" ADD CONSTRAINT "DeckTag_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeckTag" ADD CONSTRAINT "DeckTag_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DeckFact" ADD CONSTRAINT "DeckFact_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeckFact" ADD CONSTRAINT "DeckFact_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DeckProgress" ADD CONSTRAINT "DeckProgress_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeckProgress" ADD CONSTRAINT "DeckProgress_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Memory" ADD CONSTRAINT "Memory_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Memory" ADD CONSTRAINT "Memory_factId_documentId_fkey" FOREIGN KEY ("factId", "documentId") REFERENCES "Fact"("id", "documentId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Review" ADD CONSTRAINT "Review_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Review" ADD CONSTRAINT "Review_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "FactFlag" ADD CONSTRAINT "FactFlag_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FactFlag" ADD CONSTRAINT "FactFlag_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "FactTag" ADD CONSTRAINT "FactTag_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FactTag" ADD CONSTRAINT "FactTag_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Exam" ADD CONSTRAINT "Exam_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Exam" ADD CONSTRAINT "Exam_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "FittedWeights" ADD CONSTRAINT "FittedWeights_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Learner"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "QuizQuestion" ADD CONSTRAINT "QuizQuestion_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "QuizQuestion" ADD CONSTRAINT "QuizQuestion_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Response" ADD CONSTRAINT "Response_learnerId_attemptId_fkey" FOREIGN KEY ("learnerId", "attemptId") REFERENCES "Attempt"("learnerId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Membership" ADD CONSTRAINT "Membership_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ----------------------------------------------------------------------
-- Storage
-- ----------------------------------------------------------------------

-- Compressing a book takes longer than saving it, and on the embedded database everybody waits meanwhile.
ALTER TABLE "Document" ALTER COLUMN "text" SET STORAGE EXTERNAL;

-- ----------------------------------------------------------------------
-- Who may see a deck
-- ----------------------------------------------------------------------

-- lib/data/decks/deck-access.ts asks this view, for Prisma and for SQL. Each part is found by an index. Whoever is not signed
-- in has no rows here and sees what ships with the app.
CREATE TYPE "AccessBy" AS ENUM ('owner', 'shipped', 'class', 'link');
CREATE VIEW "DeckAccess" AS
  SELECT "ownerId" AS "learnerId", "id" AS "deckId", 'owner'::"AccessBy" AS "by" FROM "Deck" WHERE "ownerId" IS NOT NULL
  UNION ALL
  SELECT l."id", d."id", 'shipped' FROM "Deck" d CROSS JOIN "Learner" l WHERE d."ownerId" IS NULL
  UNION ALL
  SELECT m."learnerId", a."deckId", 'class' FROM "Membership" m JOIN "Assignment" a ON a."classId" = m."classId"
  UNION ALL
  SELECT r."learnerId", r."deckId", 'link' FROM "DeckReader" r JOIN "DeckShare" s ON s."deckId" = r."deckId";

-- ----------------------------------------------------------------------
-- Which items a deck shows, and which of its facts have a card
-- ----------------------------------------------------------------------

-- lib/data/decks/shown-items.ts and `refresh_deck_facts` ask this view. Tier A is shown unless its author rejects it, other items
-- once their author accepts them, and what the engine gave up only where it was accepted.
CREATE TYPE "ItemStatus" AS ENUM ('accepted', 'rejected', 'ready', 'unreviewed', 'retired');
CREATE VIEW "DeckItem" AS
  SELECT d."id" AS "deckId", i."id" AS "itemId", s."status", s."status" IN ('accepted', 'ready') AS "isShown",
    coalesce(c."revisionId", (
      SELECT r."id" FROM "Revision" r WHERE r."itemId" = i."id" AND r."authorId" IS NULL ORDER BY r."number" DESC LIMIT 1
    )) AS "revisionId"
  FROM "Deck" d
  JOIN "Item" i ON i."documentId" = d."documentId"
  LEFT JOIN "DeckChoice" c ON c."deckId" = d."id" AND c."itemId" = i."id"
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN c."choice" = 'accepted' THEN 'accepted'
      WHEN c."choice" = 'rejected' THEN 'rejected'
      WHEN i."retired" THEN 'retired'
      WHEN i."tier" = 'A' THEN 'ready'
      ELSE 'unreviewed'
    END::"ItemStatus" AS "status"
  ) s;

-- ----------------------------------------------------------------------
-- Counts of decks and of learners' progress
-- (lib/data/study/summaries.data.test.ts holds that they equal a full count)
-- ----------------------------------------------------------------------

-- Two locks of a transaction for each document: whoever changes what its decks ask takes the first, alone; whoever saves or
-- deletes memories of its facts takes the second, beside others. Without them a learner and an author at the same moment would
-- each count what the other is about to change. They are advisory, so that a rating does not write to the deck's row, and are
-- taken in the order of ids, so that two who hold several do not wait for each other.
CREATE FUNCTION lock_deck_counts(document_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(document.id::text, 1))
  FROM (SELECT DISTINCT unnest(document_ids) AS id ORDER BY 1) document;
END $$;
CREATE FUNCTION lock_deck_counts_shared(document_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(document.id::text, 1))
  FROM (SELECT DISTINCT unnest(document_ids) AS id ORDER BY 1) document;
END $$;

CREATE FUNCTION recount_progress(learner uuid, deck uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  studied record;
BEGIN
  SELECT count(*) FILTER (WHERE f."hasCard") AS met, max(m."lastReview") AS last INTO studied
  FROM "DeckFact" f JOIN "Memory" m ON m."learnerId" = learner AND m."factId" = f."factId"
  WHERE f."deckId" = deck;
  IF studied.last IS NULL THEN
    DELETE FROM "DeckProgress" WHERE "learnerId" = learner AND "deckId" = deck;
  ELSE
    INSERT INTO "DeckProgress" VALUES (learner, deck, studied.met, studied.last)
    ON CONFLICT ("learnerId", "deckId") DO UPDATE SET "met" = EXCLUDED."met", "lastStudied" = EXCLUDED."lastStudied";
  END IF;
END $$;

-- What all decks ask of these facts, with the counts of the decks and the progress of whoever has met what changed. Called by
-- lib/data/decks/refresh-deck-facts.ts; it is a function because the lock, the rows and the counts need one statement each.
CREATE FUNCTION refresh_deck_facts(fact_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changed_decks uuid[];
  changed_facts uuid[];
BEGIN
  PERFORM lock_deck_counts(ARRAY(SELECT "documentId" FROM "Fact" WHERE "id" = ANY (fact_ids)));
  WITH pair AS (
    SELECT d."id" AS "deckId", f."id" AS "factId"
    FROM "Fact" f JOIN "Deck" d ON d."documentId" = f."documentId" WHERE f."id" = ANY (fact_ids)
  ), before AS (
    SELECT x.* FROM pair p JOIN "DeckFact" x ON x."deckId" = p."deckId" AND x."factId" = p."factId"
  ), asked AS (
    SELECT p."deckId", p."factId", bool_or(l."slot" = 0 AND coalesce(r."isCard", false)) AS "hasCard"
    FROM pair p
    JOIN "ItemFact" l ON l."factId" = p."factId"
    -- OFFSET 0 keeps the planner from joining each fact with all items of its document.
    CROSS JOIN LATERAL (
      SELECT i."revisionId" FROM "DeckItem" i
      WHERE i."deckId" = p."deckId" AND i."itemId" = l."itemId" AND i."isShown" OFFSET 0
    ) i
    LEFT JOIN "Revision" r ON r."id" = i."revisionId"
    GROUP BY 1, 2
  ), deleted AS (
    DELETE FROM "DeckFact" x USING before b
    WHERE x."deckId" = b."deckId" AND x."factId" = b."factId"
      AND NOT EXISTS (SELECT 1 FROM asked a WHERE a."deckId" = b."deckId" AND a."factId" = b."factId")
    RETURNING x."deckId", x."factId"
  ), saved AS (
    INSERT INTO "DeckFact" ("deckId", "factId", "hasCard") SELECT "deckId", "factId", "hasCard" FROM asked
    ON CONFLICT ("deckId", "factId") DO UPDATE SET "hasCard" = EXCLUDED."hasCard"
      WHERE "DeckFact"."hasCard" <> EXCLUDED."hasCard"
    RETURNING "deckId", "factId"
  ), difference AS (
    SELECT "deckId", sum("fact") AS "facts", sum("card") AS "cards" FROM (
      SELECT "deckId", 1 AS "fact", "hasCard"::int AS "card" FROM asked
      UNION ALL SELECT "deckId", -1, -"hasCard"::int FROM before
    ) entry GROUP BY 1
  ), counted AS (
    UPDATE "Deck" d SET "facts" = d."facts" + n."facts", "cards" = d."cards" + n."cards"
    FROM difference n WHERE n."deckId" = d."id" AND (n."facts" <> 0 OR n."cards" <> 0)
  )
  SELECT array_agg("deckId"), array_agg("factId") INTO changed_decks, changed_facts
  FROM (SELECT * FROM deleted UNION ALL SELECT * FROM saved) changed;
  PERFORM recount_progress("learnerId", "deckId") FROM (
    SELECT DISTINCT m."learnerId", c."deckId"
    FROM unnest(changed_decks, changed_facts) c("deckId", "factId") JOIN "Memory" m ON m."factId" = c."factId") pair;
END $$;

-- ----------------------------------------------------------------------
-- Search (docs/decisions/0024)
-- ----------------------------------------------------------------------

-- What search looks into. All of it can be made again from the other tables: Prisma does not know
-- these, and no backup holds them. The words of items are kept by the triggers
-- below, because revisions are written in four places and a result that is missing is noticed by nobody; those of texts by
-- lib/data/search/index-text.ts.

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
-- lib/data/search/typos.ts adds an index by trigrams.
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
      search_words(config, revision."keyText", 'B') AS key,
      search_words(config, revision.explanation, 'D') AS why
    FROM "Revision" revision
    JOIN "Item" item ON item.id = revision."itemId"
    JOIN "Document" document ON document.id = item."documentId",
    LATERAL search_config(document.language) AS config
    WHERE revision.id = ANY(ids)
  ) AS made
$$;
CREATE FUNCTION search_add_new_revisions() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_add_revisions(ARRAY(SELECT id FROM fresh));
  RETURN NULL;
END $$;
CREATE TRIGGER revision_insert_adds_search_words AFTER INSERT ON "Revision"
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_add_new_revisions();

-- A text that follows another takes its items along (docs/decisions/0008).
CREATE FUNCTION search_move_item() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SearchItem" SET "documentId" = NEW."documentId"
  WHERE "revisionId" IN (SELECT id FROM "Revision" WHERE "itemId" = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER item_move_moves_search_words AFTER UPDATE OF "documentId" ON "Item"
FOR EACH ROW WHEN (OLD."documentId" IS DISTINCT FROM NEW."documentId") EXECUTE FUNCTION search_move_item();

-- New words of an index wait in a list that every search reads to its end. The embedded database has nobody who empties it in
-- between, and four megabytes of it cost a search more than all else: a list of this length (in kB) costs nothing to speak of.
ALTER INDEX "SearchItem_open_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "SearchItem_whole_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "SearchPassage_words_idx" SET (gin_pending_list_limit = 256);

-- Whether a word may be what was meant by another: no shorter by more than the three letters that core/document/closest-word.ts
-- allows. Its price is what comparing words by their trigrams costs, which the planner takes for nothing and would do with
-- each word there is.
CREATE FUNCTION search_may_mean(word TEXT, typed TEXT) RETURNS BOOLEAN LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
BEGIN
  RETURN length(word) >= length(typed) - 3;
END $$;
