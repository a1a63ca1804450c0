import 'server-only'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Block, StructuredDocument } from '../../core/document/document'
import type { Depth, Place } from '../../core/generation/depth'
import type { Finder, Found, ModelRequest } from '../../core/generation/finder'
import type { Gate } from '../../core/generation/gate'
import { countWords } from '../../core/shared/count-words'
import { SECOND_MS } from '../../core/shared/time'
import { type Db, db, type Tx } from '../../db'
import { REQUESTS_AT_ONCE } from '../../model/complete-chat'
import type { ModelConsent } from '../../model/consent'
import { findInPart, inTurn } from '../../model/find-in-document'
import { type Existing, loadExisting, placeInText } from '../documents/existing-items'
import { rankDocument } from '../documents/rank-items'
import type { BatchTarget } from '../documents/rows-by-content-key'
import { partition } from '../documents/save-parts'
import { addRefusals } from '../documents/save-refusals'
import { upsertBatch } from '../documents/upsert-facts-and-items'
import { LeaseLost } from '../leases'
import { type Asking, createAsker, type Model, ReadingEnded } from './ask-model'
import { endReading, keepReading, type ReadingLease, withReading } from './reading-row'

/** What a reading works with: the model, the finder that writes its requests, and the gate that admits what it finds. */
export type ReadingTools<Part> = {
  readonly model: Model
  readonly finderFor: (wish: { readonly depth: Depth; readonly language: string }) => Finder<Part>
  readonly headingOf: (part: Part) => string
  /** Judges drafts beside what is there already, and remembers what it admitted. */
  readonly gateFor: (existing: Existing, document: StructuredDocument) => Gate
}

const RANK_EVERY_MS = 5 * SECOND_MS

/** Until its place is known an item takes none of a deck that shows fewer. */
const UNRANKED: Place = { rank: 1, depth: 'everything' }

/** Reads a document with the model, for the holder of the lease, from the first part that is not done. Throws what is a bug. */
export async function readWithModel<Part>(lease: ReadingLease, tools: ReadingTools<Part>): Promise<void> {
  const stop = new AbortController()
  const stopHeartbeat = keepReading(lease, () => stop.abort(new LeaseLost()))
  try {
    await readParts(lease, tools, stop.signal)
    await endReading(lease, 'complete')
  } catch (error) {
    if (error instanceof LeaseLost) return
    if (error instanceof ReadingEnded) return await endReading(lease, error.state, error.reason, error.resumeAt)
    await endReading(lease, 'paused', 'internal-error')
    throw error
  } finally {
    stop.abort()
    stopHeartbeat()
  }
}

async function readParts<Part>(lease: ReadingLease, tools: ReadingTools<Part>, signal: AbortSignal): Promise<void> {
  const loaded = await load(lease)
  const { document } = loaded
  const finder = tools.finderFor({ depth: loaded.depth, language: document.language })
  const parts = finder.parts(document)
  await letOthersRun()
  const saver = createSaver(lease, loaded, tools.gateFor)
  const { documentId, clock } = lease
  const { consent } = loaded
  const save: Asking['save'] = (taken, work) => withReading(lease, taken, work)
  const askAll = inTurn(createAsker({ documentId, clock, consent, signal, save }, tools.model))
  const askInTurn = async (requests: readonly ModelRequest[]) => {
    const replies = await askAll(requests)
    await letOthersRun()
    return replies
  }
  try {
    await savePartsInTurn()
  } catch (error) {
    // After a stop the lease is lost, and `stopReading` ranks.
    if (error instanceof ReadingEnded) await saver.rank()
    throw error
  }
  await saver.rank()

  async function savePartsInTurn(): Promise<void> {
    const found: Promise<Found>[] = []
    let next = loaded.partsDone
    for (let at = loaded.partsDone; at < parts.length; at++) {
      while (found.length < REQUESTS_AT_ONCE[consent.place] && next < parts.length) {
        const finding = findInPart(finder, parts[next++] as Part, document, askInTurn)
        // Whoever awaits it in its turn hears of a failure; until then it must not end the process.
        finding.catch(() => undefined)
        found.push(finding)
      }
      const heading = tools.headingOf(parts[at] as Part)
      await saver.begin({ parts: parts.length, heading })
      await saver.save(await (found.shift() as Promise<Found>))
      await letOthersRun()
    }
  }
}

type Loaded = {
  readonly document: StructuredDocument
  readonly engine: string
  readonly depth: Depth
  readonly consent: ModelConsent
  readonly partsDone: number
  readonly existing: Existing
}

async function load({ documentId }: ReadingLease): Promise<Loaded> {
  const row = await db().modelReading.findUnique({
    where: { documentId },
    select: {
      partsDone: true,
      ...{ model: true, host: true, place: true },
      document: { include: { decks: { orderBy: { createdAt: 'asc' }, take: 1, select: { depth: true } } } },
    },
  })
  if (!row) throw new LeaseLost()
  const { model, host } = row
  const { title, text, hash, language, blocks, engine, decks } = row.document
  return {
    document: { title, text, hash, language, blocks: blocks as Block[] },
    engine,
    depth: decks[0]?.depth ?? 'balanced',
    consent: { model, host, place: row.place as ModelConsent['place'] },
    partsDone: row.partsDone,
    existing: await loadExisting(db(), documentId),
  }
}

/** Saves what was found part after part, in short transactions. */
function createSaver(
  lease: ReadingLease,
  { document, engine, existing }: Loaded,
  gateFor: ReadingTools<unknown>['gateFor'],
) {
  const { documentId } = lease
  const target: BatchTarget = { documentId, engine, factIds: new Map(), existing: null }
  let deck = openDeck(existing)
  const ranked = { id: documentId, words: countWords(document.text) }
  let begunAt = performance.now()
  let rankedAt = performance.now()
  const run = (step: (tx: Tx) => Promise<void>) => withReading(lease, {}, step)

  function openDeck(now: Existing) {
    const known = new Set(now.items.map(({ id }) => id))
    return { gate: gateFor(now, document), places: placeInText(now), known }
  }

  /** Whether its author has pasted, written or accepted items since. */
  const hasOthers = async (from: Db | Tx) => {
    const where = { documentId, retired: false }
    const items = await from.item.findMany({ where, select: { contentKey: true } })
    return items.some(({ contentKey }) => !deck.known.has(contentKey))
  }

  /**
   * Admits drafts beside what the deck has at the moment of saving them, and saves them with the count of their part: if that
   * part were read again, its own items would refuse it.
   */
  const savePart = async (found: Found): Promise<void> => {
    if (await hasOthers(db())) deck = openDeck(await loadExisting(db(), documentId))
    const admitted = deck.gate.admit(found.drafts)
    const { facts, items } = deck.places.batchOf(admitted)
    const batch = { facts, items: items.map((item) => ({ ...item, place: UNRANKED })) }
    const refused = [...found.refusals, ...admitted.refusals]
    const isSaved = await withReading(lease, {}, async (tx) => {
      if (await hasOthers(tx)) return false
      for (const step of partition(batch)) await upsertBatch(tx, target, step)
      await addRefusals(tx, documentId, refused)
      await countPart(tx, {
        kept: admitted.items.length,
        refused: refused.length,
        partsUnread: Number(found.isUnread ?? false),
      })
      return true
    })
    if (!isSaved) return savePart(found)
    for (const { id } of admitted.items) deck.known.add(id)
  }

  const countPart = async (tx: Tx, counts: Record<'kept' | 'refused' | 'partsUnread', number>): Promise<void> => {
    const spentMs = Math.round(performance.now() - begunAt)
    const increments = Object.entries({ ...counts, spentMs, partsDone: 1 }).map(([name, by]) => [
      name,
      { increment: by },
    ])
    const data = { ...Object.fromEntries(increments), resumed: 0 }
    await tx.modelReading.update({ where: { documentId }, data, select: { documentId: true } })
  }

  const rank = async () => {
    await rankDocument(ranked, { from: db(), run })
    rankedAt = performance.now()
  }

  return {
    rank,
    begin: (progress: { readonly parts: number; readonly heading: string }) =>
      withReading(lease, progress, async () => undefined),
    async save(found: Found): Promise<void> {
      await savePart(found)
      begunAt = performance.now()
      if (begunAt - rankedAt >= RANK_EVERY_MS) await rank()
    },
  }
}
