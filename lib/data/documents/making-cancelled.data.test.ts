import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { aLongText, clock, contentOf, expectKept, importing, madeOf, paste, study } from '@/test/long-document'
import type { DocumentId } from '../../core/ids'
import { db } from '../../db'
import { nextCards } from '../study/next-cards'
import { askerOf } from './asker-of'
import { continueMaking } from './continue-making'
import { findMaking } from './find-making'
import { type ImportProgress, importDocument } from './import-document'
import { makeInParts } from './make-in-parts'
import { openDocument, undoDocument } from './open-document'
import { stopMaking } from './stop-making'

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
    for (const phase of ['waiting', 'reading', 'generating']) {
      const cancel = new AbortController()
      const onProgress = (progress: ImportProgress) => progress.phase === phase && cancel.abort()
      const options = { onProgress, signal: cancel.signal }
      const ended = await importDocument(owner, paste(aLongText()), options, NOW)
      expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
      expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
    }
  })

  it('leaves nothing when it falls between the first save and the word of it', async () => {
    const owner = await aLearner()
    const cancel = new AbortController()
    const runId = randomUUID()
    const source = { kind: 'text' as const, text: aLongText() }
    const ended = await makeInParts(
      { title: 'A text', source },
      {
        runId,
        clock,
        signal: cancel.signal,
        asker: askerOf(owner),
        open: async (begun, sign) => {
          const opened = await openDocument(owner, { begun, sign }, { runId, now: NOW })
          cancel.abort()
          return opened
        },
        undo: (place) => undoDocument(owner, place),
      },
    )
    expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
  })

  it('is not what leaving means once there are cards: the document is made to its end', {
    tags: ['long'],
  }, async () => {
    const owner = await aLearner()
    const left = new AbortController()
    const options = { onStarted: () => left.abort(), signal: left.signal }
    const ended = await importDocument(owner, paste(aLongText()), options, NOW)
    expect(ended).toMatchObject({ kind: 'imported', whole: true })
  })

  it('keeps what was made until then, adds nothing, and says where it stopped', async () => {
    const owner = await aLearner()
    const { ended, started } = await importing(owner, aLongText(), async ({ documentId }) => {
      expect(await stopMaking(owner, documentId)).toEqual({ kind: 'stopped' })
    })
    if (ended.kind !== 'stopped' || !started) throw new Error(ended.kind)
    const { documentId, deckId } = ended
    const kept = await contentOf(documentId)
    expect(kept.items.length).toBeGreaterThan(0)
    const making = await findMaking(owner, deckId)
    expect(making).toMatchObject({ kind: 'stopped', reason: 'cancelled', facts: kept.facts.length })
    if (making?.kind !== 'stopped') throw new Error(making?.kind)
    expect(making.page).toBeLessThan(making.pages)
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards.length).toBeGreaterThan(0)
  })

  it('can be thought better of: the rest is made, and what was studied keeps its place', {
    tags: ['long'],
  }, async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { started } = await importing(owner, text, ({ documentId }) => stopMaking(owner, documentId))
    if (!started) throw new Error('It did not start.')
    const { documentId, deckId } = started
    const studied = await study(owner, deckId)
    const before = await idsOf(documentId)
    const stopped = await findMaking(owner, deckId)
    const continued = await continueMaking(owner, documentId, { clock })
    if (continued.kind !== 'continued') throw new Error(continued.kind)
    // It reads from the beginning again, and does not say so: nothing is lost.
    expect(await findMaking(owner, deckId)).toEqual({ ...stopped, kind: 'making', reason: undefined })
    expect(await continued.done).toEqual(expect.objectContaining({ kind: 'made' }))
    expect(await contentOf(documentId)).toEqual(madeOf(text))
    const after = await idsOf(documentId)
    const kept = [...before].filter(([key]) => after.has(key))
    expect(kept.length).toBeGreaterThan(100)
    for (const [key, id] of kept) expect(after.get(key)).toBe(id)
    await expectKept(studied)
  })

  it('and going on are for the owner alone', async () => {
    const owner = await aLearner()
    const learner = await aLearner()
    const { classId } = await aClass(owner, [learner])
    const { ended, started } = await importing(owner, aLongText(), async ({ deckId, documentId }) => {
      await anAssignment(classId, deckId)
      for (const stranger of [learner, await aLearner()]) {
        expect(await stopMaking(stranger, documentId)).toEqual({ kind: 'rejected', reason: 'not-making' })
      }
      expect(await findMaking(learner, deckId)).toMatchObject({ kind: 'making' })
      expect(await findMaking(await aLearner(), deckId)).toBeNull()
      expect(await findMaking(null, deckId)).toBeNull()
      await stopMaking(owner, documentId)
    })
    if (!started) throw new Error(ended.kind)
    for (const stranger of [learner, await aLearner()]) {
      const refused = await continueMaking(stranger, started.documentId, { clock })
      expect(refused).toEqual({ kind: 'rejected', reason: 'not-stopped' })
    }
    expect(await findMaking(owner, started.deckId)).toMatchObject({ kind: 'stopped' })
  })
})
