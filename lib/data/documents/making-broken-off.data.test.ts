/** @module-tag long */
import { randomUUID } from 'node:crypto'
import type { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aLongText, clock, contentOf, expectKept, importing, madeOf, study } from '@/test/long-document'
import type { Viewer } from '../../core/access/viewer'
import { generate } from '../../core/finder/rules/generate'
import { db } from '../../db'
import { readDocument } from '../decks/read-document'
import { listShownRevisions } from '../decks/shown-items'
import { nextCards } from '../study/next-cards'
import { askerOf } from './asker-of'
import { continueInterrupted } from './continue-interrupted'
import { continueMaking } from './continue-making'
import type { Imported } from './find-imported'
import { findMaking } from './find-making'
import { endRunHere } from './hold-run'
import type { Started } from './import-document'
import { makeInParts } from './make-in-parts'
import { openDocument, undoDocument } from './open-document'
import type { Opening, Place } from './part-saver'

useDatabase()

// Those of this process, so that a test can end one.
const workers: Worker[] = []
process.on('worker', (worker) => workers.push(worker))

const MINUTE_MS = 60_000

const later = () => new Date(NOW.getTime() + MINUTE_MS)

/** Leaves a document as it is when the process that makes it dies. */
async function leftBehind(owner: Viewer, text = aLongText()): Promise<Started> {
  const { started } = await importing(owner, text, async ({ documentId }) => {
    endRunHere((await db().making.findUniqueOrThrow({ where: { documentId } })).runId)
  })
  if (!started) throw new Error('It did not start.')
  expect(await db().making.findUnique({ where: { documentId: started.documentId } })).toMatchObject({ state: 'making' })
  return started
}

/** Makes a document, and does something between the save of its text and that of what it is made of. */
async function breaking(owner: Viewer, text: string, doBreak: (place: Place) => Promise<unknown>) {
  const runId = randomUUID()
  const places: Place[] = []
  const open: Opening<Imported>['open'] = async (begun, sign) => {
    const opened = await openDocument(owner, { begun, sign }, { runId, now: NOW })
    if (opened.kind !== 'opened') throw new Error(opened.kind)
    places.push(opened.place)
    await doBreak(opened.place)
    return opened
  }
  const job = { title: 'A text', source: { kind: 'text' as const, text } }
  const ended = await makeInParts(job, {
    ...{ runId, clock, open, asker: askerOf(owner) },
    undo: (place) => undoDocument(owner, place),
  })
  const [place] = places
  if (!place) throw new Error('It was not opened.')
  return { ended, ...place }
}

async function expectMadeOf(text: string, { documentId, deckId }: Place, owner: Viewer) {
  const { document } = generate({ title: 'A text', text, format: 'md' })
  expect((await readDocument(owner, deckId))?.blocks).toEqual(document.blocks)
  expect(await contentOf(documentId)).toEqual(madeOf(text))
}

describe('a document whose process died', () => {
  it('is left to a process that may live, and taken up once that was silent', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { documentId, deckId } = await leftBehind(owner, text)
    const studied = await study(owner, deckId)
    await continueInterrupted(clock, { alone: false })
    expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'making' })
    expect(await continueInterrupted(later, { alone: false })).toEqual([])
    expect(await findMaking(owner, deckId)).toEqual({ kind: 'whole' })
    expect(await contentOf(documentId)).toEqual(madeOf(text))
    await expectKept(studied)
  })

  it('is taken up at once by a process that is alone on its data', async () => {
    const owner = await aLearner()
    const { deckId } = await leftBehind(owner)
    expect(await continueInterrupted(clock, { alone: true })).toEqual([])
    expect(await findMaking(owner, deckId)).toEqual({ kind: 'whole' })
  })

  it('before it had saved more than the text shows a deck without items, and is taken up', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { documentId, deckId } = await breaking(owner, text, ({ documentId }) =>
      db().making.update({ where: { documentId }, data: { runId: randomUUID() } }),
    )
    expect(await readDocument(owner, deckId)).toMatchObject({ text, blocks: [] })
    expect(await listShownRevisions(owner, deckId)).toEqual([])
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards).toEqual([])
    expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'making' })
    expect(await continueInterrupted(later, { alone: false })).toEqual([])
    expect(await findMaking(owner, deckId)).toEqual({ kind: 'whole' })
    await expectMadeOf(text, { documentId, deckId }, owner)
  })

  it('is left to its owner when it ended three processes more', async () => {
    const owner = await aLearner()
    const { documentId, deckId } = await leftBehind(owner)
    await db().making.update({ where: { documentId }, data: { takenUp: 3 } })
    await continueInterrupted(later, { alone: false })
    expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'stopped', reason: 'interrupted' })
    const continued = await continueMaking(owner, documentId, { clock })
    expect(continued.kind === 'continued' && (await continued.done).kind).toBe('made')
  })

  it('is not touched any more by a run that was slow to die', async () => {
    const owner = await aLearner()
    const { ended, started } = await importing(owner, aLongText(), ({ documentId }) =>
      db().making.update({ where: { documentId }, data: { runId: randomUUID() } }),
    )
    expect(ended).toMatchObject({ kind: 'stopped', why: null })
    if (!started) throw new Error(ended.kind)
    expect(await findMaking(owner, started.deckId)).toMatchObject({ kind: 'making' })
  })
})

describe('a document whose worker died', () => {
  it('before it had saved more than the text keeps what was told until then, and the rest is made when it is asked for', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { ended, documentId, deckId } = await breaking(owner, text, () =>
      Promise.all(workers.map((worker) => worker.terminate())),
    )
    expect(ended).toMatchObject({ kind: 'stopped', why: { reason: 'failed' } })
    expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'stopped', reason: 'failed' })
    expect((await readDocument(owner, deckId))?.blocks.length).toBeGreaterThan(100)
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards.length).toBeGreaterThan(0)
    const continued = await continueMaking(owner, documentId, { clock })
    expect(continued.kind === 'continued' && (await continued.done).kind).toBe('made')
    await expectMadeOf(text, { documentId, deckId }, owner)
  })
})
