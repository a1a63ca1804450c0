-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "expected" DOUBLE PRECISION,
ADD COLUMN     "stability" DOUBLE PRECISION;
