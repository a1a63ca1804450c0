import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz, later, type Row } from '@/test/known-quiz'
import { type DeckId, FactId, ItemId, ReviewId, RevisionId } from '../../core/ids'
import type { Rating } from '../../core/memory/scheduling/memory'
import type { StudyCard } from '../../core/memory/session/study-card'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { chooseItem } from '../decks/accept-items'
import { recordReviews } from '../memories/record-reviews'
import { nextCards } from './next-cards'

useDatabase()

const row = (type: string, stem: string, key: string[], more: Partial<Row> = {}): Row => ({
  ...{ type, stem, key, facts: [0] },
  ...more,
})
const choice = row('choice', 'When was Karakol founded?', ['1869'], {
  options: ['1901', '1869', '1848'],
  reasons: { '1901': 'Nothing happened then.' },
})
const cloze = row('cloze', 'Karakol was founded in _____.', ['1869'])
const flashcard = row('flashcard', 'The founding of Karakol', ['1869'])

async function aDeckOf(...rows: Row[]) {
  const viewer = await aLearner()
  const text = 'Karakol was founded in 1869. The lake is Issyk-Kul.'
  return { viewer, ...(await aKnownQuiz(viewer, 'practice', { text, facts: [/Kar.*?\./, /The.*?\./], rows })) }
}
async function cardOf(
  viewer: Viewer | null,
  deckId: DeckId,
  factId: FactId | undefined,
  now = NOW,
): Promise<StudyCard> {
  const { cards } = await nextCards(viewer, { deckId, factIds: factId ? [factId] : [], limit: 1 }, now)
  const [card] = cards
  if (!card) throw new Error('the fact has a card')
  return card
}
function rate(viewer: Viewer, card: StudyCard, rating: Rating, at: Date) {
  const review = {
    id: ReviewId.parse(randomUUID()),
    factId: FactId.parse(card.factId),
    itemId: ItemId.parse(card.itemId),
    revisionId: RevisionId.parse(card.revisionId),
  }
  return recordReviews(viewer, [{ ...review, rating, at, durationMs: 1 }], at)
}

describe('a new fact', () => {
  it('is chosen, then recalled into its sentence, then a card', async () => {
    const { viewer, deckId, factIds } = await aDeckOf(flashcard, cloze, choice)
    const shown: string[] = []
    for (const minute of [0, 10, 20]) {
      const card = await cardOf(viewer, deckId, factIds[0], later(minute))
      shown.push(card.front)
      await rate(viewer, card, 'good', later(minute))
    }
    expect(shown).toEqual([choice.stem, cloze.stem, flashcard.stem])
  })

  it('shows its options in another order each time, with what is right and why the others are not', async () => {
    const { viewer, deckId, factIds } = await aDeckOf(choice)
    const { options } = await cardOf(viewer, deckId, factIds[0])
    expect((await cardOf(viewer, deckId, factIds[0])).options).toEqual(options)
    expect(options?.filter(({ isRight }) => isRight).map(({ text }) => text)).toEqual(['1869'])
    expect(options?.find(({ text }) => text === '1901')?.reason).toBe('Nothing happened then.')
  })

  it('has only the rungs that its deck shows', async () => {
    const { viewer, deckId, factIds } = await aDeckOf(flashcard, cloze, choice)
    const rejected = await db().item.findFirstOrThrow({
      where: { type: 'choice', document: { decks: { some: { id: deckId } } } },
    })
    await chooseItem(viewer, deckId, ItemId.parse(rejected.id), { choice: 'rejected', revisionId: null }, NOW)
    const card = await cardOf(viewer, deckId, factIds[0])
    expect([card.rung, card.wanted, Object.keys(card.faces)]).toEqual(['cloze', 'choice', ['cloze', 'card']])
  })

  it('is recalled with the first letters of its answer, then without, where its deck has one sentence with a gap', async () => {
    const lake = row('flashcard', 'The lake is _____.', ['Issyk-Kul'], { facts: [1] })
    const { viewer, deckId, factIds } = await aDeckOf(lake)
    const shown: string[] = []
    for (const minute of [0, 10, 20]) {
      const card = await cardOf(viewer, deckId, factIds[1], later(minute))
      shown.push(card.front)
      await rate(viewer, card, 'good', later(minute))
    }
    const known = await cardOf(viewer, deckId, factIds[1], later(30))
    expect(shown).toEqual(['The lake is _____ (I…-K…).', 'The lake is _____ (I…-K…).', 'The lake is _____.'])
    expect([known.rung, known.faces]).toEqual(['card', {}])
  })

  it('climbs by no question that asks other facts as well', async () => {
    const two = row('cloze', '_____ and Issyk-Kul.', ['1869'], { facts: [0, 1] })
    const { viewer, deckId, factIds } = await aDeckOf(flashcard, two)
    expect((await cardOf(viewer, deckId, factIds[0])).faces).toEqual({})
  })
})

describe('the words of a card', () => {
  it('are to be edited by whoever keeps the deck, and come to nobody else', async () => {
    const { viewer, deckId, factIds } = await aDeckOf(flashcard)
    expect((await cardOf(viewer, deckId, factIds[0])).words).toEqual({ stem: flashcard.stem, key: ['1869'], wrong: [] })
    await db().deck.update({ where: { id: deckId }, data: { ownerId: null } })
    for (const other of [await aLearner(), null]) expect((await cardOf(other, deckId, factIds[0])).words).toBeNull()
  })
})

describe('a deck that was never studied', () => {
  it('opens with what can be chosen among options, and goes on in the order of the text', async () => {
    const later = row('flashcard', 'The lake near Karakol', ['Issyk-Kul'], { facts: [1] })
    const first = row('choice', 'Which lake is near Karakol?', ['Issyk-Kul'], {
      options: ['Issyk-Kul', 'Son-Kul'],
      facts: [1],
    })
    const { viewer, deckId, factIds } = await aDeckOf(flashcard, cloze, later, first)
    const { cards } = await nextCards(viewer, { deckId, limit: 5 }, NOW)
    expect(cards.map(({ factId }) => factId)).toEqual([factIds[1], factIds[0]])
  })
})
