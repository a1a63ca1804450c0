-- An item that another one stands for is no rejected one: its deck does not list it.
-- AlterTable
ALTER TABLE "DeckChoice" ADD COLUMN     "replacedById" UUID;

-- CreateIndex
CREATE INDEX "DeckChoice_replacedById_idx" ON "DeckChoice"("replacedById");

-- AddForeignKey
ALTER TABLE "DeckChoice" ADD CONSTRAINT "DeckChoice_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;
