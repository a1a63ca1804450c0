-- AlterTable
ALTER TABLE "ModelReading" ADD COLUMN     "host" TEXT NOT NULL DEFAULT '';
