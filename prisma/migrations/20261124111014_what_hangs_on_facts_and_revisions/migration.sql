-- CreateIndex
CREATE INDEX "DeckChoice_itemId_idx" ON "DeckChoice"("itemId");

-- CreateIndex
CREATE INDEX "DeckChoice_revisionId_idx" ON "DeckChoice"("revisionId");

-- CreateIndex
CREATE INDEX "Memory_factId_idx" ON "Memory"("factId");

-- CreateIndex
CREATE INDEX "QuizQuestion_revisionId_idx" ON "QuizQuestion"("revisionId");

-- CreateIndex
CREATE INDEX "Review_factId_idx" ON "Review"("factId");
