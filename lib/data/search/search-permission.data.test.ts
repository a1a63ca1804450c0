import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aKnownDeck } from '@/test/decks'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { ITEMS, stems, TEXT } from '@/test/searched-towns'
import { chooseItem } from '../decks/accept-items'
import { search } from './search'

useDatabase()

describe('who finds what', () => {
  it('nobody finds what is in another person’s deck, not even as a meant word', async () => {
    const owner = await aLearner()
    await aKnownDeck(owner, { title: 'Quokka', text: 'The quokka of Rottnest smiles.', items: [] })
    for (const viewer of [await aLearner(), null]) {
      for (const typed of ['quokka', 'quoka']) {
        expect(await search(viewer, typed)).toMatchObject({
          mended: false,
          decks: [],
          items: { hits: [] },
          passages: { hits: [] },
        })
      }
    }
  })

  it('a stranger finds what is shipped', async () => {
    await aKnownDeck(null, {
      text: 'The markhor climbs.',
      items: [{ type: 'flashcard', stem: 'A markhor?', key: ['a goat'] }],
    })
    expect(await stems(null, 'markhor')).toEqual(['A [markhor]?'])
  })

  it('a learner of an assigned deck finds a question by its stem, never by its key, and sees no key', async () => {
    const [teacher, learner] = [await aLearner(), await aLearner()]
    const { deckId } = await aKnownDeck(teacher, { text: TEXT, items: ITEMS })
    const { classId } = await aClass(teacher, [learner])
    await anAssignment(classId, deckId)
    expect(await stems(teacher, 'zanzibar')).toEqual(['When was Karakol founded?'])
    expect((await search(learner, 'zanzibar')).items.hits).toEqual([])
    const [hit] = (await search(learner, 'karakol founded')).items.hits
    expect(hit).toMatchObject({ type: 'short-answer', key: null })
    // Cards have two sides, and both go to whoever studies.
    expect(await stems(learner, 'kashgar')).toEqual(['Where does the Torugart lead?'])
  })

  it('learners do not find what waits for its author’s word or was rejected', async () => {
    const [teacher, learner] = [await aLearner(), await aLearner()]
    const { deckId, itemIds } = await aKnownDeck(teacher, { text: TEXT, items: ITEMS })
    const { classId } = await aClass(teacher, [learner])
    await anAssignment(classId, deckId)
    const oldest = 'Which of the [towns] is the oldest [town] of all [towns]?'
    expect(await stems(teacher, 'towns')).toEqual([oldest])
    expect(await stems(learner, 'towns')).toEqual([])
    const [card, , waiting] = itemIds
    if (!card || !waiting) throw new Error('No items.')
    await chooseItem(teacher, deckId, waiting, { choice: 'accepted', revisionId: null }, NOW)
    await chooseItem(teacher, deckId, card, { choice: 'rejected', revisionId: null }, NOW)
    expect(await stems(learner, 'towns')).toEqual([oldest])
    expect(await stems(learner, 'torugart')).toEqual([])
    expect(await stems(teacher, 'torugart')).toHaveLength(1)
  })
})
