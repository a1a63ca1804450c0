import 'server-only'
import { isGuest, type Viewer } from '../../core/people/viewer'
import { countWords } from '../../core/shared/count-words'
import { DOCUMENT_CHARACTERS } from '../../core/shared/input-limits'
import { DOCUMENT_LIMITS, OWN_DOCUMENT_LIMITS } from '../../core/shared/rate-limits'
import { db, type Tx } from '../../db'
import type { Batch, DocumentRead, GenerateResult, GenerateTask } from '../../workers/generate-in-worker'
import { type GenerateRejection, rejectTooLarge } from '../../workers/generate-in-worker'
import { listDeckFacts } from '../decks/list-deck-facts'
import { isShuttingDown } from '../leases'
import { type Claim, type LimitReached, takeFromLimits } from '../rate-limits'
import { indexText } from '../search/index-text'
import {
  addReading,
  createDocument,
  findImported,
  findOrReserve,
  type Imported,
  saveBlocks,
  titlesOf,
} from './document-row'
import { generateAgain, generatePartByPart, type JobOptions } from './generate-document'
import {
  attachDocument,
  claimStopped,
  type DocumentDeck,
  discardUpload,
  enqueueImport,
  type ImportWish,
  type JobProgress,
  type Lease,
  NO_WISH,
  removeJob,
  requesterFor,
  runningClock,
  type Upload,
  withLease,
} from './generation-job'
import { inOneTransaction } from './merge-generated'
import { rankDocument } from './rank-items'
import { type Created, isReadyCard, partition } from './save-parts'
import { replaceRefusals } from './save-refusals'
import { upsertBatch } from './upsert-facts-and-items'

export type ImportRejection =
  | GenerateRejection
  /** `language`: ISO 639-3. The engine does not know it and makes nothing of it. */
  | { readonly kind: 'rejected'; readonly reason: 'unknown-language'; readonly language: string }
  /** `refused`: candidates by check, so that the author learns what the reasons were. */
  | {
      readonly kind: 'rejected'
      readonly reason: 'no-facts'
      readonly refused: Readonly<Record<string, number>>
    }
  /** By its owner, while it was being generated. */
  | { readonly kind: 'rejected'; readonly reason: 'deleted' }
  /** The server stops; the next process generates the document. */
  | { readonly kind: 'rejected'; readonly reason: 'shutdown' }

/** The first cards can be studied while the rest is generated. */
export type Started = DocumentDeck & { readonly cards: number }

/** Not complete: what was generated stays, and the deck says why and offers the rest. */
type ImportStopped = DocumentDeck & { readonly kind: 'stopped'; readonly why: GenerateRejection | null }

export type ImportProgress = Parameters<NonNullable<JobOptions['onProgress']>>[0]

export type ImportOptions = JobOptions & {
  /** Nothing more is saved before the promise resolves. */
  readonly onStarted?: ((started: Started) => void | Promise<void>) | undefined
}

export type ImportResult = Imported | ImportStopped | ImportRejection

export type Sender = { readonly viewer: Viewer; readonly address: string }

/** `importDocument` for requests: within what a person and an address may import in a time. */
export async function importWithinLimits(
  viewer: Viewer,
  upload: Upload & { readonly address: string },
  options: ImportOptions,
  now: Date,
): Promise<ImportResult | LimitReached> {
  const sender = { viewer, address: upload.address }
  const documents = await takeFromLimits(claimDocument(sender), now)
  if (documents.kind === 'rejected') return documents
  // Nothing of a longer text is saved.
  const characters = await takeFromLimits(
    claimCharacters(sender, Math.min(DOCUMENT_CHARACTERS, upload.content.length)),
    now,
  )
  if (characters.kind === 'rejected') return characters
  const result = await importDocument(viewer, upload, options, now)
  const isSaved = result.kind === 'stopped' || (result.kind === 'imported' && (result.fresh || result.begun === 'rest'))
  if (!isSaved) await characters.giveBack()
  return result
}

/** For one document that is sent or copied. */
export const claimDocument = (sender: Sender): Claim[] => claim('documents', sender, 1)

/** For the characters of a document that may be saved. */
export const claimCharacters = (sender: Sender, points: number): Claim[] => claim('characters', sender, points)

function claim(what: 'documents' | 'characters', { viewer, address }: Sender, points: number): Claim[] {
  const isKnown = !isGuest(viewer)
  const { person, address: shared } = DOCUMENT_LIMITS[isKnown ? 'known' : 'guest']
  const orElse = isKnown && { orElse: { limit: OWN_DOCUMENT_LIMITS[what], key: viewer.learnerId, points } }
  return [
    { limit: person[what], key: viewer.learnerId, points },
    { limit: shared[what], key: address, points, ...orElse },
  ]
}

/**
 * A text or a file as a document with facts, items and a deck of the viewer's own. A long one is saved from its first
 * cards on, and can be studied while the rest is generated (docs/decisions/0010); a short one is saved whole or not at all.
 * The same text again, under whatever title, is the same document; if its generation stopped, it is resumed, and a model that
 * may read it now reads it.
 */
export async function importDocument(
  viewer: Viewer,
  upload: Upload,
  options: ImportOptions,
  now: Date,
): Promise<ImportResult> {
  const large = rejectTooLarge(sourceOf(upload))
  if (large) return large
  const clock = runningClock(now)
  const lease = await enqueueImport(viewer.learnerId, upload, clock)
  try {
    const result = await runImport(lease, { ownerId: viewer.learnerId, upload }, options)
    if (isShuttingDown() && isUnfinished(result)) return { kind: 'rejected', reason: 'shutdown' }
    return result.kind === 'duplicate' ? await resumeDuplicate(viewer, result.duplicate, options, clock) : result
  } finally {
    if (!isShuttingDown()) await discardUpload(lease)
  }
}

const isUnfinished = (result: ImportResult | Duplicate): boolean =>
  result.kind === 'stopped' || (result.kind === 'rejected' && result.reason === 'cancelled')

type ImportJob = { readonly ownerId: string; readonly upload: Upload }
type Duplicate = { readonly kind: 'duplicate'; readonly duplicate: Imported }

/** Runs an import that has no document yet, in the request that sent it or in a later process. */
export async function runImport(
  lease: Lease,
  { ownerId, upload }: ImportJob,
  options: ImportOptions,
): Promise<ImportResult | Duplicate> {
  const { title, fileTitle } = titlesOf(upload)
  const { wish = NO_WISH } = upload
  const owner = { ownerId, fileTitle, wish }
  const result = await generatePartByPart<Imported>(
    lease,
    { title, source: sourceOf(upload) },
    {
      kind: 'new',
      keepEmpty: mayBeEmpty(wish),
      create: (read, progress) => createWithLease(lease, read, progress, owner),
      onStarted: (document, batch) => options.onStarted?.({ ...document, cards: countCards(batch) }),
    },
    { ...options, requester: await requesterFor(ownerId) },
  )
  switch (result.kind) {
    case 'generated':
      return saveWhole(lease, result, owner, options)
    case 'complete':
      return importedOf(ownerId, result.document)
    case 'stopped':
      return stoppedOf(ownerId, result.document, result.why)
    case 'nothing':
      return { kind: 'rejected', reason: 'no-facts', refused: result.refused }
    case 'duplicate':
    case 'rejected':
      return result
  }
}

function sourceOf({ content, fileName }: Upload): GenerateTask['source'] {
  return typeof content === 'string'
    ? { kind: 'text', text: content }
    : { kind: 'bytes', bytes: content, fileName: fileName ?? '' }
}

/** Study shows one for each fact. */
function countCards({ items }: Batch): number {
  const cards = items.filter(({ item }) => isReadyCard(item))
  return new Set(cards.map(({ item }) => item.factIds[0])).size
}

/** Its author makes items by other means than the rules. */
const mayBeEmpty = ({ keepEmpty, model }: ImportWish): boolean => keepEmpty || model !== null

type Owner = { readonly ownerId: string; readonly fileTitle: string | null; readonly wish: ImportWish }

/** The owner's document of this text. What they consented to now holds for it too. */
async function findDuplicate(tx: Tx, { ownerId, wish }: Owner, hash: string, now: Date): Promise<Imported | null> {
  const duplicate = await findOrReserve(tx, ownerId, hash)
  const isRead = duplicate && wish.model && (await addReading(tx, duplicate.documentId, wish.model, now))
  return isRead ? { ...duplicate, begun: 'model' } : duplicate
}

/** The first save of a document that comes in parts: its text and a deck. */
function createWithLease(
  lease: Lease,
  read: DocumentRead,
  progress: JobProgress,
  owner: Owner,
): Promise<Created<Imported>> {
  return withLease(lease, progress, async (tx): Promise<Created<Imported>> => {
    const duplicate = await findDuplicate(tx, owner, read.document.hash, lease.clock())
    if (duplicate) return { kind: 'duplicate', duplicate }
    const document = await createDocument(tx, read, { ...owner, now: lease.clock() })
    await attachDocument(tx, lease, document.documentId)
    return { kind: 'created', document }
  })
}

/** A short document in one transaction. */
async function saveWhole(
  lease: Lease,
  { generated, format }: Extract<GenerateResult, { kind: 'generated' }>,
  owner: Owner,
  { signal, onProgress }: ImportOptions,
): Promise<ImportResult | Duplicate> {
  const { document, engine, facts, items, refused } = generated
  if (!mayBeEmpty(owner.wish)) {
    if (refused.language) return { kind: 'rejected', reason: 'unknown-language', language: document.language }
    if (items.length === 0) return { kind: 'rejected', reason: 'no-facts', refused }
  }
  if (signal?.aborted) return { kind: 'rejected', reason: 'cancelled' }
  onProgress?.({ phase: 'saving' })
  const progress = { readTo: document.text.length }
  const saved = await withLease(lease, progress, async (tx): Promise<DocumentDeck | Duplicate> => {
    const duplicate = await findDuplicate(tx, owner, document.hash, lease.clock())
    if (duplicate) return { kind: 'duplicate', duplicate }
    const created = await createDocument(tx, { document, engine, format }, { ...owner, now: lease.clock() })
    const { documentId } = created
    await tx.document.update({ where: { id: documentId }, data: { refused: { ...refused } }, select: { id: true } })
    await saveBlocks(tx, documentId, document.blocks)
    const target = { documentId, engine, factIds: new Map<string, string>(), existing: new Set<string>() }
    const batch: Batch = {
      facts: facts.map((fact, position) => ({ fact, position })),
      items: items.map((item, position) => ({ item, position })),
    }
    for (const step of partition(batch)) await upsertBatch(tx, target, step)
    await rankDocument({ id: documentId, words: countWords(document.text) }, inOneTransaction(tx))
    await replaceRefusals(documentId, 'rules', generated.refusals, inOneTransaction(tx).run)
    await removeJob(tx, lease)
    return created
  })
  return 'kind' in saved ? saved : importedOf(owner.ownerId, saved)
}

async function importedOf(ownerId: string, { documentId }: DocumentDeck): Promise<Imported | ImportRejection> {
  await indexText(documentId)
  const imported = await findImported(db(), ownerId, { id: documentId })
  return imported ? { ...imported, fresh: true } : { kind: 'rejected', reason: 'deleted' }
}

async function stoppedOf(
  ownerId: string,
  { documentId, deckId }: DocumentDeck,
  why: GenerateRejection | null,
): Promise<ImportStopped | ImportRejection> {
  const imported = await findImported(db(), ownerId, { id: documentId })
  return imported ? { kind: 'stopped', documentId, deckId, why } : { kind: 'rejected', reason: 'deleted' }
}

/** The viewer has the text already. If its generation stopped, sending the text again asks for the rest. */
async function resumeDuplicate(
  viewer: Viewer,
  duplicate: Imported,
  options: ImportOptions,
  clock: () => Date,
): Promise<ImportResult> {
  const { documentId, deckId } = duplicate
  const lease = duplicate.complete ? null : await claimStopped(viewer, documentId, clock)
  if (!lease) return duplicate
  const facts = await listDeckFacts(viewer, deckId)
  const cards = facts.filter(({ cardIds }) => cardIds.length > 0).length
  await options.onStarted?.({ documentId, deckId, cards })
  const result = await generateAgain(lease, { onProgress: options.onProgress })
  const document = { documentId, deckId }
  if (result.kind !== 'complete') return stoppedOf(viewer.learnerId, document, result.why)
  const imported = await importedOf(viewer.learnerId, document)
  if (imported.kind === 'rejected') return imported
  return { ...imported, fresh: false, begun: duplicate.begun === 'model' ? 'model' : 'rest' }
}
