-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "distractorProofs" JSONB NOT NULL DEFAULT '{}';
