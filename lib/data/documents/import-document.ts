import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/access/viewer'
import { tidyTitle } from '../../core/document/tidy-title'
import { db } from '../../db'
import type { GenerateRejection } from '../../jobs/generate-in-worker'
import type { Batch, GenerateResult } from '../../jobs/generate-task'
import { indexText } from '../search/index-text'
import { listDeckFacts } from '../study/list-deck-facts'
import { ticking } from '../ticking'
import { askerOf } from './asker-of'
import { continueMaking } from './continue-making'
import { createDocument } from './create-document'
import { findImported, type Imported } from './find-imported'
import { type MakeProgress, makeInParts } from './make-in-parts'
import { findOrHold, openDocument, undoDocument } from './open-document'
import type { Place } from './part-saver'
import { saveGenerated } from './save-generated'
import { isCard, saveBlocks } from './save-lot'

export type ImportProgress = MakeProgress

export type ImportRejection =
  | GenerateRejection
  /** `language`: ISO 639-3. The engine does not know it and makes nothing of it. */
  | { readonly kind: 'rejected'; readonly reason: 'unknown-language'; readonly language: string }
  /** `refused`: candidates by check, so that the author learns what stood in the way. */
  | {
      readonly kind: 'rejected'
      readonly reason: 'no-facts'
      readonly facts: number
      readonly refused: Readonly<Record<string, number>>
    }
  /** By its owner, while it was being made. */
  | { readonly kind: 'rejected'; readonly reason: 'deleted' }

/** The first cards can be studied while the rest is made. */
export type Started = Place & { readonly cards: number }

/** Not made to its end: what was made stays, and the deck says why and offers the rest. */
export type ImportStopped = Place & { readonly kind: 'stopped'; readonly why: GenerateRejection | null }

export type ImportOptions = {
  onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Nothing more is saved before whoever is told has done. */
  onStarted?: ((started: Started) => void | Promise<void>) | undefined
  /** Heeded until the first save. From then on the document is made to its end, whoever leaves: see `stopMaking`. */
  signal?: AbortSignal | undefined
}

export type ImportInput = {
  readonly title: string | null
  readonly content: string | Uint8Array
  readonly fileName: string | null
}

/**
 * A text or a file as a document with facts, items and a deck of the viewer's own. A long one is saved from its first
 * cards on, and can be studied while the rest is made (docs/decisions/0010); a short one is saved whole or not at all. The
 * same text again, under whatever title, is the same document; where its making was stopped, it goes on.
 */
export async function importDocument(
  viewer: Viewer,
  input: ImportInput,
  { onProgress, onStarted, signal }: ImportOptions,
  now: Date,
): Promise<Imported | ImportStopped | ImportRejection> {
  const runId = randomUUID()
  const clock = ticking(now)
  const { title, fileTitle } = titlesOf(input)
  const made = await makeInParts<Imported>(
    { title, source: sourceOf(input) },
    {
      runId,
      clock,
      signal,
      asker: askerOf(viewer),
      onProgress,
      open: (begun, sign) => openDocument(viewer, { begun, sign }, { runId, fileTitle, now }),
      undo: (place) => undoDocument(viewer, place),
      onOpened: (place, lot) => onStarted?.({ ...place, cards: countCards(lot) }),
    },
  )
  switch (made.kind) {
    case 'generated':
      return saveWhole(viewer, { ...made, fileTitle }, { onProgress, onStarted, signal }, clock)
    case 'other':
      return goOn(viewer, made.other, { onProgress, onStarted }, clock)
    case 'made':
      return asMade(viewer, made.place)
    case 'stopped':
      return asStopped(viewer, made)
    case 'nothing':
      return { kind: 'rejected', reason: 'no-facts', facts: made.facts, refused: made.refused }
    case 'rejected':
      return made
  }
}

function sourceOf({ content, fileName }: ImportInput) {
  return typeof content === 'string'
    ? { kind: 'text' as const, text: content }
    : { kind: 'bytes' as const, bytes: content, fileName: fileName ?? '' }
}

/** What the author calls the text, and failing that, what its file is called. */
function titlesOf({ title, fileName }: ImportInput): { title: string | null; fileTitle: string | null } {
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

/** Study shows one a fact. */
function countCards({ items }: Batch): number {
  const cards = items.filter(({ item }) => isCard(item))
  return new Set(cards.map(({ item }) => item.factIds[0])).size
}

/** One transaction that is no longer stopped once it is begun. */
async function saveWhole(
  viewer: Viewer,
  {
    generated,
    format,
    fileTitle,
  }: Extract<GenerateResult, { kind: 'generated' }> & { readonly fileTitle: string | null },
  options: ImportOptions,
  clock: () => Date,
): Promise<Imported | ImportStopped | ImportRejection> {
  const { document, engine, facts, items, refused } = generated
  if (refused.language) return { kind: 'rejected', reason: 'unknown-language', language: document.language }
  if (items.length === 0) return { kind: 'rejected', reason: 'no-facts', facts: facts.length, refused }
  if (options.signal?.aborted) return { kind: 'rejected', reason: 'cancelled' }
  options.onProgress?.({ phase: 'saving' })
  const saved = await db().$transaction(async (tx): Promise<Imported | Place> => {
    const found = await findOrHold(tx, viewer, document.hash)
    if (found) return found
    const place = await createDocument(tx, viewer, { document, engine, format }, { refused, fileTitle, now: clock() })
    await saveBlocks(tx, place.documentId, document.blocks)
    await saveGenerated(tx, place.documentId, generated)
    return place
  })
  return 'kind' in saved ? goOn(viewer, saved, options, clock) : asMade(viewer, saved)
}

/** The viewer has the text already. Where its making was stopped, making its items is what was asked for. */
async function goOn(
  viewer: Viewer,
  found: Imported,
  { onProgress, onStarted }: ImportOptions,
  clock: () => Date,
): Promise<Imported | ImportStopped | ImportRejection> {
  const { documentId, deckId } = found
  const continued = found.whole ? null : await continueMaking(viewer, documentId, { onProgress, clock })
  if (continued?.kind !== 'continued') return found
  const facts = await listDeckFacts(viewer, deckId)
  const cards = facts.filter(({ cardIds }) => cardIds.length > 0).length
  await onStarted?.({ documentId, deckId, cards })
  const ended = await continued.done
  return ended.kind === 'made' ? asMade(viewer, found) : asStopped(viewer, { place: found, why: ended.why })
}

async function asMade(viewer: Viewer, { documentId }: Place): Promise<Imported | ImportRejection> {
  await indexText(documentId)
  const saved = await findImported(db(), viewer, { id: documentId })
  return saved ? { ...saved, fresh: true } : { kind: 'rejected', reason: 'deleted' }
}

async function asStopped(
  viewer: Viewer,
  { place, why }: { place: Place; why: GenerateRejection | null },
): Promise<ImportStopped | ImportRejection> {
  const { documentId, deckId } = place
  const saved = await findImported(db(), viewer, { id: documentId })
  return saved ? { kind: 'stopped', documentId, deckId, why } : { kind: 'rejected', reason: 'deleted' }
}
