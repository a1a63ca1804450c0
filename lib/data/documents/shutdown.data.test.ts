import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner } from '@/test/factories'
import { aLongText, clock, contentOf, importing, madeOf, paste } from '@/test/long-document'
import { DeckId, DocumentId } from '../../core/ids'
import { db } from '../../db'
import { findGenerationProgress, releaseJobs } from './generation-job'
import { type ImportProgress, importDocument } from './import-document'
import { resumeAbandoned } from './resume-generation'

useDatabase()

const becomeTheNextProcess = () => void Reflect.deleteProperty(globalThis, 'bilimShutdown')
afterEach(becomeTheNextProcess)

const SHUTDOWN = { kind: 'rejected', reason: 'shutdown' }

describe('a server that stops', () => {
  it('leaves a document at its last part, and the next process completes it at once', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { ended, started } = await importing(owner, text, releaseJobs)
    if (!started) throw new Error(ended.kind)
    expect(ended).toEqual(SHUTDOWN)
    const { facts } = await contentOf(started.documentId)
    expect(facts.length).toBeGreaterThan(0)
    expect(facts.length).toBeLessThan(madeOf(text).facts.length)
    // It takes up nothing itself any more.
    expect(await resumeAbandoned(clock, { isAlone: true })).toEqual([])
    expect(await findGenerationProgress(owner, started.deckId)).toMatchObject({ kind: 'generating' })
    becomeTheNextProcess()
    expect(await resumeAbandoned(clock, { isAlone: false })).toEqual([])
    expect(await findGenerationProgress(owner, started.deckId)).toEqual({ kind: 'complete' })
    expect(await contentOf(started.documentId)).toEqual(madeOf(text))
  })

  it.each(['queued', 'generating'])(
    'keeps what was sent of an import in the phase "%s", and the next process imports it at once',
    async (phase) => {
      const owner = await aLearner()
      const text = aLongText()
      const left = new AbortController()
      let released: Promise<void> | null = null
      const onProgress = (progress: ImportProgress) => {
        if (progress.phase !== phase || released) return
        released = releaseJobs()
        left.abort()
      }
      const options = { onProgress, signal: left.signal }
      expect(await importDocument(owner, paste(text), options, clock())).toEqual(SHUTDOWN)
      await released
      expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
      becomeTheNextProcess()
      expect(await resumeAbandoned(clock, { isAlone: false })).toEqual([])
      const deck = await db().deck.findFirstOrThrow({ where: { ownerId: owner.learnerId } })
      expect(await findGenerationProgress(owner, DeckId.parse(deck.id))).toEqual({ kind: 'complete' })
      expect(await contentOf(DocumentId.parse(deck.documentId))).toEqual(madeOf(text))
    },
  )

  it('leaves the jobs of other processes alone', async () => {
    const { learnerId: ownerId } = await aLearner()
    const [id, leaseId] = [randomUUID(), randomUUID()]
    await db().generationJob.create({ data: { id, leaseId, ownerId, state: 'queued', heartbeatAt: clock() } })
    await releaseJobs()
    expect(await db().generationJob.findUniqueOrThrow({ where: { id } })).toMatchObject({
      leaseId,
      heartbeatAt: clock(),
    })
  })
})
