import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
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
import type { DocumentId } from '../../core/ids'
import { db } from '../../db'
import { nextCards } from '../study/next-cards'
import { generatePartByPart } from './generate-document'
import { cancelGeneration, findGenerationProgress, requesterFor } from './generation-job'
import { type ImportProgress, importDocument } from './import-document'
import { resumeGeneration } from './resume-generation'

useDatabase()

/** Rows by content key. */
async function idsOf(documentId: DocumentId): Promise<ReadonlyMap<string, string>> {
  const asked = { where: { documentId }, select: { id: true, contentKey: true } }
  const rows = [...(await db().fact.findMany(asked)), ...(await db().item.findMany(asked))]
  return new Map(rows.map(({ id, contentKey }) => [contentKey, id]))
}

describe('cancelling', () => {
  it('leaves nothing before the first cards, however far it was', async () => {
    const owner = await aLearner()
    for (const phase of ['queued', 'reading', 'generating']) {
      const cancel = new AbortController()
      const onProgress = (progress: ImportProgress) => progress.phase === phase && cancel.abort()
      const options = { onProgress, signal: cancel.signal }
      const ended = await importDocument(owner, paste(aLongText()), options, NOW)
      expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
      expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
    }
  })

  it('leaves nothing between the first save and the first card', async () => {
    const owner = await aLearner()
    const cancel = new AbortController()
    const { lease, destination } = await aNewDocument(owner, () => cancel.abort())
    const task = { title: 'A text', source: { kind: 'text' as const, text: aLongText() } }
    const options = { signal: cancel.signal, requester: await requesterFor(owner.learnerId) }
    const ended = await generatePartByPart(lease, task, destination, options)
    expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
  })

  it('has no effect by leaving once there are cards: the document is completed', {
    tags: ['long'],
  }, async () => {
    const owner = await aLearner()
    const left = new AbortController()
    const options = { onStarted: () => left.abort(), signal: left.signal }
    const ended = await importDocument(owner, paste(aLongText()), options, NOW)
    expect(ended).toMatchObject({ kind: 'imported', complete: true })
  })

  it('keeps what was generated until then, adds nothing, and says where it stopped', async () => {
    const owner = await aLearner()
    const { ended, started } = await importing(owner, aLongText(), async ({ documentId }) => {
      expect(await cancelGeneration(owner, documentId)).toEqual({ kind: 'cancelled' })
    })
    if (ended.kind !== 'stopped' || !started) throw new Error(ended.kind)
    const { documentId, deckId } = ended
    const kept = await contentOf(documentId)
    expect(kept.items.length).toBeGreaterThan(0)
    const state = await findGenerationProgress(owner, deckId)
    expect(state).toMatchObject({ kind: 'stopped', reason: 'cancelled' })
    if (state?.kind !== 'stopped') throw new Error(state?.kind)
    expect(state.page).toBeLessThan(state.pages)
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards.length).toBeGreaterThan(0)
  })

  it('can be undone: the rest is generated, and what was studied keeps its rows', {
    tags: ['long'],
  }, async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { started } = await importing(owner, text, ({ documentId }) => cancelGeneration(owner, documentId))
    if (!started) throw new Error('It did not start.')
    const { documentId, deckId } = started
    const studied = await study(owner, deckId)
    const before = await idsOf(documentId)
    const stopped = await findGenerationProgress(owner, deckId)
    const resumed = await resumeGeneration(owner, documentId, { clock })
    if (resumed.kind !== 'resumed') throw new Error(resumed.kind)
    // It reads from the beginning again, and does not say so: nothing is lost.
    expect(await findGenerationProgress(owner, deckId)).toEqual({ ...stopped, kind: 'generating', reason: undefined })
    expect(await resumed.done).toMatchObject({ kind: 'complete' })
    expect(await contentOf(documentId)).toEqual(madeOf(text))
    const after = await idsOf(documentId)
    const kept = [...before].filter(([key]) => after.has(key))
    expect(kept.length).toBeGreaterThan(100)
    for (const [key, id] of kept) expect(after.get(key)).toBe(id)
    await expectKept(studied)
  })

  it('and resuming are for the owner alone', async () => {
    const owner = await aLearner()
    const learner = await aLearner()
    const { classId } = await aClass(owner, [learner])
    const { ended, started } = await importing(owner, aLongText(), async ({ deckId, documentId }) => {
      await anAssignment(classId, deckId)
      for (const stranger of [learner, await aLearner()]) {
        expect(await cancelGeneration(stranger, documentId)).toEqual({ kind: 'rejected', reason: 'not-generating' })
      }
      expect(await findGenerationProgress(learner, deckId)).toMatchObject({ kind: 'generating' })
      expect(await findGenerationProgress(await aLearner(), deckId)).toBeNull()
      expect(await findGenerationProgress(null, deckId)).toBeNull()
      await cancelGeneration(owner, documentId)
    })
    if (!started) throw new Error(ended.kind)
    for (const stranger of [learner, await aLearner()]) {
      const refused = await resumeGeneration(stranger, started.documentId, { clock })
      expect(refused).toEqual({ kind: 'rejected', reason: 'not-stopped' })
    }
    expect(await findGenerationProgress(owner, started.deckId)).toMatchObject({ kind: 'stopped' })
  })
})
