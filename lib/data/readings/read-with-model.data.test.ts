import { describe, expect, it } from 'vitest'
import { aLearner, NOW } from '@/test/factories'
import {
  aWaitingReading,
  clock,
  finder,
  modelItems,
  NAMED,
  NONSENSE,
  NOT_POSSIBLE,
  replied,
  run,
  toolsFor,
  useReadings,
} from '@/test/readings'
import { HOUR_MS } from '../../core/shared/time'
import { db } from '../../db'
import { failed } from '../../model/failure'
import { deleteDocument } from '../documents/delete-deck'
import { findReading, monthAfter, readUsage } from './find-reading'
import { claimReadings, releaseReadings } from './reading-row'
import { resumeReading, stopReading } from './start-reading'

useReadings()

describe('a reading', () => {
  it('adds what the model finds to what the rules made, ranked with it', async () => {
    const { owner, deckId, documentId, itemIds, paragraphs } = await aWaitingReading()
    const { tools } = toolsFor(() => replied('answer'))
    await run(tools)
    const items = await modelItems(documentId)
    expect(items).toHaveLength(paragraphs)
    expect(await db().item.count({ where: { documentId, finder: 'rules' } })).toBe(itemIds.length)
    const ranks = (await db().item.findMany({ where: { documentId } })).map(({ rank }) => rank)
    expect(new Set(ranks).size).toBe(ranks.length)
    expect(await findReading(owner, deckId)).toMatchObject({
      ...{ state: 'complete', done: paragraphs, sections: paragraphs, kept: paragraphs, refused: 0 },
      ...{ promptTokens: 100 * paragraphs, completionTokens: 10 * paragraphs, reason: null, minutesLeft: null },
    })
    expect(await readUsage(NOW)).toEqual([
      { model: NAMED.name, promptTokens: 100 * paragraphs, completionTokens: 10 * paragraphs, documents: 1 },
    ])
  })

  it('shows the newest questions of the model with the words that prove them, those of the rules never', async () => {
    const { owner, deckId, documentId } = await aWaitingReading()
    expect(await findReading(owner, deckId)).toMatchObject({ newest: [] })
    await run(toolsFor(() => replied('answer')).tools)
    const items = await db().item.findMany({
      where: { documentId, finder: finder.name },
      orderBy: [{ createdAt: 'desc' }, { position: 'desc' }, { id: 'asc' }],
      include: { revisions: true },
    })
    const newest = (await findReading(owner, deckId))?.newest ?? []
    expect(newest.map(({ id }) => id)).toEqual(items.slice(0, 3).map(({ id }) => id))
    expect(newest[0]?.question).toBe(items[0]?.revisions[0]?.stem)
    const { text } = await db().document.findUniqueOrThrow({ where: { id: documentId } })
    for (const { sentence } of newest) expect(text.replace(/\n/g, ' ')).toContain(sentence)
  })

  it('keeps why a sentence gave nothing', async () => {
    const { owner, deckId, documentId, paragraphs } = await aWaitingReading()
    await run(toolsFor(() => replied('none')).tools)
    expect(await db().refusal.count({ where: { documentId, finder: finder.name } })).toBe(paragraphs)
    expect(await findReading(owner, deckId)).toMatchObject({ kept: 0, refused: paragraphs })
  })

  it('pauses after three failures in a row, and asks nothing twice when it is tried again', async () => {
    const { owner, deckId, documentId, paragraphs } = await aWaitingReading()
    let isUp = true
    const { asked, tools } = toolsFor(() => {
      if (!isUp) return failed('unreachable')
      isUp = false
      return replied('answer')
    })
    await run(tools)
    expect(asked).toHaveLength(1 + 3)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'unreachable', done: 1, kept: 1 })
    expect(await resumeReading(owner, documentId, NAMED)).toEqual({ kind: 'changed' })
    const again = toolsFor(() => replied('answer'))
    await run(again.tools)
    expect(again.asked).toHaveLength(paragraphs - 1)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', kept: paragraphs })
  })

  it('pauses at once where the next request would fail as well', async () => {
    const { owner, deckId } = await aWaitingReading()
    const { asked, tools } = toolsFor(() => failed('unauthorised'))
    await run(tools)
    expect(asked).toHaveLength(1)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'unauthorised' })
  })

  it('goes on by itself in the next process once the pause is over that its service asked for', async () => {
    const { owner, deckId, paragraphs } = await aWaitingReading()
    const busy = toolsFor(() => ({ ...failed('rate-limited'), retryAfterMs: HOUR_MS }))
    await run(busy.tools)
    expect(busy.asked).toHaveLength(1)
    const resumeAt = new Date(NOW.getTime() + HOUR_MS)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'rate-limited', resumeAt })
    await releaseReadings()
    Reflect.deleteProperty(globalThis, 'bilimShutdown')
    const free = toolsFor(() => replied('answer'))
    await run(free.tools, () => new Date(resumeAt.getTime() - 1))
    expect(free.asked).toEqual([])
    await run(free.tools, () => resumeAt)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', resumeAt: null, kept: paragraphs })
  })

  it('does not go on by itself if its author stopped it in the pause, or the pause is longer than a month', async () => {
    const { owner, deckId, documentId } = await aWaitingReading()
    const pausing = (retryAfterMs: number) => toolsFor(() => ({ ...failed('rate-limited'), retryAfterMs })).tools
    await run(pausing(HOUR_MS))
    expect(await stopReading(await aLearner(), documentId)).toEqual(NOT_POSSIBLE)
    expect(await stopReading(owner, documentId)).toEqual({ kind: 'changed' })
    const free = toolsFor(() => replied('answer'))
    await run(free.tools, () => new Date(NOW.getTime() + 2 * HOUR_MS))
    expect(free.asked).toEqual([])
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'stopped', reason: null, resumeAt: null })
    await resumeReading(owner, documentId, NAMED)
    await run(pausing(1_000 * HOUR_MS))
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', resumeAt: null })
    expect(await stopReading(owner, documentId)).toEqual(NOT_POSSIBLE)
  })

  it('does not blame the model for an error of this server', async () => {
    const { owner, deckId } = await aWaitingReading()
    const { tools } = toolsFor(() => replied('answer'))
    const headingOf = () => {
      throw new Error('A bug')
    }
    await expect(run({ ...tools, headingOf })).rejects.toThrow('A bug')
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'internal-error' })
  })

  it('skips a stage whose request alone fails', async () => {
    const { owner, deckId, paragraphs } = await aWaitingReading()
    let isFirst = true
    const { tools } = toolsFor(() => {
      if (!isFirst) return replied('answer')
      isFirst = false
      return failed('prompt-too-long')
    })
    await run(tools)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', kept: paragraphs - 1, refused: 1 })
  })

  it('pauses where nothing that the model writes can be read, and counts its tokens', async () => {
    const { owner, deckId, documentId } = await aWaitingReading()
    const { asked, tools } = toolsFor(() => replied(NONSENSE))
    await run(tools)
    expect(asked).toHaveLength(2)
    expect(await findReading(owner, deckId)).toMatchObject({
      ...{ state: 'paused', reason: 'bad-reply', done: 0, kept: 0, refused: 0, promptTokens: 200 },
    })
    expect(await db().modelReply.count({ where: { documentId } })).toBe(0)
  })

  it('passes over a part about which it wrote nothing readable, and counts it', async () => {
    const { owner, deckId, paragraphs } = await aWaitingReading()
    const { asked, tools } = toolsFor(() => replied(asked.length === 1 ? 'answer' : NONSENSE))
    await run(tools)
    expect(asked).toHaveLength(1 + 2 * (paragraphs - 1))
    expect(await findReading(owner, deckId)).toMatchObject({
      ...{ state: 'complete', done: paragraphs, unread: paragraphs - 1, kept: 1 },
    })
  })

  it('rests at the limit of tokens of the month, and goes on by itself on the first of the next', async () => {
    const { owner, deckId, paragraphs } = await aWaitingReading()
    const { asked, tools } = toolsFor(() => replied('answer'), 150)
    await run(tools)
    expect(asked).toHaveLength(2)
    const resumeAt = monthAfter(NOW)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'limit', done: 2, resumeAt })
    const next = toolsFor(() => replied('answer'), 150 + 100 * paragraphs)
    await run(next.tools, () => new Date(resumeAt.getTime() - 1))
    expect(next.asked).toEqual([])
    await run(next.tools, () => resumeAt)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', kept: paragraphs })
  })

  it('at the limit reads the rest at once when asked after it was raised, and never when stopped', async () => {
    const [asked, stopped] = [await aWaitingReading(), await aWaitingReading()]
    await run(toolsFor(() => replied('answer'), 50).tools)
    expect(await stopReading(stopped.owner, stopped.documentId)).toEqual({ kind: 'changed' })
    expect(await resumeReading(asked.owner, asked.documentId, NAMED)).toEqual({ kind: 'changed' })
    await run(toolsFor(() => replied('answer'), 100_000).tools)
    expect(await findReading(asked.owner, asked.deckId)).toMatchObject({ state: 'complete' })
    await run(toolsFor(() => replied('answer')).tools, () => monthAfter(NOW))
    expect(await findReading(stopped.owner, stopped.deckId)).toMatchObject({ state: 'stopped' })
  })

  it('has the first of January after December', () => {
    expect(monthAfter(new Date('2026-12-31T23:59:59Z'))).toEqual(new Date('2027-01-01T00:00:00Z'))
  })

  it('is stopped by its author, and what was made stays', async () => {
    const { owner, deckId, documentId } = await aWaitingReading()
    const { tools } = toolsFor(() => replied('answer'))
    let stopped: unknown
    const { send } = tools.model
    const stopping = async (...request: Parameters<typeof send>) => {
      if ((await modelItems(documentId)).length > 0) stopped ??= await stopReading(owner, documentId)
      return send(...request)
    }
    await run({ ...tools, model: { ...tools.model, send: stopping } })
    expect(stopped).toEqual({ kind: 'changed' })
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'stopped', done: 1 })
    expect(await modelItems(documentId)).toHaveLength(1)
    const places = await db().item.findMany({ where: { documentId }, select: { rank: true, depth: true } })
    expect(new Set(places.map(({ rank }) => rank)).size).toBe(places.length)
    expect(places.some(({ depth }) => depth === 'everything')).toBe(false)
  })

  it('ends with its document, with its replies', async () => {
    const { owner, documentId } = await aWaitingReading()
    const { asked, tools } = toolsFor(() => replied('answer'))
    const { send } = tools.model
    const deleting = async (...request: Parameters<typeof send>) => {
      if (asked.length === 1) await deleteDocument(owner, documentId)
      return send(...request)
    }
    await run({ ...tools, model: { ...tools.model, send: deleting } })
    expect(asked).toHaveLength(2)
    expect(await db().modelReply.count({ where: { documentId } })).toBe(0)
  })

  it('is resumed after its process died, from the first part that is not done', async () => {
    const { owner, deckId, documentId, paragraphs } = await aWaitingReading()
    await run(toolsFor(() => replied('answer')).tools)
    const died = { state: 'running', partsDone: 1, kept: 1, heartbeatAt: new Date(0) }
    await db().modelReading.update({ where: { documentId }, data: died })
    const before = await modelItems(documentId)
    const { asked, tools } = toolsFor(() => replied('answer'))
    await run(tools)
    expect(asked).toEqual([])
    expect((await modelItems(documentId)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', done: paragraphs })
  })

  it('is left to its owner when one part ends its process again and again', async () => {
    const { owner, deckId, documentId } = await aWaitingReading()
    const died = { state: 'running', heartbeatAt: new Date(0) }
    for (let resumed = 0; resumed < 3; resumed++) {
      await db().modelReading.update({ where: { documentId }, data: died })
      expect(await claimReadings(clock, false, 1)).toHaveLength(1)
    }
    await db().modelReading.update({ where: { documentId }, data: died })
    expect(await claimReadings(clock, false, 1)).toEqual([])
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'interrupted' })
  })

  it('may be resumed again after each part that is done', async () => {
    const { documentId } = await aWaitingReading()
    await db().modelReading.update({
      where: { documentId },
      data: { state: 'running', resumed: 2, heartbeatAt: new Date(0) },
    })
    const before: number[] = []
    const { tools } = toolsFor(() => replied('answer'))
    const { send } = tools.model
    const looking = async (...request: Parameters<typeof send>) => {
      before.push((await db().modelReading.findUniqueOrThrow({ where: { documentId } })).resumed)
      return send(...request)
    }
    await run({ ...tools, model: { ...tools.model, send: looking } })
    expect(before.slice(0, 2)).toEqual([3, 0])
  })

  it('goes on at once after its server was stopped in order, however often that was', async () => {
    const { owner, deckId, documentId, paragraphs } = await aWaitingReading()
    for (let stops = 0; stops < 5; stops++) {
      const { tools } = toolsFor(() => replied('answer'))
      const stopping = async () => {
        await releaseReadings()
        return replied('answer')
      }
      await run({ ...tools, model: { ...tools.model, send: stopping } })
      Reflect.deleteProperty(globalThis, 'bilimShutdown')
      expect(await findReading(owner, deckId)).toMatchObject({ state: 'waiting', done: 0 })
    }
    expect(await db().modelReading.findUniqueOrThrow({ where: { documentId } })).toMatchObject({ resumed: 0 })
    await run(toolsFor(() => replied('answer')).tools)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', done: paragraphs })
  })

  it('waits for the rules', async () => {
    const { owner, deckId, documentId } = await aWaitingReading()
    const job = { documentId, ownerId: owner.learnerId, state: 'running', leaseId: owner.learnerId, heartbeatAt: NOW }
    await db().generationJob.create({ data: job })
    await run(toolsFor(() => replied('answer')).tools)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'waiting', done: 0 })
  })
})
