import { afterEach, describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { NOT_FOUND } from '@/test/decks'
import { aDeck, aLearner, NOW } from '@/test/factories'
import type { Span } from '../../core/document/document'
import { contentKey } from '../../core/fact/content-key'
import type { Draft } from '../../core/generation/draft'
import type { Finder, ModelRequest } from '../../core/generation/finder'
import type { Admitted } from '../../core/generation/gate'
import { readItem } from '../../core/item/item'
import type { Viewer } from '../../core/people/viewer'
import { HOUR_MS } from '../../core/shared/time'
import { db } from '../../db'
import type { ChatReply } from '../../model/complete-chat'
import { failed, type ModelFailure } from '../../model/failure'
import { deleteDocument } from '../documents/delete-deck'
import { cancelGeneration } from '../documents/generation-job'
import { findReading, readUsage } from './find-reading'
import type { ReadingTools } from './read-with-model'
import { claimReadings, pauseWithoutModel, type ReadingState, releaseReadings } from './reading-row'
import { runReadings } from './run-readings'
import { resumeReading, startReading, stopReading } from './start-reading'

useDatabase()

const clock = () => NOW
const MODEL = 'tiny'
const HOST = 'localhost'
const NAMED = { name: MODEL, host: HOST }
const CONSENT = { model: MODEL, host: HOST, place: 'this-machine' } as const

const NOT_POSSIBLE = { kind: 'rejected', reason: 'not-possible' }

type Answer = (request: ModelRequest) => ChatReply | ModelFailure
const replied = (content: string): ChatReply => {
  return { kind: 'replied', content, promptTokens: 100, completionTokens: 10, format: 'text', finish: 'stop' }
}

/** Each paragraph is a part; its reply is the answer of a card on it, or "none". */
const finder: Finder<Span> = {
  name: `model:${MODEL}`,
  parts: ({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.span] : [])),
  *find(span, { text }) {
    const quote = text.slice(span.start, span.end)
    const messages = [{ role: 'user' as const, content: quote }]
    const [reply] = yield [{ stage: 'propose', messages, schema: {}, mostTokens: 50 }]
    const refusal = { finder: finder.name, values: {}, span, stem: '', key: '' }
    if (!reply || reply === 'none') return { drafts: [], refusals: [{ ...refusal, code: 'no-claim' as const }] }
    return { drafts: [draftOf(reply, span, quote)], refusals: [] }
  },
}

function draftOf(answer: string, span: Span, quote: string): Draft {
  const stem = `What does the paragraph of ${span.start} say?`
  const rest = { accepted: [[]], wrong: [], answerSpan: null, explanation: quote, score: 0.9, doubts: [] }
  return { finder: finder.name, type: 'short-answer', stem, key: [answer], evidence: [span], ...rest }
}

const admit = (drafts: readonly Draft[], text: string): Admitted => {
  const made = drafts.map((draft) => {
    const [span = { start: 0, end: 0 }] = draft.evidence
    const id = contentKey('property', draft.explanation, ...draft.key)
    const quoted = { subject: '', relation: '', members: [], open: false, heading: '', answerSpan: null }
    const fact = { id, kind: 'property' as const, statement: draft.explanation, spans: [span], answer: '', ...quoted }
    const written = {
      ...{ id: contentKey(draft.stem, id), type: draft.type, tier: 'A' as const, factIds: [id], stem: draft.stem },
      ...{ options: [], key: draft.key, accepted: draft.accepted, explanation: draft.explanation },
      ...{ distractorReasons: {}, distractorEvidence: {} },
      evidence: [{ ...span, quote: text.slice(span.start, span.end) }],
    }
    return { fact, item: { ...readItem(written), finder: draft.finder, score: draft.score, doubts: [] } }
  })
  return { facts: made.map(({ fact }) => fact), items: made.map(({ item }) => item), refusals: [] }
}

function toolsFor(answer: Answer, monthlyTokens: number | null = null) {
  const asked: string[] = []
  const tools: ReadingTools<Span> = {
    model: {
      ...NAMED,
      monthlyTokens,
      hashOf: (model, { messages }) => contentKey(model, ...messages.map(({ content }) => content)),
      send: async (request) => {
        asked.push(request.messages[0]?.content ?? '')
        return answer(request)
      },
    },
    finderFor: () => finder,
    headingOf: () => 'Lakes',
    gateFor: (_, { text }) => ({ admit: (drafts) => admit(drafts, text) }),
  }
  return { asked, tools }
}

async function aWaitingReading() {
  const owner = await aLearner()
  const deck = await aDeck(owner)
  await consent(owner, deck.documentId)
  const paragraphs = finder.parts(
    await db()
      .document.findUniqueOrThrow({ where: { id: deck.documentId } })
      .then((row) => ({ ...row, blocks: row.blocks as never })),
  )
  return { owner, ...deck, paragraphs: paragraphs.length }
}

/** As `startReading` saves it. */
const consent = (owner: Viewer, documentId: string) =>
  db().modelReading.create({
    data: {
      ...{ documentId, ...CONSENT, state: 'waiting' satisfies ReadingState, consentedAt: NOW },
      ...{ leaseId: owner.learnerId, heartbeatAt: NOW },
    },
  })

const onError = (error: unknown) => {
  throw error
}
const run = async (tools: ReadingTools<Span>, at = clock) =>
  void (await Promise.all(await runReadings(tools, at, { isAlone: false, onError })))

const modelItems = (documentId: string) =>
  db().item.findMany({ where: { documentId, finder: finder.name }, orderBy: { contentKey: 'asc' } })

afterEach(async () => {
  await db().modelReading.deleteMany()
  await db().modelUsage.deleteMany()
})

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
      { model: MODEL, promptTokens: 100 * paragraphs, completionTokens: 10 * paragraphs, documents: 1 },
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

  it('ends at the limit of tokens of the month', async () => {
    const { owner, deckId } = await aWaitingReading()
    const { asked, tools } = toolsFor(() => replied('answer'), 150)
    await run(tools)
    expect(asked).toHaveLength(2)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'limit', done: 2 })
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
