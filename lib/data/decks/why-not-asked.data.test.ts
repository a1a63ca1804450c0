import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aKnownDeck } from '@/test/decks'
import { aLearner } from '@/test/factories'
import { db } from '../../db'
import { changeDepth } from './deck-depth'
import { whyNotAsked } from './why-not-asked'

useDatabase()

const TEXT = 'The Naryn is long and wide. It is so. The Chu ends in the desert.'

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
  expect(await whyNotAsked(owner, deckId)).toMatchObject([
    { text: 'It is so.', reasons: [{ code: 'no-claim' }] },
    {
      text: 'The Chu ends in the desert.',
      reasons: [{ finder: 'rules' }, { finder: 'model:tiny', stem: 'What ends?' }],
    },
  ])
  expect(await whyNotAsked(await aLearner(), deckId)).toEqual([])
  // A fact may be proved by several sentences: an order, a list.
  const spans = [0, 38].map((start) => ({ start, end: start + 27 }))
  await db().fact.update({ where: { id: factIds[0] ?? '' }, data: { spans } })
  expect(await whyNotAsked(owner, deckId)).toMatchObject([{ text: 'It is so.' }])
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
  // Another item of that sentence was refused.
  const refusal = { documentId, finder: 'rules', code: 'no-claim', values: {}, stem: '', key: '', ...chu }
  await db().refusal.create({ data: refusal })
  expect(await whyNotAsked(owner, deckId)).toEqual([
    { span: chu, text: 'The Chu ends in the desert.', reasons: [], depth: 'everything' },
  ])
  await changeDepth(owner, deckId, 'everything')
  expect(await whyNotAsked(owner, deckId)).toEqual([])
  await db().item.update({ where: { id: itemIds[0] ?? '' }, data: { depth: 'balanced' } })
  await changeDepth(owner, deckId, 'key')
  expect((await whyNotAsked(owner, deckId)).map(({ depth }) => depth)).toEqual(['balanced', 'everything'])
})
