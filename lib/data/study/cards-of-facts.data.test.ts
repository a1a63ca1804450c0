import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { aKnownQuiz, type Row } from '@/test/known-quiz'
import { type DeckId, FactId, ItemId, ReviewId, RevisionId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { chooseItem } from '../decks/accept-items'
import { editItem } from '../decks/edit-item'
import { listDeckFacts } from '../decks/list-deck-facts'
import { recordReviews } from '../memories/record-reviews'
import { deckProgress } from '../progress/deck-progress'
import { listDecks } from '../progress/list-decks'
import { readRecallMap } from '../progress/read-recall-map'
import { nextCards } from './next-cards'

useDatabase()

const TEXT = 'In every country the UN has partners. Karakol was founded in 1869. The lake is Issyk-Kul.'
const FACTS = [/In every.*?\./, /Karakol.*?\./, /The lake.*?\./]
const [UN, KARAKOL, LAKE] = [0, 1, 2]

const flashcard = (fact: number, stem = 'Which lake is it?', key = ['Issyk-Kul']) => row('flashcard', fact, stem, key)
const cloze = (fact: number, stem = 'The lake is _____.', key = ['Issyk-Kul']) => row('cloze', fact, stem, key)
const choice = (fact: number, stem = 'When was Karakol founded?') =>
  row('choice', fact, stem, ['1869'], ['1901', '1869', '1848'])
function row(type: string, fact: number, stem: string, key: string[], options: string[] = []): Row {
  return { type, stem, key, options, facts: [fact] }
}

async function aDeckOf(...rows: Row[]) {
  const viewer = await aLearner()
  const { deckId, factIds } = await aKnownQuiz(viewer, 'practice', { text: TEXT, facts: FACTS, rows })
  return { viewer, deckId, factIds, itemId: (position: number) => itemAt(deckId, position) }
}
async function itemAt(deckId: DeckId, position: number) {
  const where = { position, document: { decks: { some: { id: deckId } } } }
  return ItemId.parse((await db().item.findFirstOrThrow({ where })).id)
}
const cardsOf = async (viewer: Viewer | null, deckId: DeckId) =>
  (await nextCards(viewer, { deckId, limit: 20 }, NOW)).cards

describe('a fact without a flashcard', () => {
  it('is studied by a question on it: the gap in front, what fills it behind, and its evidence', async () => {
    const { viewer, deckId, factIds, itemId } = await aDeckOf(cloze(LAKE))
    expect(await cardsOf(viewer, deckId)).toMatchObject([
      {
        factId: factIds[LAKE],
        itemId: await itemId(0),
        front: 'The lake is _____ (I…-K…).',
        faces: { card: { front: 'The lake is _____.' } },
        back: ['Issyk-Kul'],
        evidence: { text: 'The lake is Issyk-Kul.', answer: { start: 12, end: 21 } },
      },
    ])
  })

  it('is studied by a choice without its options, and lit is the answer where it stands by itself', async () => {
    const { viewer, deckId } = await aDeckOf(choice(KARAKOL), row('short-answer', UN, 'Who has partners?', ['UN']))
    const [karakol, un] = await cardsOf(viewer, deckId)
    expect(karakol?.faces.card).toMatchObject({ front: 'When was Karakol founded?', back: ['1869'], options: null })
    expect(un?.evidence?.answer).toEqual({ start: TEXT.indexOf('UN'), end: TEXT.indexOf('UN') + 2 })
  })

  it.each([
    ['a short answer before a cloze', [cloze(LAKE), row('short-answer', LAKE, 'What is it?', ['Issyk-Kul'])], 1],
    ['a cloze before a number', [row('numeric', LAKE, 'How many?', ['1']), cloze(LAKE)], 1],
    ['a number before a choice', [choice(LAKE), row('numeric', LAKE, 'How many?', ['1'])], 1],
    ['the first of two', [cloze(LAKE), cloze(LAKE, '_____ is a lake.')], 0],
    ['a choice that asks by itself', [choice(LAKE, 'Which of these is a lake?'), choice(LAKE)], 1],
  ] as const)('takes %s', async (_, rows, taken) => {
    const { viewer, deckId, itemId } = await aDeckOf(...rows)
    const cards = await cardsOf(viewer, deckId)
    expect(cards.map((card) => (card.faces.card ?? card).itemId)).toEqual([await itemId(taken)])
  })

  it('has no card in what needs its options, is asked in quizzes only, and is counted so', async () => {
    const { viewer, deckId, factIds } = await aDeckOf(
      row('true-false', UN, 'The UN has partners.', ['True'], ['True', 'False']),
      choice(KARAKOL, 'Which of these is a year?'),
      cloze(LAKE),
    )
    expect((await cardsOf(viewer, deckId)).map(({ factId }) => factId)).toEqual([factIds[LAKE]])
    expect((await listDeckFacts(viewer, deckId)).map(({ cardIds }) => cardIds.length)).toEqual([0, 0, 1])
    const summary = (await listDecks(viewer, { from: 0, size: 9 }, NOW)).decks.find(({ id }) => id === deckId)
    expect(summary).toMatchObject({ new: 1, due: 0 })
    expect(summary?.mastery.patches).toHaveLength(3)
    const progress = await deckProgress(viewer, deckId, NOW)
    expect(progress).toMatchObject({ new: 1, newToday: 1 })
    expect(progress.patches.map(({ hasCard }) => hasCard)).toEqual([false, false, true])
    expect((await readRecallMap(viewer, deckId, NOW))?.facts).toBe(3)
  })
})

describe('a fact with a flashcard', () => {
  it('is studied by its flashcards in turn and by nothing else', async () => {
    const { viewer, deckId, factIds } = await aDeckOf(
      row('short-answer', LAKE, 'What is it called?', ['Issyk-Kul']),
      flashcard(LAKE),
      flashcard(LAKE, 'What is Issyk-Kul?', ['the lake']),
    )
    const fronts: string[] = []
    for (let day = 0; day < 3; day += 1) {
      const factId = FactId.parse(factIds[LAKE])
      const [card] = (await nextCards(viewer, { deckId, factIds: [factId], limit: 1 }, NOW)).cards
      if (!card) throw new Error('no card')
      fronts.push(card.front)
      await recordReviews(viewer, [ratingOf(card)], NOW)
    }
    expect(fronts).toEqual(['Which lake is it?', 'What is Issyk-Kul?', 'Which lake is it?'])
  })

  it('of which another is the main fact, has none of its own', async () => {
    const { viewer, deckId, factIds } = await aDeckOf({ ...flashcard(LAKE), facts: [LAKE, UN] }, cloze(KARAKOL))
    expect((await cardsOf(viewer, deckId)).map(({ factId }) => factId)).toEqual([factIds[KARAKOL], factIds[LAKE]])
  })
})

describe('a question that is studied', () => {
  it('is reviewed by its own name, in the one memory of its fact', async () => {
    const { viewer, deckId, factIds, itemId } = await aDeckOf(cloze(LAKE))
    const [card] = await cardsOf(viewer, deckId)
    if (!card) throw new Error('no card')
    await recordReviews(viewer, [ratingOf(card)], NOW)
    expect(await db().review.findMany({ where: { learnerId: viewer.learnerId } })).toMatchObject([
      { factId: factIds[LAKE], itemId: await itemId(0), revisionId: card.revisionId, source: 'card', scheduled: true },
    ])
    expect(await db().memory.count({ where: { learnerId: viewer.learnerId } })).toBe(1)
  })

  it('is the next in order where its author turned one down', async () => {
    const { viewer, deckId, itemId } = await aDeckOf(cloze(LAKE), cloze(LAKE, '_____ is a lake.'))
    await chooseItem(viewer, deckId, await itemId(0), { choice: 'rejected', revisionId: null }, NOW)
    expect((await cardsOf(viewer, deckId)).map(({ faces }) => faces.card?.front)).toEqual(['_____ is a lake.'])
  })

  it('asks in its author’s words, which may make a card of it', async () => {
    const { viewer, deckId, itemId } = await aDeckOf(choice(KARAKOL, 'Which of these is the year of Karakol?'))
    expect(await cardsOf(viewer, deckId)).toEqual([])
    const edit = { stem: 'In what year was Karakol founded?', key: ['1869'], wrong: ['1901', '1848'] }
    await editItem(viewer, deckId, await itemId(0), edit, { anyway: true }, NOW)
    expect(await cardsOf(viewer, deckId)).toMatchObject([{ front: edit.stem, back: ['1869'] }])
  })

  it('is shown with its answer to a class that studies the deck, and to no stranger', async () => {
    const { viewer, deckId } = await aDeckOf(cloze(LAKE))
    const learner = await aLearner()
    expect(await cardsOf(learner, deckId)).toEqual([])
    await anAssignment((await aClass(viewer, [learner])).classId, deckId)
    expect(await cardsOf(learner, deckId)).toMatchObject([{ back: ['Issyk-Kul'] }])
    for (const stranger of [await aLearner(), null]) expect(await cardsOf(stranger, deckId)).toEqual([])
  })
})

function ratingOf({ factId, itemId, revisionId }: { factId: string; itemId: string; revisionId: string }) {
  return {
    ...{ id: ReviewId.parse(randomUUID()), rating: 'good' as const, at: NOW, durationMs: 4000 },
    ...{ factId: FactId.parse(factId), itemId: ItemId.parse(itemId), revisionId: RevisionId.parse(revisionId) },
  }
}
