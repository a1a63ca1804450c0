import { randomUUID } from 'node:crypto'
import type { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW, TEXT } from '@/test/factories'
import {
  aLongText,
  aNewDocument,
  clock,
  contentOf,
  expectKept,
  importing,
  madeOf,
  paste,
  study,
} from '@/test/long-document'
import { generate } from '../../core/generation/rules/generate'
import type { Viewer } from '../../core/people/viewer'
import { MINUTE_MS } from '../../core/shared/time'
import { db } from '../../db'
import { readDocument } from '../decks/document-text'
import { listShownRevisions } from '../decks/shown-items'
import { loseLease } from '../leases'
import { nextCards } from '../study/next-cards'
import { generatePartByPart } from './generate-document'
import { type DocumentDeck, enqueueImport, findGenerationProgress, requesterFor } from './generation-job'
import type { Started } from './import-document'
import { resumeAbandoned, resumeGeneration } from './resume-generation'

useDatabase()

// Those of this process, so that a test can end one.
const workers: Worker[] = []
process.on('worker', (worker) => workers.push(worker))

const aShortText = () => `${TEXT}\nNote ${randomUUID()}.`

const later = () => new Date(NOW.getTime() + MINUTE_MS)

/** Leaves a document as it is when the process that makes it dies. */
async function leftBehind(owner: Viewer, text = aLongText()): Promise<Started> {
  const { started } = await importing(owner, text, async ({ documentId }) => {
    loseLease((await db().generationJob.findUniqueOrThrow({ where: { documentId } })).leaseId)
  })
  if (!started) throw new Error('It did not start.')
  expect(await db().generationJob.findUnique({ where: { documentId: started.documentId } })).toMatchObject({
    state: 'running',
  })
  return started
}

/** Generates a document, and does something between the save of its text and the rest. */
async function breaking(owner: Viewer, text: string, doBreak: (document: DocumentDeck) => Promise<unknown>) {
  const documents: DocumentDeck[] = []
  const { lease, destination } = await aNewDocument(owner, (document) => {
    documents.push(document)
    return doBreak(document)
  })
  const task = { title: 'A text', source: { kind: 'text' as const, text } }
  const ended = await generatePartByPart(lease, task, destination, { requester: await requesterFor(owner.learnerId) })
  const [document] = documents
  if (!document) throw new Error('It was not created.')
  return { ended, ...document }
}

async function expectMadeOf(text: string, { documentId, deckId }: DocumentDeck, owner: Viewer) {
  const { document } = generate({ title: 'A text', text, format: 'md' })
  expect((await readDocument(owner, deckId))?.blocks).toEqual(document.blocks)
  expect(await contentOf(documentId)).toEqual(madeOf(text))
}

describe('a document whose process died', () => {
  it('is resumed once its process has sent no heartbeat for half a minute', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { documentId, deckId } = await leftBehind(owner, text)
    const studied = await study(owner, deckId)
    await resumeAbandoned(clock, { isAlone: false })
    expect(await findGenerationProgress(owner, deckId)).toMatchObject({ kind: 'generating' })
    expect(await resumeAbandoned(later, { isAlone: false })).toEqual([])
    expect(await findGenerationProgress(owner, deckId)).toEqual({ kind: 'complete' })
    expect(await contentOf(documentId)).toEqual(madeOf(text))
    await expectKept(studied)
  })

  it('is resumed at once by a process that is alone on its data', async () => {
    const owner = await aLearner()
    const { deckId } = await leftBehind(owner)
    expect(await resumeAbandoned(clock, { isAlone: true })).toEqual([])
    expect(await findGenerationProgress(owner, deckId)).toEqual({ kind: 'complete' })
  })

  it('before more than the text was saved shows a deck without items, and is resumed', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { documentId, deckId } = await breaking(owner, text, ({ documentId }) =>
      db().generationJob.update({ where: { documentId }, data: { leaseId: randomUUID() } }),
    )
    expect(await readDocument(owner, deckId)).toMatchObject({ text, blocks: [] })
    expect(await listShownRevisions(owner, deckId)).toEqual([])
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards).toEqual([])
    expect(await findGenerationProgress(owner, deckId)).toMatchObject({ kind: 'generating' })
    expect(await resumeAbandoned(later, { isAlone: false })).toEqual([])
    expect(await findGenerationProgress(owner, deckId)).toEqual({ kind: 'complete' })
    await expectMadeOf(text, { documentId, deckId }, owner)
  })

  it('is left to its owner when it ended three processes more', async () => {
    const owner = await aLearner()
    const { documentId, deckId } = await leftBehind(owner)
    await db().generationJob.update({ where: { documentId }, data: { resumed: 3 } })
    await resumeAbandoned(later, { isAlone: false })
    expect(await findGenerationProgress(owner, deckId)).toMatchObject({ kind: 'stopped', reason: 'interrupted' })
    const resumed = await resumeGeneration(owner, documentId, { clock })
    expect(resumed.kind === 'resumed' && (await resumed.done).kind).toBe('complete')
  })

  it('is not changed any more by a process that lost its lease', async () => {
    const owner = await aLearner()
    const { ended, started } = await importing(owner, aLongText(), ({ documentId }) =>
      db().generationJob.update({ where: { documentId }, data: { leaseId: randomUUID() } }),
    )
    expect(ended).toMatchObject({ kind: 'stopped', why: null })
    if (!started) throw new Error(ended.kind)
    expect(await findGenerationProgress(owner, started.deckId)).toMatchObject({ kind: 'generating' })
  })
})

describe('a document whose worker died', () => {
  it('before more than the text was saved keeps the parts sent until then, and its owner can resume it', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { ended, documentId, deckId } = await breaking(owner, text, () =>
      Promise.all(workers.map((worker) => worker.terminate())),
    )
    expect(ended).toMatchObject({ kind: 'stopped', why: { reason: 'failed' } })
    expect(await findGenerationProgress(owner, deckId)).toMatchObject({ kind: 'stopped', reason: 'failed' })
    expect((await readDocument(owner, deckId))?.blocks.length).toBeGreaterThan(100)
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards.length).toBeGreaterThan(0)
    const resumed = await resumeGeneration(owner, documentId, { clock })
    expect(resumed.kind === 'resumed' && (await resumed.done).kind).toBe('complete')
    await expectMadeOf(text, { documentId, deckId }, owner)
  })
})

describe('an import whose process died while it waited for the engine', () => {
  const queued = (owner: Viewer, text: string) => enqueueImport(owner.learnerId, paste(text), () => NOW)

  it('is resumed by the next process, from a pasted text or from a file', async () => {
    const owner = await aLearner()
    const texts = [aShortText(), aShortText()] as const
    await queued(owner, texts[0])
    const file = { title: null, content: Buffer.from(texts[1]), fileName: 'mountain lakes of the north.txt' }
    await enqueueImport(owner.learnerId, file, () => NOW)
    expect(await resumeAbandoned(clock, { isAlone: false })).toEqual([])
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
    expect(await resumeAbandoned(later, { isAlone: false })).toEqual([])
    const documents = await db().document.findMany({ where: { ownerId: owner.learnerId }, include: { decks: true } })
    expect(documents.map(({ text }) => text).sort()).toEqual(texts.map((text) => text.trim()).sort())
    expect(documents.map(({ decks }) => decks[0]?.title).sort()).toEqual(['A text', 'The mountain lakes of Kyrgyzstan'])
    expect(await db().generationJob.count({ where: { ownerId: owner.learnerId } })).toBe(0)
  })

  it('leaves no job if nothing can be asked of it, or if its owner has the text already', async () => {
    const owner = await aLearner()
    const text = aShortText()
    const { ended } = await importing(owner, text)
    await queued(owner, text)
    await queued(owner, 'Oh well. Who knows? Perhaps. Maybe it might. Let us go then, you and I.')
    expect(await resumeAbandoned(later, { isAlone: false })).toEqual([])
    expect(await db().generationJob.count({ where: { ownerId: owner.learnerId } })).toBe(0)
    expect(await db().document.findMany({ where: { ownerId: owner.learnerId } })).toMatchObject([
      { id: ended.kind === 'imported' ? ended.documentId : '' },
    ])
  })

  it('is given up when it ended three processes more', async () => {
    const owner = await aLearner()
    const { jobId } = await queued(owner, aShortText())
    await db().generationJob.update({ where: { id: jobId }, data: { resumed: 3 } })
    await resumeAbandoned(later, { isAlone: false })
    expect(await db().generationJob.count({ where: { id: jobId } })).toBe(0)
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
  })
})
