import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aKnownDeck, rejected } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import { structureDocument } from '../../core/document/structure-document'
import { ItemId } from '../../core/ids'
import { db } from '../../db'
import { chooseItem } from './accept-items'
import { changeDepth } from './deck-depth'
import { whyNotAsked } from './why-not-asked'

useDatabase()

const TEXT = 'The Naryn is long and wide. It is so. The Chu ends in the desert.'
const IT_IS_SO = { start: 28, end: 37 }

it('lists the sentences without an item, each with its reasons, for the author alone', async () => {
  const owner = await aLearner()
  const { deckId, documentId, factIds } = await aKnownDeck(owner, {
    text: TEXT,
    items: [{ type: 'short-answer', stem: 'How long is the Naryn?', key: ['long'] }],
  })
  const row = { documentId, values: {}, stem: '', key: '' }
  await db().refusal.createMany({
    data: [
      { ...row, finder: 'rules', code: 'no-claim', start: 38, end: 65 },
      { ...row, finder: 'model:tiny', code: 'guessable', start: 38, end: 65, stem: 'What ends?', key: 'the Chu' },
      { ...row, finder: 'rules', code: 'no-claim', start: 28, end: 37 },
      // Of a sentence that is asked, and of no sentence.
      { ...row, finder: 'rules', code: 'key-too-general', start: 0, end: 27 },
      { ...row, finder: 'model:tiny', code: 'unreadable', start: null, end: null },
    ],
  })
  expect((await whyNotAsked(owner, deckId)).unasked).toMatchObject([
    { text: 'It is so.', reasons: [{ code: 'no-claim' }] },
    {
      text: 'The Chu ends in the desert.',
      reasons: [{ finder: 'rules' }, { finder: 'model:tiny', stem: 'What ends?' }],
    },
  ])
  expect(await whyNotAsked(await aLearner(), deckId)).toEqual({ asked: [], unasked: [] })
  // A fact may be proved by several sentences: an order, a list.
  const spans = [0, 38].map((start) => ({ start, end: start + 27 }))
  await db().fact.update({ where: { id: factIds[0] ?? '' }, data: { spans } })
  expect((await whyNotAsked(owner, deckId)).unasked).toMatchObject([{ text: 'It is so.' }])
})

it('says of a sentence that only items beyond the depth ask about, at which depth it is asked', async () => {
  const owner = await aLearner()
  const { deckId, documentId, itemIds, factIds } = await aKnownDeck(owner, {
    text: TEXT,
    items: [
      { type: 'short-answer', stem: 'How long is the Naryn?', key: ['long'] },
      { type: 'short-answer', stem: 'Where does the Chu end?', key: ['in the desert'] },
    ],
  })
  const [naryn, chu] = [
    { start: 0, end: 27 },
    { start: 38, end: 65 },
  ]
  for (const [at, span] of [naryn, chu].entries())
    await db().fact.update({ where: { id: factIds[at] ?? '' }, data: { spans: [span] } })
  await db().item.update({ where: { id: itemIds[1] ?? '' }, data: { depth: 'everything' } })
  // Another item of that sentence was refused, and the one between the rivers asks nothing.
  const refusal = { documentId, finder: 'rules', code: 'no-claim', values: {}, stem: '', key: '' }
  await db().refusal.createMany({ data: [chu, IT_IS_SO].map((span) => ({ ...refusal, ...span })) })
  const told = async () =>
    (await whyNotAsked(owner, deckId)).unasked.map(({ text, depth, reasons }) => [text, depth, reasons.length])
  const nothing = ['It is so.', null, 1]
  expect(await told()).toEqual([nothing, ['The Chu ends in the desert.', 'everything', 0]])
  await changeDepth(owner, deckId, 'everything')
  expect(await told()).toEqual([nothing])
  await db().item.update({ where: { id: itemIds[0] ?? '' }, data: { depth: 'balanced' } })
  await changeDepth(owner, deckId, 'key')
  expect((await told()).map(([, depth]) => depth)).toEqual(['balanced', null, 'everything'])
})

const RUSSIAN = '# Озеро\n\nОзеро длинное. Оно лежит в горах.\n\n| Год | Вода |\n| --- | --- |\n| 1901 | чистая |'

it('gives every sentence that is not asked a reason, though no finder left one', async () => {
  const owner = await aLearner()
  const items = [{ type: 'flashcard' as const, stem: 'Какое озеро?', key: ['длинное'] }]
  const { deckId, documentId, itemIds, factIds } = await aKnownDeck(owner, { text: RUSSIAN, items })

  const at = (words: string) => ({ start: RUSSIAN.indexOf(words), end: RUSSIAN.indexOf(words) + words.length })
  const blocks = structureDocument({ title: null, text: RUSSIAN, format: 'md' }).blocks
  await db().document.update({ where: { id: documentId }, data: { blocks: [...blocks], refused: { language: 1 } } })
  await db().fact.update({ where: { id: factIds[0] ?? '' }, data: { spans: [at('Озеро длинное.')] } })
  const told = async () => {
    const { asked, unasked } = await whyNotAsked(owner, deckId)
    const reasons = unasked.map(({ text, reasons: [reason] }) => ({ text, code: reason?.code, values: reason?.values }))
    return { asked: asked.map(({ start, end }) => RUSSIAN.slice(start, end)), reasons }
  }
  const noDraft = (model: string) =>
    ['Оно лежит в горах.', 'Год | Вода', '1901 | чистая'].map((text) => {
      return { text, code: 'no-draft', values: { rules: 'unknown', model } }
    })
  expect(await told()).toEqual({ asked: ['Озеро длинное.'], reasons: noDraft('none') })
  // As in a copy of a deck that ships with a model's items.
  await db().item.update({ where: { id: itemIds[0] ?? '' }, data: { finder: 'model:tiny' } })
  expect((await told()).reasons).toEqual(noDraft('read'))
  await chooseItem(owner, deckId, ItemId.parse(itemIds[0]), rejected, NOW)
  expect((await told()).asked).toEqual([])
  const job = { leaseId: randomUUID(), heartbeatAt: NOW, state: 'running' }
  await db().generationJob.create({ data: { documentId, ownerId: owner.learnerId, ...job, readTo: at('Год').start } })
  expect((await told()).reasons).toMatchObject([
    { text: 'Озеро длинное.', code: 'rejected' },
    { text: 'Оно лежит в горах.', code: 'no-draft' },
    { text: 'Год | Вода', code: 'not-read-yet' },
    { text: '1901 | чистая', code: 'not-read-yet' },
  ])
})
