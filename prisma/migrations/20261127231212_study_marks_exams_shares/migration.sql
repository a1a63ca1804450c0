-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "assisted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "DeckShare" (
    "deckId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeckShare_pkey" PRIMARY KEY ("deckId")
);

-- CreateTable
CREATE TABLE "DeckReader" (
    "learnerId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "since" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeckReader_pkey" PRIMARY KEY ("learnerId","deckId")
);

-- CreateTable
CREATE TABLE "DeckTag" (
    "learnerId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "DeckTag_pkey" PRIMARY KEY ("learnerId","deckId","name")
);

-- CreateTable
CREATE TABLE "FactMark" (
    "learnerId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "starred" BOOLEAN NOT NULL DEFAULT false,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "buriedUntil" TIMESTAMP(3),

    CONSTRAINT "FactMark_pkey" PRIMARY KEY ("learnerId","factId")
);

-- CreateTable
CREATE TABLE "FactTag" (
    "learnerId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "FactTag_pkey" PRIMARY KEY ("learnerId","factId","name")
);

-- CreateTable
CREATE TABLE "Exam" (
    "learnerId" UUID NOT NULL,
    "deckId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "target" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "setAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Exam_pkey" PRIMARY KEY ("learnerId","deckId")
);

-- CreateTable
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

-- CreateIndex
CREATE UNIQUE INDEX "DeckShare_secret_key" ON "DeckShare"("secret");

-- CreateIndex
CREATE INDEX "DeckReader_deckId_idx" ON "DeckReader"("deckId");

-- CreateIndex
CREATE INDEX "DeckTag_deckId_idx" ON "DeckTag"("deckId");

-- CreateIndex
CREATE INDEX "FactMark_factId_idx" ON "FactMark"("factId");

-- CreateIndex
CREATE INDEX "FactTag_learnerId_name_idx" ON "FactTag"("learnerId", "name");

-- CreateIndex
CREATE INDEX "FactTag_factId_idx" ON "FactTag"("factId");

-- CreateIndex
CREATE INDEX "Exam_deckId_idx" ON "Exam"("deckId");

-- AddForeignKey
ALTER TABLE "DeckShare" ADD CONSTRAINT "DeckShare_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckReader" ADD CONSTRAINT "DeckReader_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckReader" ADD CONSTRAINT "DeckReader_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckTag" ADD CONSTRAINT "DeckTag_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckTag" ADD CONSTRAINT "DeckTag_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactMark" ADD CONSTRAINT "FactMark_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactMark" ADD CONSTRAINT "FactMark_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTag" ADD CONSTRAINT "FactTag_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTag" ADD CONSTRAINT "FactTag_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exam" ADD CONSTRAINT "Exam_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exam" ADD CONSTRAINT "Exam_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FittedWeights" ADD CONSTRAINT "FittedWeights_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
