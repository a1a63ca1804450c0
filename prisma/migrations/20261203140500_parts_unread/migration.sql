-- AlterTable
ALTER TABLE "ModelReading" ADD COLUMN     "partsUnread" INTEGER NOT NULL DEFAULT 0;
