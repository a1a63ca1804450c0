-- CreateTable
CREATE TABLE "Making" (
    "documentId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "runId" UUID NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "takenUp" INTEGER NOT NULL DEFAULT 0,
    "readTo" INTEGER NOT NULL DEFAULT 0,
    "facts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Making_pkey" PRIMARY KEY ("documentId")
);

-- AddForeignKey
ALTER TABLE "Making" ADD CONSTRAINT "Making_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
