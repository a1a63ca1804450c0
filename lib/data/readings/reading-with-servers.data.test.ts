import { afterEach, describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aDeck, aDocument, aLearner, NOW } from '@/test/factories'
import { longText } from '@/test/long-text'
import { startBadModel } from '@/test/model-servers/bad-model'
import { GAP_MODEL, startGapModel } from '@/test/model-servers/gap-model'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { readModelSettings } from '../../model/settings'
import { admitReply, type ReplyAdmitted } from '../authoring/pasted-replies'
import { findReading } from './find-reading'
import type { ReadingState } from './reading-row'
import { readingTools } from './reading-tools'
import { runReadings } from './run-readings'
import { resumeReading } from './start-reading'

useDatabase()

afterEach(async () => {
  await db().modelReading.deleteMany()
})

const read = (url: string, model: string): Promise<void> => run(toolsOf(url, model))

/** Those of the model at this address. */
function toolsOf(url: string, model: string) {
  const settings = readModelSettings({ BILIM_MODEL: model, OPENAI_BASE_URL: url })
  if (settings.kind !== 'on') throw new Error('The model is not on.')
  return readingTools(settings, { wait: async () => undefined })
}

/** Reads every document that waits. */
async function run(tools: ReturnType<typeof toolsOf>): Promise<void> {
  const onError = (error: unknown) => {
    throw error
  }
  await Promise.all(await runReadings(tools, () => NOW, { isAlone: true, onError }))
}

/** Fails between saving the items of a part and the end of it. */
function withUnsavableRefusal(tools: ReturnType<typeof toolsOf>) {
  const finderFor: ReturnType<typeof toolsOf>['finderFor'] = (wish) => {
    const finder = tools.finderFor(wish)
    return {
      ...finder,
      *find(part, document) {
        const found = yield* finder.find(part, document)
        const refusal = { finder: finder.name, values: {}, span: null, stem: '', key: '', code: null as never }
        return { ...found, refusals: [...found.refusals, refusal] }
      },
    }
  }
  return { ...tools, finderFor }
}

const HERE = { host: '127.0.0.1', place: 'this-machine' }

const consent = ({ learnerId }: Viewer, documentId: string, model: string) =>
  db().modelReading.create({
    data: {
      ...{ documentId, model, ...HERE, state: 'waiting' satisfies ReadingState, consentedAt: NOW },
      ...{ leaseId: learnerId, heartbeatAt: NOW },
    },
  })

const itemsOf = (documentId: string, finder: string) =>
  db().item.findMany({ where: { documentId, finder }, orderBy: { contentKey: 'asc' }, include: { revisions: true } })

describe('a reading by a model on a server', () => {
  it('adds items that pass the gate, and leaves those of the rules as they are to the last byte', async () => {
    const server = await startGapModel()
    const owner = await aLearner()
    const { deckId, documentId } = await aDeck(owner)
    const before = await itemsOf(documentId, 'rules')
    await consent(owner, documentId, GAP_MODEL)
    await read(server.url, GAP_MODEL)
    await server.close()
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', kept: expect.any(Number) })
    const made = await itemsOf(documentId, `model:${GAP_MODEL}`)
    expect(made.length).toBeGreaterThan(0)
    const contentOf = (items: typeof before) =>
      items.map(({ contentKey, tier, revisions }) => [contentKey, tier, revisions])
    expect(contentOf(await itemsOf(documentId, 'rules'))).toEqual(contentOf(before))
    const sent = server.requests.map(({ body }) => JSON.stringify(body)).join('')
    expect(sent).not.toContain(owner.learnerId)
  })

  it('saves a part whole or not at all, so that its own items never refuse it', async () => {
    const server = await startGapModel()
    const [whole, broken] = [await aLearner(), await aLearner()]
    const [deck, brokenDeck] = [await aDeck(whole), await aDeck(broken)]
    await consent(whole, deck.documentId, GAP_MODEL)
    await read(server.url, GAP_MODEL)
    const expected = await findReading(whole, deck.deckId)
    await consent(broken, brokenDeck.documentId, GAP_MODEL)
    await expect(run(withUnsavableRefusal(toolsOf(server.url, GAP_MODEL)))).rejects.toThrow()
    expect(await findReading(broken, brokenDeck.deckId)).toMatchObject({ state: 'paused', done: 0, kept: 0 })
    expect(await itemsOf(brokenDeck.documentId, `model:${GAP_MODEL}`)).toEqual([])
    await resumeReading(broken, brokenDeck.documentId, { name: GAP_MODEL, host: HERE.host })
    await read(server.url, GAP_MODEL)
    await server.close()
    const { kept, refused } = expected ?? {}
    expect(kept).toBeGreaterThan(0)
    expect(await findReading(broken, brokenDeck.deckId)).toMatchObject({ state: 'complete', kept, refused })
  })

  it.each([
    'empty',
    'fences',
    'thinking',
    'cut-at-token-limit',
    'repetition',
    'error-in-reply',
    'html',
    'redirect',
    'unauthorised',
    'server-error',
    'closed-half-way',
    'prompt-too-long',
  ] as const)('that answers badly (%s) loses nothing and says how it ended', async (way) => {
    const server = await startBadModel(way)
    const owner = await aLearner()
    const { deckId, documentId, itemIds } = await aDeck(owner)
    await consent(owner, documentId, 'bad')
    await read(server.url, 'bad')
    await server.close()
    const reading = await findReading(owner, deckId)
    expect(['complete', 'paused']).toContain(reading?.state)
    expect(reading?.state === 'paused').toBe(reading?.reason !== null)
    expect((await itemsOf(documentId, 'rules')).map(({ id }) => id).sort()).toEqual([...itemIds].sort())
    expect(await itemsOf(documentId, 'model:bad')).toEqual([])
  })

  it('repeats nothing of what its author pasted while it read, and leaves that as it is', async () => {
    const server = await startGapModel()
    const owner = await aLearner()
    const { deckId, documentId } = await aDeck(owner)
    await consent(owner, documentId, GAP_MODEL)
    const { model, ...tools } = toolsOf(server.url, GAP_MODEL)
    let pasted: ReplyAdmitted | null = null
    const pasting: typeof model.send = async (request, sender) => {
      const reply = await model.send(request, sender)
      if (reply.kind === 'replied' && request.stage === 'propose')
        pasted ??= await admitReply(owner, deckId, reply.content)
      return reply
    }
    await run({ ...tools, model: { ...model, send: pasting } })
    await server.close()
    expect(pasted).toMatchObject({ kind: 'admitted', itemIds: expect.arrayContaining([expect.any(String)]) })
    const kept = await itemsOf(documentId, 'pasted')
    expect(kept.map(({ id }) => id).sort()).toEqual([...(pasted as unknown as { itemIds: string[] }).itemIds].sort())
    expect(kept.every(({ tier }) => tier === 'B')).toBe(true)
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete', kept: 0 })
  })

  it('pauses after one request where the service asks to wait for an hour', async () => {
    const server = await startBadModel('rate-limited')
    const owner = await aLearner()
    const { deckId, documentId } = await aDeck(owner)
    await consent(owner, documentId, 'bad')
    await read(server.url, 'bad')
    await server.close()
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused', reason: 'rate-limited', done: 0 })
    expect(server.requests).toHaveLength(1)
  })

  it('goes on where it was when the server dies half-way, and asks nothing twice', { tags: ['long'] }, async () => {
    const owner = await aLearner()
    const { deckId, documentId } = await aDocument(owner, longText(10_000))
    await consent(owner, documentId, GAP_MODEL)
    const dying = await startGapModel((asked) => asked <= 30)
    await read(dying.url, GAP_MODEL)
    await dying.close()
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'paused' })
    const asked = await db().modelReply.count({ where: { documentId } })
    expect(asked).toBe(30)
    await resumeReading(owner, documentId, { name: GAP_MODEL, host: HERE.host })
    const living = await startGapModel()
    await read(living.url, GAP_MODEL)
    await living.close()
    expect(await findReading(owner, deckId)).toMatchObject({ state: 'complete' })
    const answered = living.requests.filter(({ body }) => body).length
    expect(await db().modelReply.count({ where: { documentId } })).toBe(asked + answered)
  })
})
