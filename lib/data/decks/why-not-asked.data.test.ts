import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aKnownDeck } from '@/test/decks'
import { aLearner } from '@/test/factories'
import { db } from '../../db'
import { whyNotAsked } from './why-not-asked'

useDatabase()

const TEXT = 'The Naryn is long and wide. It is so. The Chu ends in the desert.'

it('lists the sentences without an item, each with its reasons, for the author alone', async () => {
  const owner = await aLearner()
  const { deckId, documentId } = await aKnownDeck(owner, {
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
})
