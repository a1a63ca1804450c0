-- AlterTable
ALTER TABLE "ModelReading" ADD COLUMN     "resumeAt" TIMESTAMP(3);
