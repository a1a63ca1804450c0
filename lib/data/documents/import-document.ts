import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId, DocumentId } from '../../core/ids'
import type { Generated } from '../../core/item/item'
import { db } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { generateInWorker } from '../../work/generate-in-worker'
import type { WorkProgress } from '../../work/job'
import type { WorkRejection } from '../../work/run-in-worker'
import { documentData } from './document-data'
import { saveGenerated } from './save-generated'

export type ImportProgress = WorkProgress | { readonly phase: 'saving' }

export type ImportRejection =
  | WorkRejection
  /** `language`: ISO 639-3. The engine does not know it and makes nothing of it. */
  | { readonly kind: 'rejected'; readonly reason: 'unknown-language'; readonly language: string }
  /** `refused`: candidates by check, so that the author learns what stood in the way. */
  | {
      readonly kind: 'rejected'
      readonly reason: 'no-facts'
      readonly facts: number
      readonly refused: Readonly<Record<string, number>>
    }

export type Imported = {
  readonly kind: 'imported'
  readonly deckId: DeckId
  readonly documentId: DocumentId
  readonly facts: number
  readonly items: number
  readonly refused: Readonly<Record<string, number>>
  /** False: the viewer had this very text already, and nothing changed. */
  readonly fresh: boolean
}

export type ImportOptions = { onProgress?: (progress: ImportProgress) => void; signal?: AbortSignal }

/**
 * A text or a file as a document with facts, items and a deck of the viewer's own: all of it or nothing. The same text
 * again, under whatever title, is the same document.
 */
export async function importDocument(
  viewer: Viewer,
  input: { title: string | null; content: string | Uint8Array; fileName: string | null },
  { onProgress, signal }: ImportOptions,
  now: Date,
): Promise<Imported | ImportRejection> {
  const { content, fileName } = input
  const source =
    typeof content === 'string'
      ? { kind: 'text' as const, text: content }
      : { kind: 'bytes' as const, bytes: content, fileName: fileName ?? '' }
  const title = input.title?.trim() || titleOfFile(fileName)
  const result = await generateInWorker({ title, source }, { onProgress, signal })
  if (result.kind === 'rejected') return result
  const { generated } = result
  const { language } = generated.document
  if (generated.refused.language) return { kind: 'rejected', reason: 'unknown-language', language }
  if (generated.items.length === 0) {
    return { kind: 'rejected', reason: 'no-facts', facts: generated.facts.length, refused: generated.refused }
  }
  if (signal?.aborted) return { kind: 'rejected', reason: 'cancelled' }
  onProgress?.({ phase: 'saving' })
  return save(viewer, generated, result.format, now)
}

// "my-notes.txt" is a better title than the first line only when it reads like one.
function titleOfFile(fileName: string | null): string | null {
  const name = fileName
    ?.replace(/\.[^.]*$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
  return name && /\p{L}{3}.* .*\p{L}{3}/u.test(name) ? name : null
}

async function save(viewer: Viewer, generated: Generated, format: 'txt' | 'md', now: Date): Promise<Imported> {
  const found = await findImported(viewer, generated.document.hash)
  if (found) return found
  try {
    await db().$transaction(async (tx) => {
      const ownerId = viewer.learnerId
      const { id } = await tx.document.create({ data: { ownerId, createdAt: now, ...documentData(generated, format) } })
      await saveGenerated(tx, id, generated)
      await tx.deck.create({ data: { ownerId, documentId: id, title: generated.document.title, createdAt: now } })
    })
  } catch (error) {
    // The same text was being saved by another request of the same owner; theirs stands.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    const other = await findImported(viewer, generated.document.hash)
    if (!other) throw error
    return other
  }
  const saved = await findImported(viewer, generated.document.hash)
  if (!saved) throw new Error('The document that was just saved is not there.')
  return { ...saved, fresh: true }
}

async function findImported(viewer: Viewer, hash: string): Promise<Imported | null> {
  const ownerId = viewer.learnerId
  const document = await db().document.findFirst({
    where: { ownerId, hash },
    include: {
      decks: { where: { ownerId }, orderBy: { createdAt: 'asc' }, take: 1 },
      _count: { select: { facts: { where: { retired: false } }, items: { where: { retired: false } } } },
    },
  })
  const deck = document?.decks[0]
  if (!document || !deck) return null
  return {
    kind: 'imported',
    deckId: DeckId.parse(deck.id),
    documentId: DocumentId.parse(document.id),
    facts: document._count.facts,
    items: document._count.items,
    refused: document.refused as Record<string, number>,
    fresh: false,
  }
}
