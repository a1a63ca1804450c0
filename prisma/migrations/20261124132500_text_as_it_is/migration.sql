-- Squeezing a book takes longer than saving it, and everybody waits meanwhile on the embedded database.
ALTER TABLE "Document" ALTER COLUMN "text" SET STORAGE EXTERNAL;
