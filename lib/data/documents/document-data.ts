import 'server-only'
import type { DocumentFormat } from '../../core/document/document'
import type { Generated } from '../../core/item/item'
import type { Prisma } from '../../generated/prisma/client'

/** What the engine found of a document, as its row keeps it; without the title, which is the author's to change. */
export function documentData({ document, engine, refused }: Generated, format: DocumentFormat) {
  return {
    text: document.text,
    hash: document.hash,
    language: document.language,
    format,
    blocks: document.blocks as unknown as Prisma.InputJsonArray,
    refused: { ...refused },
    engine,
  }
}
