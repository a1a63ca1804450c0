import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { accepted, rejected } from '@/test/decks'
import { aClass, aDocument, aLearner, anAssignment, NOW } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import { ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { classTable } from '../classes/class-table'
import { chooseItem } from '../decks/accept-items'
import { countStudyable } from '../decks/find-deck'
import { printDeck } from '../decks/print-deck'
import { listShownRevisions } from '../decks/shown-items'
import { findImported } from '../documents/document-row'
import { listDecks } from '../progress/list-decks'
import { readRecallMap } from '../progress/read-recall-map'
import { summariseDeck } from '../progress/summarise-deck'
import { readStatistics } from './read-statistics'

useDatabase()

const TERMS = `# Words of the trade

A relay is a switch that repeats a weak signal with fresh power. A sounder is an instrument that turns a current into
clicks. Fading is the loss of strength that a current suffers on a long wire.
`

async function aDeckOfTerms() {
  const owner = await aLearner()
  const deck = await aDocument(owner, TERMS)
  const { classId } = await aClass(owner, [await aLearner()])
  await anAssignment(classId, deck.deckId)
  return { owner, classId, ...deck }
}

type DeckOfTerms = Awaited<ReturnType<typeof aDeckOfTerms>>

/** The number of facts that each screen tells. */
async function countsOf({ owner, classId, deckId, documentId }: DeckOfTerms): Promise<readonly (number | undefined)[]> {
  const printed = (await printDeck(owner, deckId, { kind: 'facts', part: 1 }))?.printed
  const table = await classTable(owner, classId, NOW, deckId)
  const statistics = await readStatistics(owner, deckId, NOW)
  return [
    (await countStudyable(owner, deckId))?.facts,
    (await listDecks(owner, { from: 0, size: 9 }, NOW)).decks.find(({ id }) => id === deckId)?.facts,
    (await findImported(db(), owner.learnerId, { id: documentId }))?.facts,
    (await summariseDeck(owner, deckId, NOW)).patches.length,
    (await readRecallMap(owner, deckId, NOW))?.facts,
    printed?.kind === 'facts' ? printed.count : undefined,
    table.kind === 'table' ? table.facts.length : undefined,
    statistics?.mastery.reduce((sum, facts) => sum + facts, 0),
  ]
}

async function expectOneCount(deck: DeckOfTerms, facts: number) {
  expect(new Set(await countsOf(deck))).toEqual(new Set([facts]))
}

async function askedBy(owner: Viewer, { deckId }: DeckOfTerms): Promise<number> {
  const shown = await listShownRevisions(owner, deckId)
  return new Set(shown.flatMap(({ factIds }) => factIds)).size
}

/** As a matching does, which the rules do not make. */
async function askThreeFacts(itemIds: readonly string[]) {
  const item = await db().item.findFirstOrThrow({ where: { id: { in: [...itemIds] } }, include: { facts: true } })
  const others = await db().fact.findMany({
    where: { documentId: item.documentId, id: { notIn: item.facts.map(({ factId }) => factId) } },
    take: 2,
  })
  await db().itemFact.createMany({ data: others.map(({ id }, n) => ({ itemId: item.id, factId: id, slot: n + 1 })) })
  return item
}

it('are those that shown items ask, each fact of an item that asks several, and none that waits or was rejected', async () => {
  const deck = await aDeckOfTerms()
  const { owner, deckId, itemIds } = deck
  await expectOneCount(deck, await askedBy(owner, deck))
  const several = await askThreeFacts(itemIds)
  await db().item.updateMany({ where: { id: { in: [...itemIds], not: several.id } }, data: { tier: 'B' } })
  await db().item.update({ where: { id: several.id }, data: { tier: 'A', depth: 'key' } })
  await refreshDecks()
  const together = await db().itemFact.count({ where: { itemId: several.id } })
  expect(together).toBeGreaterThan(1)
  await expectOneCount(deck, together)
  await chooseItem(owner, deckId, ItemId.parse(several.id), rejected, NOW)
  await expectOneCount(deck, 0)
  const single = await db().item.findFirstOrThrow({
    where: { id: { in: [...itemIds], not: several.id }, facts: { none: { slot: { gt: 0 } } } },
  })
  await chooseItem(owner, deckId, ItemId.parse(single.id), accepted, NOW)
  await expectOneCount(deck, 1)
})
