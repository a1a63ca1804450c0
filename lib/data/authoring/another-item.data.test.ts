import { describe, expect, it } from 'vitest'
import { aTown, KARAKOL } from '@/test/authored-town'
import { useDatabase } from '@/test/database'
import { aDocument, aLearner, NOW } from '@/test/factories'
import { type BadWay, startBadModel } from '@/test/model-servers/bad-model'
import { GAP_MODEL, startGapModel } from '@/test/model-servers/gap-model'
import { sendReply, startModelServer } from '@/test/model-servers/model-server'
import { refreshDecks } from '@/test/refresh-decks'
import type { Block } from '../../core/document/document'
import { ItemId } from '../../core/ids'
import { db } from '../../db'
import { readModelSettings } from '../../model/settings'
import { listShownRevisions } from '../decks/shown-items'
import type { ReadingState } from '../readings/reading-row'
import { readingTools } from '../readings/reading-tools'
import { anotherItem } from './another-item'
import { askForSentence } from './ask-for-sentence'
import type { AuthoredItem } from './authored-rows'
import { undoReplacement, writeItem } from './write-item'

useDatabase()

const SENTENCE = 'The keeper of the northern lighthouse wrote each evening about passing steamers.'
const TEXT = `# Lights\n\nThe coast is dark. ${SENTENCE} Nobody has printed those notes since.`
const SPAN = { start: TEXT.indexOf(SENTENCE), end: TEXT.indexOf(SENTENCE) + SENTENCE.length }

async function toolsAt(url: string, monthlyTokens: number | null = null) {
  const settings = readModelSettings({ BILIM_MODEL: GAP_MODEL, OPENAI_BASE_URL: url })
  if (settings.kind !== 'on') throw new Error('The model is not on.')
  return readingTools({ ...settings, monthlyTokens }, { wait: async () => undefined })
}

/** A document that asks nothing of the sentence; with consent, its author let a model read it before. */
async function aLight({ hasConsent, host = '127.0.0.1' }: { readonly hasConsent: boolean; readonly host?: string }) {
  const owner = await aLearner()
  const deck = await aDocument(owner, TEXT)
  const { documentId } = deck
  await db().item.deleteMany({ where: { documentId } })
  await db().refusal.deleteMany({ where: { documentId } })
  await refreshDecks(documentId)
  const state: ReadingState = 'complete'
  const reading = { documentId, model: GAP_MODEL, host, place: 'this-machine', state, consentedAt: NOW }
  if (hasConsent) await db().modelReading.create({ data: { ...reading, leaseId: owner.learnerId, heartbeatAt: NOW } })
  return { owner, ...deck }
}

describe('another item on a sentence', () => {
  it('is the best beyond the depth of the deck, accepted', async () => {
    const { owner, deckId, itemIds } = await aTown()
    const itemId = ItemId.parse(itemIds[0])
    await db().item.update({ where: { id: itemId }, data: { depth: 'everything', rank: 9 } })
    const another = await anotherItem(owner, deckId, { start: 0, end: 35 }, null, NOW)
    expect(another).toEqual({ kind: 'item', itemId, added: [], previous: [{ itemId, choice: null }] })
  })

  it('else is a draft that was refused, with its reason', async () => {
    const { owner, deckId, documentId } = await aTown()
    const refusal = { finder: 'rules', code: 'key-too-general', values: {}, start: 78, end: 103 }
    await db().refusal.create({ data: { documentId, ...refusal, stem: 'What ends in the desert?', key: 'the Chu' } })
    expect(await anotherItem(owner, deckId, { start: 78, end: 103 }, null, NOW)).toMatchObject({
      kind: 'draft',
      draft: { stem: 'What ends in the desert?', key: ['the Chu'] },
      code: 'key-too-general',
    })
    expect(await anotherItem(owner, deckId, KARAKOL, null, NOW)).toEqual({ kind: 'none' })
  })
})

describe('another item on a sentence, with a model', () => {
  it('is what the model finds in this sentence, accepted, and gone again by undo', async () => {
    const server = await startGapModel()
    const { owner, deckId, documentId } = await aLight({ hasConsent: true })
    const another = await anotherItem(owner, deckId, SPAN, await toolsAt(server.url), NOW)
    if (another.kind !== 'item') throw new Error(another.kind)
    const [shown, ...more] = await listShownRevisions(owner, deckId)
    expect(more).toEqual([])
    expect(shown).toMatchObject({ itemId: another.itemId, revision: { evidence: [{ quote: SENTENCE }] } })
    expect(await db().item.findMany({ where: { documentId } })).toMatchObject([{ finder: `model:${GAP_MODEL}` }])
    const { promptTokens } = await db().modelReading.findUniqueOrThrow({ where: { documentId } })
    expect(promptTokens).toBeGreaterThan(0)
    await undoReplacement(owner, deckId, { itemIds: another.added, previous: another.previous }, NOW)
    expect(await db().deckChoice.count({ where: { deckId } })).toBe(0)
    expect(await db().item.count({ where: { documentId } })).toBe(0)
    await server.close()
  })

  it('asks the model nothing twice', async () => {
    const server = await startGapModel()
    const { owner, deckId } = await aLight({ hasConsent: true })
    const tools = await toolsAt(server.url)
    await anotherItem(owner, deckId, SPAN, tools, NOW)
    const { length } = server.requests
    expect(await anotherItem(owner, deckId, SPAN, tools, NOW)).toEqual({ kind: 'none' })
    expect(server.requests).toHaveLength(length)
    await server.close()
  })

  it('adds nothing once the author has stopped it', async () => {
    const stop = new AbortController()
    const server = await startGapModel(() => {
      stop.abort()
      return true
    })
    const { owner, deckId, documentId } = await aLight({ hasConsent: true })
    const stopped = await anotherItem(owner, deckId, SPAN, await toolsAt(server.url), NOW, stop.signal)
    expect(stopped).toEqual({ kind: 'none' })
    expect(server.requests).not.toEqual([])
    expect(await db().item.count({ where: { documentId } })).toBe(0)
    await server.close()
  })

  it.each([
    ['no model', { hasConsent: false }, { kind: 'none' }],
    [
      'a model on another host',
      { hasConsent: true, host: 'models.example' },
      { kind: 'model-failed', reason: 'other-model' },
    ],
  ])('sends nothing of a document whose author let %s read it', async (_which, consent, outcome) => {
    const server = await startGapModel()
    const { owner, deckId } = await aLight(consent)
    expect(await anotherItem(owner, deckId, SPAN, await toolsAt(server.url), NOW)).toEqual(outcome)
    expect(server.requests).toEqual([])
    await server.close()
  })

  it('is a refused draft where the model cannot be reached', async () => {
    const server = await startGapModel(() => false)
    const { owner, deckId, documentId } = await aLight({ hasConsent: true })
    const refusal = { finder: 'rules', code: 'key-too-general', values: {}, ...SPAN, stem: 'Who wrote?', key: 'keeper' }
    await db().refusal.create({ data: { documentId, ...refusal } })
    expect(await anotherItem(owner, deckId, SPAN, await toolsAt(server.url), NOW)).toMatchObject({
      kind: 'draft',
      draft: { stem: 'Who wrote?' },
    })
    await server.close()
  })
})

describe('where the model gives no answer', () => {
  const failing = async (way: BadWay) => {
    const server = await startBadModel(way)
    return { server, ...(await aLight({ hasConsent: true })) }
  }

  it.each(['unauthorised', 'prompt-too-long', 'content-filter'] as const)('says why: %s', async (way) => {
    const { server, owner, deckId } = await failing(way)
    const reason = way === 'content-filter' ? 'declined' : way
    const outcome = await anotherItem(owner, deckId, SPAN, await toolsAt(server.url), NOW)
    expect(outcome).toEqual({ kind: 'model-failed', reason })
    await server.close()
  })

  it('says that the tokens of the month are used up, and asks nothing', async () => {
    const { server, owner, deckId } = await failing('well-behaved')
    const outcome = await anotherItem(owner, deckId, SPAN, await toolsAt(server.url, 0), NOW)
    expect(outcome).toEqual({ kind: 'model-failed', reason: 'limit' })
    expect(server.requests).toEqual([])
    await server.close()
  })

  it('says that it took too long', async () => {
    const { server, documentId } = await failing('silence')
    const row = await db().document.findUniqueOrThrow({ where: { id: documentId } })
    const options = { now: NOW, stop: new AbortController().signal, within: 50 }
    const document = { ...row, blocks: row.blocks as Block[] }
    const found = await askForSentence(document, SPAN, await toolsAt(server.url), options)
    expect(found).toMatchObject({ drafts: [], failure: 'timeout' })
    await server.close()
  })

  it('says that there is nothing else where it answered with nothing', async () => {
    const { server, owner, deckId } = await failing('well-behaved')
    expect(await anotherItem(owner, deckId, SPAN, await toolsAt(server.url), NOW)).toEqual({ kind: 'none' })
    await server.close()
  })
})

describe('a refused draft', () => {
  const refusal = {
    finder: 'rules',
    code: 'guessable',
    values: { share: 3 },
    ...SPAN,
    stem: 'Who wrote?',
    key: 'keeper',
  }
  const mended: AuthoredItem = {
    ...{ type: 'flashcard', stem: 'Who wrote each evening about passing steamers?', wrong: [] },
    ...{ key: ['the keeper of the northern lighthouse'], evidence: [SPAN] },
  }

  it('comes with the reason, until its author has saved it in other words', async () => {
    const { owner, deckId, documentId } = await aLight({ hasConsent: false })
    await db().refusal.create({ data: { documentId, ...refusal } })
    const offered = await anotherItem(owner, deckId, SPAN, null, NOW)
    if (offered.kind !== 'draft') throw new Error(offered.kind)
    expect(offered).toMatchObject({ code: 'guessable', values: { share: 3 }, draft: { stem: 'Who wrote?' } })
    const { refusalId } = offered
    expect(await writeItem(owner, deckId, mended, { anyway: true, refusalId }, NOW)).toMatchObject({ kind: 'written' })
    expect(await anotherItem(owner, deckId, SPAN, null, NOW)).toEqual({ kind: 'none' })
  })

  it('of a model does not come back with the replies that were saved', async () => {
    const server = await startModelServer([GAP_MODEL], (response, { stream }) => {
      const item = { sentence: 2, type: 'flashcard', question: 'Who wrote?', answers: ['The postman'], wrong: [] }
      sendReply(response, JSON.stringify({ items: [item] }), { prompt_tokens: 9, completion_tokens: 9 }, stream)
    })
    const { owner, deckId } = await aLight({ hasConsent: true })
    const tools = await toolsAt(server.url)
    const offered = await anotherItem(owner, deckId, SPAN, tools, NOW)
    if (offered.kind !== 'draft') throw new Error(offered.kind)
    await writeItem(owner, deckId, mended, { anyway: true, refusalId: offered.refusalId }, NOW)
    expect(await anotherItem(owner, deckId, SPAN, tools, NOW)).toEqual({ kind: 'none' })
    await server.close()
  })

  it('of another document is not forgotten', async () => {
    const [own, other] = [await aLight({ hasConsent: false }), await aLight({ hasConsent: false })]
    const { id: refusalId } = await db().refusal.create({ data: { documentId: other.documentId, ...refusal } })
    await writeItem(own.owner, own.deckId, mended, { anyway: true, refusalId }, NOW)
    expect(await db().refusal.count({ where: { id: refusalId } })).toBe(1)
  })
})
