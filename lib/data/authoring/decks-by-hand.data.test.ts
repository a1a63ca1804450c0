import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { NOT_FOUND, rateAt } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import { FactId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { copyDeck } from '../copy-deck/copy-deck'
import { editItem } from '../decks/edit-item'
import { countStudyable, findDeck } from '../decks/find-deck'
import { listItems } from '../decks/list-items'
import { printDeck } from '../decks/print-deck'
import { readRecallMap } from '../progress/read-recall-map'
import { search } from '../search/search'
import { makeOfflinePack } from '../study/make-offline-pack'
import { nextCards } from '../study/next-cards'
import { addCard, createDeckByHand } from './decks-by-hand'
import { removeItems, writeItem } from './write-item'

useDatabase()

const address = '192.0.2.1'

async function aDeckByHand(owner: Viewer) {
  const created = await createDeckByHand(owner, { title: 'Kyrgyz words', address }, NOW)
  if (created.kind === 'rejected') throw new Error(created.reason)
  const { deckId } = created
  const cards = []
  for (const [front, back] of [
    ['суу', 'water'],
    ['тоо', 'mountain'],
  ] as const) {
    const card = await addCard(owner, deckId, { front, back }, NOW)
    if (card.kind === 'rejected') throw new Error(card.reason)
    cards.push(card.itemId)
  }
  return { deckId, cards }
}

describe('a deck by hand', () => {
  it('has cards that are studied', async () => {
    const owner = await aLearner()
    const { deckId } = await aDeckByHand(owner)
    const { cards } = await nextCards(owner, { deckId, limit: 5 }, NOW)
    expect(cards.map(({ front, back }) => [front, back])).toEqual([
      ['суу', ['water']],
      ['тоо', ['mountain']],
    ])
    expect((await rateAt(owner, FactId.parse(cards[0]?.factId), 'good', NOW)).saved).toMatchObject({ kind: 'saved' })
  })

  it('is listed, found, printed, copied and taken along like any other', async () => {
    const owner = await aLearner()
    const { deckId } = await aDeckByHand(owner)
    expect(await findDeck(owner, deckId)).toMatchObject({ isByHand: true, canRegenerate: false })
    const listed = await listItems(owner, deckId)
    expect(listed?.groups.flatMap(({ items }) => items.map(({ stem }) => stem))).toEqual(['суу', 'тоо'])
    expect(await printDeck(owner, deckId, { kind: 'cards', layout: 'fold', part: 1 })).not.toBeNull()
    expect(await readRecallMap(owner, deckId, NOW)).not.toBeNull()
    expect(await makeOfflinePack(owner, deckId, NOW)).not.toBeNull()
    const copied = await copyDeck(owner, deckId, { title: null, address }, NOW)
    if (copied.kind !== 'copied') throw new Error(copied.kind)
    expect((await nextCards(owner, { deckId: copied.deckId, limit: 5 }, NOW)).cards).toHaveLength(2)
    expect(JSON.stringify(await search(owner, 'mountain'))).toContain('тоо')
  })

  it('offers no quiz as long as it has cards alone, and has no text', async () => {
    const owner = await aLearner()
    const { deckId } = await aDeckByHand(owner)
    expect(await countStudyable(owner, deckId)).toMatchObject({ cards: 2, offersQuiz: false, hasText: false })
    const question = {
      type: 'short-answer' as const,
      stem: 'Which word means ice?',
      key: ['муз'],
      wrong: [],
      evidence: [],
    }
    await writeItem(owner, deckId, question, { anyway: true }, NOW)
    expect(await countStudyable(owner, deckId)).toMatchObject({ offersQuiz: true, hasText: false })
  })

  it('has cards that are changed and removed', async () => {
    const owner = await aLearner()
    const { deckId, cards } = await aDeckByHand(owner)
    const [first, second] = cards
    if (!first || !second) throw new Error('no cards')
    const edit = { stem: 'муз', key: ['ice'], wrong: [] }
    expect(await editItem(owner, deckId, first, edit, { anyway: false }, NOW)).toMatchObject({
      kind: 'edited',
      findings: [],
    })
    expect(await removeItems(owner, deckId, [second], NOW)).toEqual({ kind: 'removed', removed: 1, kept: 0 })
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards.map(({ front }) => front)).toEqual(['муз'])
  })

  it('has a title, and cards with two sides', async () => {
    const owner = await aLearner()
    expect(await createDeckByHand(owner, { title: ' \u202e ', address }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'blank',
    })
    const { deckId } = await aDeckByHand(owner)
    expect(await addCard(owner, deckId, { front: 'от', back: ' ' }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'incomplete',
    })
    expect(await addCard(owner, deckId, { front: ' ', back: 'fire' }, NOW)).toEqual({
      kind: 'rejected',
      reason: 'incomplete',
    })
  })

  it('gets cards of its owner alone', async () => {
    const { deckId } = await aDeckByHand(await aLearner())
    expect(await addCard(await aLearner(), deckId, { front: 'от', back: 'fire' }, NOW)).toEqual(NOT_FOUND)
  })
})
