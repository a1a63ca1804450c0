import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '../../../test/factories'
import { aKnownQuiz } from '../../../test/known-quiz'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { nextCards } from '../study/next-cards'
import { mayPrintQuiz, printDeck } from './print-deck'
import { openSharedDeck, shareDeck } from './share-deck'

useDatabase()

const CARDS = { kind: 'cards', layout: 'fold', part: 1 } as const
const FACTS = { kind: 'facts', part: 1 } as const
const QUIZ = { kind: 'quiz', count: 10, version: 1 } as const

async function aReader(owner: Viewer, deckId: DeckId) {
  const reader = await aLearner()
  const shared = await shareDeck(owner, deckId, NOW)
  if (shared.kind !== 'shared') throw new Error(shared.reason)
  await openSharedDeck(reader, { secret: shared.secret, address: '203.0.113.7' }, NOW)
  return reader
}

describe('a deck on paper', () => {
  it('has every card that Study shows, and none in a part that is not there', async () => {
    const owner = await aLearner()
    const { deckId } = await aDeck(owner)
    const printed = (await printDeck(owner, deckId, CARDS))?.printed
    if (printed?.kind !== 'cards') throw new Error('No cards are printed.')
    const { cards } = await nextCards({ ...owner, newPerDay: 500 }, { deckId, limit: 500 }, NOW)
    expect(cards.length).toBeGreaterThan(0)
    const backs = printed.cards.map(({ back }) => back)
    for (const { back } of cards) expect(backs).toContain(back.join('\n'))
    expect(printed.first).toBe(1)
    expect((await printDeck(owner, deckId, { ...CARDS, part: 2 }))?.printed).toMatchObject({ cards: [] })
  })

  it('has each fact with the words that prove it', async () => {
    const owner = await aLearner()
    const { deckId } = await aKnownQuiz(owner)
    const found = await printDeck(owner, deckId, FACTS)
    expect(found).toMatchObject({ parts: 1, printed: { kind: 'facts', title: 'Lakes' } })
    expect(found?.printed.kind === 'facts' && found.printed.facts[0]).toEqual({
      heading: '',
      statement: 'Fact 0',
      evidence: 'Karakol was founded in 1869.',
      answers: [],
    })
  })

  it('is a quiz with its answers for the owner: the same version twice', async () => {
    const owner = await aLearner()
    const { deckId } = await aKnownQuiz(owner)
    const found = await printDeck(owner, deckId, QUIZ)
    expect(await printDeck(owner, deckId, QUIZ)).toEqual(found)
    if (found?.printed.kind !== 'quiz') throw new Error('No quiz is printed.')
    const { questions, keys, version } = found.printed
    expect(version).toBe('A')
    const at = questions.findIndex(({ stem }) => stem === 'Which town is this?')
    expect(keys[at]).toEqual({ key: ['A. 1869'], evidence: 'Karakol was founded in 1869.' })
    expect(JSON.stringify(questions)).not.toMatch(/founded|Because/)
  })
})

describe('who may print', () => {
  it('nobody who does not see the deck', async () => {
    const owner = await aLearner()
    const { deckId } = await aKnownQuiz(owner)
    for (const viewer of [null, await aLearner()]) {
      for (const asked of [CARDS, FACTS, QUIZ]) expect(await printDeck(viewer, deckId, asked)).toBeNull()
      expect(await mayPrintQuiz(viewer, deckId)).toBe(false)
    }
  })

  it('a reader and a learner of the class print cards and facts, and no quiz, whose key is secret', async () => {
    const owner = await aLearner()
    const { deckId } = await aKnownQuiz(owner)
    const reader = await aReader(owner, deckId)
    const learner = await aLearner()
    const { classId } = await aClass(owner, [learner])
    await anAssignment(classId, deckId)
    for (const viewer of [reader, learner]) {
      expect(await printDeck(viewer, deckId, CARDS)).not.toBeNull()
      expect(await printDeck(viewer, deckId, FACTS)).not.toBeNull()
      expect(await printDeck(viewer, deckId, QUIZ)).toBeNull()
      expect(await mayPrintQuiz(viewer, deckId)).toBe(false)
    }
    const colleague = await aLearner()
    const taught = await aClass(colleague)
    await anAssignment(taught.classId, deckId)
    expect(await mayPrintQuiz(colleague, deckId)).toBe(true)
    expect(await mayPrintQuiz(owner, deckId)).toBe(true)
  })
})
