import 'server-only'
import { randomUUID } from 'node:crypto'
import type { DocumentFormat } from '../../core/document/document'
import { tidyTitle } from '../../core/document/normalise-text'
import { hasOwnTitle } from '../../core/document/structure-document'
import type { Generated } from '../../core/generation/generated'
import { DeckId, DocumentId } from '../../core/ids'
import type { Db, Tx } from '../../db'
import type { Prisma } from '../../generated/prisma/client'
import type { ModelConsent } from '../../model/consent'
import type { DocumentRead } from '../../workers/generate-in-worker'
import type { DocumentDeck, ImportWish, Upload } from './generation-job'

export type Imported = DocumentDeck & {
  readonly kind: 'imported'
  /** Facts of the deck, and items of the document. */
  readonly facts: number
  readonly items: number
  readonly refused: Readonly<Record<string, number>>
  /** False: the owner had this very text already. */
  readonly fresh: boolean
  /** What was begun for it all the same: the rest of its generation, or a reading by the model. */
  readonly begun: 'nothing' | 'rest' | 'model'
  /** False: it is being generated, or its generation stopped. */
  readonly complete: boolean
}

/** What the author calls the text, or else what its file is called. */
export function titlesOf({ title, fileName }: Upload): { title: string | null; fileTitle: string | null } {
  const typed = tidyTitle(title ?? '') || null
  return { title: typed, fileTitle: typed ? null : titleOfFile(fileName) }
}

// "my-notes.txt" is a better name than the first line only when it reads like one.
function titleOfFile(fileName: string | null): string | null {
  const name =
    fileName &&
    tidyTitle(
      fileName
        .replace(/^.*[/\\]/, '')
        .replace(/\.[^.]*$/, '')
        .replaceAll(/[_-]+/g, ' '),
    )
  return name && /\p{L}{3}.* .*\p{L}{3}/u.test(name) ? name : null
}

type NewDocument = {
  readonly ownerId: string
  readonly fileTitle: string | null
  readonly wish: ImportWish
  readonly now: Date
}

/** A document with its whole text, and a deck for its items. Its blocks are saved by `saveBlocks`. */
export async function createDocument(
  tx: Tx,
  { document, engine, format }: DocumentRead,
  { ownerId, fileTitle, wish, now }: NewDocument,
): Promise<DocumentDeck> {
  const { title, text, hash, language } = document
  const data = { ownerId, createdAt: now, title, text, hash, language, format, engine, refused: {}, blocks: [] }
  const { id } = await tx.document.create({ data, select: { id: true } })
  // A file's name is the deck's title if the text has none of its own; it is no title of the text.
  const deckTitle = hasOwnTitle(document) ? title : (fileTitle ?? title)
  const { depth } = wish
  const deck = await tx.deck.create({ data: { ownerId, documentId: id, title: deckTitle, depth, createdAt: now } })
  if (wish.model) await addReading(tx, id, wish.model, now)
  return { documentId: DocumentId.parse(id), deckId: DeckId.parse(deck.id) }
}

/**
 * Lets the model that the author consented to read a document when the rules are done: the rest of what was read in part, or
 * all of it again where another model has read it. False while it is read already, or where this model has read it all.
 */
export async function addReading(tx: Tx, documentId: string, consent: ModelConsent, now: Date): Promise<boolean> {
  const { model, host, place } = consent
  const waiting = {
    model,
    host,
    place,
    state: 'waiting',
    reason: '',
    resumeAt: null,
    consentedAt: now,
    leaseId: randomUUID(),
  }
  const saved = await tx.modelReading.findUnique({ where: { documentId } })
  if (!saved) {
    const reading = { documentId, ...waiting, heartbeatAt: now }
    return (await tx.modelReading.createMany({ data: [reading], skipDuplicates: true })).count > 0
  }
  const { state } = saved
  const isSame = saved.model === model && saved.host === host
  if (state === 'running' || (isSame && (state === 'waiting' || state === 'complete'))) return false
  const data = { ...waiting, heartbeatAt: now, resumed: 0, ...(state === 'complete' ? NOTHING_READ : {}) }
  return (await tx.modelReading.updateMany({ where: { documentId, state }, data })).count > 0
}

const NOTHING_READ = { partsDone: 0, parts: 0, heading: '', kept: 0, refused: 0, spentMs: 0 }

/** The blocks of a book are half as long as its text: saved by themselves, so that nobody waits for both at once. */
export async function saveBlocks(tx: Tx, documentId: string, blocks: Generated['document']['blocks']): Promise<void> {
  await tx.$executeRaw`UPDATE "Document" SET blocks = ${JSON.stringify(blocks)}::jsonb WHERE id = ${documentId}::uuid`
}

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

/** The owner's document of this text; if there is none, nobody else creates one until the transaction ends. */
export async function findOrReserve(tx: Tx, ownerId: string, hash: string): Promise<Imported | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`${ownerId} ${hash}`}))`
  return findImported(tx, ownerId, { hash })
}

/** The owner's document by its id, or by the hash of its text. */
export async function findImported(
  from: Db | Tx,
  ownerId: string,
  where: { readonly id: DocumentId } | { readonly hash: string },
): Promise<Imported | null> {
  const document = await from.document.findFirst({
    where: { ...where, ownerId },
    select: {
      id: true,
      refused: true,
      generation: { select: { state: true } },
      decks: { where: { ownerId }, orderBy: { createdAt: 'asc' }, take: 1, select: { id: true, facts: true } },
      _count: { select: { items: { where: { retired: false } } } },
    },
  })
  const deck = document?.decks[0]
  if (!document || !deck) return null
  return {
    kind: 'imported',
    deckId: DeckId.parse(deck.id),
    documentId: DocumentId.parse(document.id),
    facts: deck.facts,
    items: document._count.items,
    refused: document.refused as Record<string, number>,
    fresh: false,
    begun: 'nothing',
    complete: document.generation === null,
  }
}
