-- AlterTable
ALTER TABLE "Learner" ADD COLUMN     "singleKeys" BOOLEAN NOT NULL DEFAULT true;
