import { describe, expect, it } from 'vitest'
import { NOT_FOUND } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import {
  aWaitingReading,
  CONSENT,
  clock,
  NAMED,
  NOT_POSSIBLE,
  onError,
  replied,
  run,
  toolsFor,
  useReadings,
} from '@/test/readings'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { cancelGeneration } from '../documents/generation-job'
import { findReading } from './find-reading'
import { pauseWithoutModel, releaseReadings } from './reading-row'
import { runReadings } from './run-readings'
import { resumeReading, startReading, stopReading } from './start-reading'

useReadings()

const aJob = (documentId: string, { learnerId }: Viewer, state: string) =>
  db().generationJob.create({
    data: { documentId, ownerId: learnerId, state, leaseId: learnerId, heartbeatAt: NOW },
  })

describe('a reading that waits for the rules', () => {
  it.each(['failed', 'too-slow', 'busy', 'interrupted', 'cancelled'] as const)(
    'begins although they stopped (%s)',
    async (reason) => {
      const { owner, deckId, documentId, paragraphs } = await aWaitingReading()
      await aJob(documentId, owner, reason)
      await run(toolsFor(() => replied('answer')).tools)
      expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', kept: paragraphs })
    },
  )

  it('is stopped when their author cancels them, until the author asks for the rest', async () => {
    const { owner, deckId, documentId } = await aWaitingReading()
    await aJob(documentId, owner, 'running')
    expect(await cancelGeneration(owner, documentId)).toEqual({ kind: 'cancelled' })
    const { asked, tools } = toolsFor(() => replied('answer'))
    await run(tools)
    expect(asked).toEqual([])
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'stopped' })
    expect(await resumeReading(owner, documentId, NAMED)).toEqual({ kind: 'changed' })
    await run(tools)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete' })
  })
})

describe('without a model', () => {
  it('a reading that waits, or whose process ended, says that there is none', async () => {
    const waiting = await aWaitingReading()
    const [abandoned, elsewhere] = [await aWaitingReading(), await aWaitingReading()]
    const running = { state: 'running', heartbeatAt: new Date(0) }
    await db().modelReading.update({ where: { documentId: abandoned.documentId }, data: running })
    await db().modelReading.update({
      where: { documentId: elsewhere.documentId },
      data: { ...running, heartbeatAt: NOW },
    })
    await pauseWithoutModel(clock, false)
    for (const { owner, deckId } of [waiting, abandoned])
      expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'no-model' })
    expect(await findReading(elsewhere.owner, elsewhere.deckId)).toMatchObject({ state: 'running' })
  })

  it('a stopped reading is not resumed, and says why', async () => {
    const { owner, deckId, documentId } = await aWaitingReading()
    await stopReading(owner, documentId)
    expect(await resumeReading(owner, documentId, null)).toEqual({ kind: 'rejected', reason: 'no-model' })
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'no-model' })
  })
})

describe('many readings', () => {
  it('begin a few at a time, in the order of their consent', async () => {
    const waiting = [await aWaitingReading(), await aWaitingReading(), await aWaitingReading()]
    for (const [at, { documentId }] of waiting.entries())
      await db().modelReading.update({ where: { documentId }, data: { consentedAt: new Date(NOW.getTime() + at) } })
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const { tools } = toolsFor(() => replied('answer'))
    const send = () => answered.then(() => replied('answer'))
    const look = () =>
      runReadings({ ...tools, model: { ...tools.model, send } }, clock, { isAlone: true, onError, atOnce: 2 })
    const statesOf = async () =>
      (await db().modelReading.findMany({ orderBy: { consentedAt: 'asc' } })).map(({ state }) => state)
    const begun = await look()
    expect(begun).toHaveLength(2)
    expect(await look()).toEqual([])
    expect(await statesOf()).toEqual(['running', 'running', 'waiting'])
    answer()
    await Promise.all(begun)
    await Promise.all(await look())
    expect(await statesOf()).toEqual(['complete', 'complete', 'complete'])
  })

  it('begin no more in a process that ends', async () => {
    const { owner, deckId } = await aWaitingReading()
    await releaseReadings()
    await run(toolsFor(() => replied('answer')).tools)
    Reflect.deleteProperty(globalThis, 'bilimShutdown')
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'waiting' })
  })
})

describe('consent', () => {
  it.each([
    ['another model on the same host', { ...CONSENT, model: 'large' }],
    ['the same model on another host', { ...CONSENT, host: 'models.example' }],
    ['a host that was not kept', { ...CONSENT, host: '' }],
  ])('to %s sends nothing to the model that is configured now, and asks again', async (_what, consented) => {
    const { owner, deckId, documentId, paragraphs } = await aWaitingReading()
    await db().modelReading.update({ where: { documentId }, data: consented })
    const { asked, tools } = toolsFor(() => replied('answer'))
    await run(tools)
    expect(asked).toEqual([])
    const paused = { state: 'paused', reason: 'other-model', consent: consented }
    expect(await findReading(owner, deckId)).toMatchObject(paused)
    const again = await resumeReading(owner, documentId, NAMED)
    expect(again).toEqual({ kind: 'rejected', reason: 'other-model' })
    await run(tools)
    expect(asked).toEqual([])
    expect(await startReading(owner, documentId, CONSENT, NOW)).toEqual({ kind: 'changed' })
    await run(tools)
    expect(asked).toHaveLength(paragraphs)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', consent: CONSENT, kept: paragraphs })
  })

  it('to another model after a stop reads the rest alone', async () => {
    const { owner, deckId, documentId, paragraphs } = await aWaitingReading()
    await db().modelReading.update({ where: { documentId }, data: { state: 'stopped', model: 'large', partsDone: 1 } })
    expect(await resumeReading(owner, documentId, NAMED)).toEqual({ kind: 'rejected', reason: 'other-model' })
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'other-model' })
    await startReading(owner, documentId, CONSENT, NOW)
    const { asked, tools } = toolsFor(() => replied('answer'))
    await run(tools)
    expect(asked).toHaveLength(paragraphs - 1)
  })

  it('to a model that read all of it changes nothing; to another one it is read again', async () => {
    const { owner, deckId, documentId, paragraphs } = await aWaitingReading()
    expect(await startReading(owner, documentId, CONSENT, NOW)).toEqual(NOT_POSSIBLE)
    await run(toolsFor(() => replied('answer')).tools)
    expect(await startReading(owner, documentId, CONSENT, NOW)).toEqual(NOT_POSSIBLE)
    expect(await startReading(owner, documentId, { ...CONSENT, model: 'large' }, NOW)).toEqual({ kind: 'changed' })
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'waiting', done: 0, kept: 0 })
    expect(paragraphs).toBeGreaterThan(1)
  })
})

describe('the reading of another', () => {
  it('is not seen, started, stopped or resumed', async () => {
    const { deckId, documentId } = await aWaitingReading()
    const stranger = await aLearner()
    expect(await findReading(stranger, deckId)).toBeNull()
    expect(await startReading(stranger, documentId, CONSENT, NOW)).toEqual(NOT_FOUND)
    expect(await stopReading(stranger, documentId)).toEqual(NOT_POSSIBLE)
    await db().modelReading.updateMany({ data: { state: 'paused' } })
    expect(await resumeReading(stranger, documentId, NAMED)).toEqual(NOT_POSSIBLE)
  })
})
