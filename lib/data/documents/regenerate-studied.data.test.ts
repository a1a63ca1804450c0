import { describe, expect, it } from 'vitest'
import { anItem, ofRules } from '@/test/an-item'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import {
  anOlderDeck,
  factRow,
  first,
  isCard,
  memoriesOf,
  OLDER_ENGINE,
  regenerate,
  study,
  worded,
} from '@/test/older-engine'
import type { Generated } from '../../core/generation/generated'
import { FactId } from '../../core/ids'
import { toCard } from '../../core/item/card'
import { writeItem } from '../../core/item/item'
import { db } from '../../db'
import { listShownRevisions } from '../decks/shown-items'
import { createQuiz } from '../quizzes/create-quiz'
import { nextCards } from '../study/next-cards'
import { inOneTransaction, mergeGenerated } from './merge-generated'

useDatabase()

const merge = (document: { id: string; ownerId: string }, generated: Generated) =>
  db().$transaction((tx) => mergeGenerated(document, generated, inOneTransaction(tx)))

/** The same fact as an older engine had named it: another key, another kind. */
const named = (made: Generated, factId: string) => ({
  facts: made.facts.map((fact) => (fact.id === factId ? { ...fact, id: 'older-fact', kind: 'event' as const } : fact)),
  items: made.items.map((item) => ({
    ...item,
    id: item.factIds.includes(factId) ? `older-${item.id}` : item.id,
    factIds: item.factIds.map((id) => (id === factId ? 'older-fact' : id)),
  })),
})

describe('what learners remember', () => {
  it('stays with the fact, its schedule untouched, when the fact has another key and kind now', async () => {
    const factOf = ({ items }: Generated) => first(items, isCard).factIds[0] ?? ''
    const { viewer, deckId, documentId, made } = await anOlderDeck({
      facts: (all) => named(all, factOf(all)).facts,
      items: (all) => named(all, factOf(all)).items,
    })
    const old = await db().fact.findFirstOrThrow({ where: { documentId, contentKey: 'older-fact' } })
    const learner = await aLearner()
    await anAssignment((await aClass(viewer, [learner])).classId, deckId)
    await study(learner, deckId, old.id)
    const [memories, reviews] = [await memoriesOf(learner), await db().review.findMany()]
    const { facts, items } = await regenerate(viewer, deckId)
    expect([facts, items]).toMatchObject([
      { fresh: 0, gone: 0, held: 0 },
      { fresh: 0, gone: 0, held: 0 },
    ])
    expect(await memoriesOf(learner)).toEqual(memories)
    expect(await db().review.findMany()).toEqual(reviews)
    expect(await factRow(old.id)).toMatchObject({ contentKey: factOf(made), retired: false })
  })

  it('keeps a fact that is no longer found with its items, where it stands; what nobody studied goes', async () => {
    const shifted = (made: Generated, name: string) => {
      const card = first(made.items, isCard)
      const fact = first(made.facts, ({ id }) => id === card.factIds[0])
      return {
        fact: { ...fact, id: name, statement: `${name}.`, answer: name, answerSpan: null, kind: 'event' as const },
        item: { ...card, id: `card-${name}`, factIds: [name], key: [name], stem: `What of ${name}?` },
      }
    }
    const { viewer, deckId, documentId, made } = await anOlderDeck({
      facts: (all) => [...all.facts, shifted(all, 'studied').fact, shifted(all, 'unseen').fact],
      items: (all) => [...all.items, shifted(all, 'studied').item, shifted(all, 'unseen').item],
    })
    const row = (contentKey: string) => db().fact.findFirst({ where: { documentId, contentKey } })
    const factId = (await row('studied'))?.id ?? ''
    await study(viewer, deckId, factId)
    const memories = await memoriesOf(viewer)
    const { facts, items } = await regenerate(viewer, deckId)
    expect([facts, items]).toMatchObject([
      { fresh: 0, gone: 1, held: 1 },
      { fresh: 0, gone: 1, held: 1 },
    ])
    expect(await memoriesOf(viewer)).toEqual(memories)
    expect(await row('unseen')).toBeNull()
    expect(await row('studied')).toMatchObject({ retired: false, engine: OLDER_ENGINE })
    const { cards } = await nextCards(viewer, { deckId, factIds: [FactId.parse(factId)], limit: 5 }, NOW)
    expect(cards).toMatchObject([{ factId, front: 'What of studied?' }])
    // Its author may still turn it down, and a third reading leaves it as it is.
    await db().document.update({ where: { id: documentId }, data: { engine: OLDER_ENGINE } })
    expect((await regenerate(viewer, deckId)).facts).toMatchObject({ kept: made.facts.length, gone: 0, held: 1 })
    const order = await db().fact.findMany({ where: { documentId }, orderBy: { position: 'asc' } })
    const starts = order.map(({ spans }) => (spans as { start: number }[])[0]?.start ?? 0)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  it('keeps the last card of a studied fact that the engine asks otherwise now, and drops it of others', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck()
    const card = await study(viewer, deckId)
    const { contentKey } = await db().fact.findUniqueOrThrow({ where: { id: card.factId } })
    const turnable = made.items.filter((item) => toCard(item) !== null)
    const cardless = { ...made, items: made.items.filter((item) => !turnable.includes(item)) }
    const asked = new Set(cardless.items.flatMap(({ factIds }) => factIds))
    const facts = made.facts.filter(({ id }) => asked.has(id) || id === contentKey)
    await merge({ id: documentId, ownerId: viewer.learnerId }, { ...cardless, facts })
    const cards = await db().item.findMany({
      where: { documentId, contentKey: { in: turnable.map(({ id }) => id) } },
      include: { facts: true },
    })
    expect(new Set(cards.flatMap(({ facts }) => facts.map(({ factId }) => factId)))).toEqual(new Set([card.factId]))
    expect(cards.map(({ id }) => id)).toContain(card.itemId)
    const again = await nextCards(viewer, { deckId, factIds: [FactId.parse(card.factId)], limit: 5 }, NOW)
    expect(again.cards).toMatchObject([{ factId: card.factId }])
  })

  it('keeps its last card while what is made of it now waits for the author', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck()
    const card = await study(viewer, deckId)
    const { contentKey } = await db().fact.findUniqueOrThrow({ where: { id: card.factId } })
    const items = made.items.map((item) =>
      item.factIds.includes(contentKey)
        ? ofRules(anItem({ ...writeItem(worded(item)), type: 'numeric', key: ['7'], tier: 'B' }))
        : item,
    )
    await merge({ id: documentId, ownerId: viewer.learnerId }, { ...made, items })
    const again = await nextCards(viewer, { deckId, factIds: [FactId.parse(card.factId)], limit: 5 }, NOW)
    expect(again.cards).toMatchObject([{ factId: card.factId, itemId: card.itemId }])
  })

  it('is asked as before where the engine has its doubts now; of other facts it waits for the author', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck()
    const card = await study(viewer, deckId)
    const before = (await listShownRevisions(viewer, deckId)).filter(({ factIds }) =>
      factIds.some((id) => id === card.factId),
    )
    const doubtful = { ...made, items: made.items.map((item) => ({ ...item, tier: 'B' as const })) }
    await merge({ id: documentId, ownerId: viewer.learnerId }, doubtful)
    expect(await listShownRevisions(viewer, deckId)).toEqual(before)
  })

  it('leaves quizzes and attempts what they showed', async () => {
    const { viewer, deckId } = await anOlderDeck({ items: ({ items }) => items.map(worded) })
    const quiz = await createQuiz(viewer, { deckId, count: 5, mode: 'practice' }, 7, NOW)
    if (quiz.kind !== 'created') throw new Error(quiz.reason)
    const asked = () =>
      db().quizQuestion.findMany({
        where: { quizId: quiz.quizId },
        orderBy: { position: 'asc' },
        include: { revision: true },
      })
    const before = await asked()
    await regenerate(viewer, deckId)
    expect(await asked()).toEqual(before)
  })
})
