-- Whether the last answer was wrong: what people are shown as chance of recall counts such a fact as not recalled.
ALTER TABLE "Memory" ADD COLUMN     "failed" BOOLEAN NOT NULL DEFAULT false;

-- From the log: the last review that stands and was answered without a hint.
UPDATE "Memory" m SET "failed" = TRUE FROM (
  SELECT DISTINCT ON (r."learnerId", r."factId") r."learnerId", r."factId", r."rating"
  FROM "Review" r
  WHERE r."reversesId" IS NULL AND NOT r."assisted"
    AND NOT EXISTS (SELECT 1 FROM "Review" u WHERE u."learnerId" = r."learnerId" AND u."reversesId" = r."id")
  ORDER BY r."learnerId", r."factId", r."at" DESC, r."id" DESC
) last
WHERE last."learnerId" = m."learnerId" AND last."factId" = m."factId" AND last."rating" = 'again';
