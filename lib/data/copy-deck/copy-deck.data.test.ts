import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { refreshDecks } from '@/test/refresh-decks'
import { anAddress } from '../../../test/accounts'
import { useDatabase } from '../../../test/database'
import { aClass, aLearner, anAssignment, NOW } from '../../../test/factories'
import { aKnownQuiz } from '../../../test/known-quiz'
import { type DeckId, type FactId, ItemId, ReviewId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { chooseItem } from '../decks/accept-items'
import { editItem } from '../decks/edit-item'
import { findDeck } from '../decks/find-deck'
import { openSharedDeck, shareDeck } from '../decks/share-deck'
import { listShownRevisions } from '../decks/shown-items'
import { deleteDeck } from '../documents/delete-deck'
import { recordReviews } from '../memories/record-reviews'
import { listDecks } from '../progress/list-decks'
import { type Copied, copyDeck, findCopying } from './copy-deck'

useDatabase()

const REFUSED = { kind: 'rejected', reason: 'not-found' }

async function open(owner: Viewer, reader: Viewer, deckId: DeckId) {
  const shared = await shareDeck(owner, deckId, NOW)
  if (shared.kind !== 'shared') throw new Error(shared.reason)
  await openSharedDeck(reader, { secret: shared.secret, address: '203.0.113.7' }, NOW)
}

function copied(outcome: Copied): DeckId {
  if (outcome.kind !== 'copied') throw new Error(outcome.kind)
  return outcome.deckId
}

async function aReader() {
  const [owner, reader] = [await aLearner(), await aLearner()]
  const known = await aKnownQuiz(owner)
  await open(owner, reader, known.deckId)
  return { owner, reader, ...known }
}

const findRow = (id: DeckId) => db().deck.findUniqueOrThrow({ where: { id } })
const itemsOf = (deckId: DeckId) =>
  db().item.findMany({
    where: { document: { decks: { some: { id: deckId } } } },
    orderBy: { position: 'asc' },
    include: { facts: { include: { fact: true } }, choices: { where: { deckId } }, revisions: true },
  })

async function rate(learner: Viewer, factId: FactId) {
  const rating = { factId, itemId: null, revisionId: null, rating: 'good' as const, at: NOW, durationMs: null }
  await recordReviews(learner, [{ ...rating, id: ReviewId.parse(randomUUID()) }], NOW)
}

describe('a copy of somebody else’s deck', () => {
  it('is the viewer’s own, with the same facts and items under the same content keys', async () => {
    const { reader, owner, deckId } = await aReader()
    const copyId = copied(await copyDeck(reader, deckId, { title: null, address: anAddress() }, NOW))
    expect(await findDeck(reader, copyId)).toMatchObject({ mayEdit: true, title: 'Lakes' })
    expect(await findDeck(owner, copyId)).toBeNull()
    const [from, to] = [await itemsOf(deckId), await itemsOf(copyId)]
    const said = (items: typeof from) =>
      items.map((item) => [
        item.contentKey,
        item.facts.map(({ slot, fact }) => [slot, fact.contentKey]),
        item.revisions.map(({ stem, content, keyText, evidence }) => [stem, content, keyText, evidence]),
      ])
    expect(said(to)).toEqual(said(from))
    const counts = async (id: DeckId) => (({ facts, cards }) => [facts, cards])(await findRow(id))
    expect(await counts(copyId)).toEqual(await counts(deckId))
    expect(to.map(({ id }) => id)).not.toEqual(from.map(({ id }) => id))
  })

  it('shows what the deck shows, as it words it, and accepts nothing that waited for its author’s word', async () => {
    const { reader, owner, deckId } = await aReader()
    const [edited, doubtful, rejected, plain] = (await itemsOf(deckId)).map(({ id }) => ItemId.parse(id))
    if (!edited || !doubtful || !rejected || !plain) throw new Error('The deck has four items.')
    await db().item.update({ where: { id: doubtful }, data: { tier: 'B' } })
    await refreshDecks()
    const words = { stem: 'Which year is this?', key: ['1869'], wrong: ['1901', '1848'] }
    const saved = await editItem(owner, deckId, edited, words, { anyway: true }, NOW)
    expect(saved.kind).toBe('edited')
    await chooseItem(owner, deckId, doubtful, { choice: 'accepted', revisionId: null }, NOW)
    await chooseItem(owner, deckId, rejected, { choice: 'rejected', revisionId: null }, NOW)

    const copyId = copied(await copyDeck(reader, deckId, { title: null, address: anAddress() }, NOW))
    const stems = async (viewer: Viewer, id: DeckId) =>
      (await listShownRevisions(viewer, id)).map(({ revision }) => revision.stem)
    expect(await stems(owner, deckId)).toEqual(['Which year is this?', 'The lake is _____.', 'The pass is Torugart.'])
    expect(await stems(reader, copyId)).toEqual(['Which year is this?', 'The pass is Torugart.'])
    const choices = (await itemsOf(copyId)).map(({ choices: [choice] }) => choice?.choice ?? null)
    expect(choices).toEqual(['accepted', null, 'rejected', null])
    const authors = await db().revision.findMany({ where: { item: { document: { decks: { some: { id: copyId } } } } } })
    expect(authors.map(({ authorId }) => authorId).filter(Boolean)).toEqual([reader.learnerId])
  })

  it('takes along what the viewer remembers, and leaves everybody else’s memories alone', async () => {
    const { reader, owner, deckId, factIds } = await aReader()
    const [first] = factIds
    if (!first) throw new Error('The deck has facts.')
    await rate(reader, first)
    await rate(owner, first)
    await db().factFlag.create({ data: { learnerId: reader.learnerId, factId: first, starred: true } })
    await db().exam.create({ data: { learnerId: reader.learnerId, deckId, day: NOW } })
    const before = await db().memory.findMany({ where: { learnerId: reader.learnerId } })

    const copyId = copied(await copyDeck(reader, deckId, { title: null, address: anAddress() }, NOW))
    const mine = { learnerId: reader.learnerId }
    const ofCopy = { fact: { contentKey: 'f0', document: { decks: { some: { id: copyId } } } } }
    const after = await db().memory.findMany({ where: { ...mine, ...ofCopy } })
    const { factId, documentId } = after[0] ?? {}
    expect(after).toEqual(before.map((memory) => ({ ...memory, factId, documentId })))
    expect(await db().deckProgress.findMany({ where: mine })).toMatchObject([{ deckId: copyId, met: 1 }])
    expect(await db().review.count({ where: mine })).toBe(1)
    expect(await db().review.count({ where: { ...mine, ...ofCopy } })).toBe(1)
    expect(await db().factFlag.count({ where: { ...mine, ...ofCopy, starred: true } })).toBe(1)
    expect(await db().exam.count({ where: { ...mine, deckId: copyId } })).toBe(1)
    expect(await db().memory.count({ where: { learnerId: owner.learnerId, factId: first } })).toBe(1)
    // The copy stands in its place: what is asked is asked once.
    expect((await listDecks(reader, { from: 0, size: 9 }, NOW)).decks.map(({ id }) => id)).toEqual([copyId])
  })

  it('of a text that the viewer has is the deck that they have', async () => {
    const { reader, owner, deckId } = await aReader()
    const copyId = copied(await copyDeck(reader, deckId, { title: null, address: anAddress() }, NOW))
    await open(owner, reader, deckId)
    expect(await copyDeck(reader, deckId, { title: null, address: anAddress() }, NOW)).toEqual({
      kind: 'had',
      deckId: copyId,
    })
  })

  it('is refused of a deck that the viewer does not see, that a class is asked, or that is being made', async () => {
    const { reader, owner, deckId } = await aReader()
    expect(await copyDeck(await aLearner(), deckId, { title: null, address: anAddress() }, NOW)).toEqual(REFUSED)
    expect(await findCopying(null, deckId)).toBeNull()
    const { classId } = await aClass(owner, [reader])
    await anAssignment(classId, deckId)
    expect(await copyDeck(reader, deckId, { title: null, address: anAddress() }, NOW)).toEqual(REFUSED)
    expect(await findCopying(reader, deckId)).toBeNull()
    expect(await findCopying(owner, deckId)).toBe('duplicate')

    const half = await aReader()
    const { documentId } = await db().deck.findUniqueOrThrow({ where: { id: half.deckId } })
    await db().generationJob.create({
      data: { documentId, state: 'running', leaseId: randomUUID(), heartbeatAt: NOW },
    })
    expect(await copyDeck(half.reader, half.deckId, { title: null, address: anAddress() }, NOW)).toMatchObject({
      reason: 'generating',
    })
  })
})

describe('a second deck on one’s own document', () => {
  it('has decisions of its own, and the same facts and memories', async () => {
    const owner = await aLearner()
    const { deckId, factIds } = await aKnownQuiz(owner)
    const [item, secondItem] = (await itemsOf(deckId)).map(({ id }) => ItemId.parse(id))
    const [first] = factIds
    if (!item || !secondItem || !first) throw new Error('The deck has items.')
    await chooseItem(owner, deckId, item, { choice: 'rejected', revisionId: null }, NOW)
    const twin = copied(await copyDeck(owner, deckId, { title: 'Lakes again', address: anAddress() }, NOW))
    expect(await findDeck(owner, twin)).toMatchObject({ title: 'Lakes again', mayEdit: true })
    await chooseItem(owner, twin, secondItem, { choice: 'rejected', revisionId: null }, NOW)
    expect(await listShownRevisions(owner, deckId)).toHaveLength(3)
    expect(await listShownRevisions(owner, twin)).toHaveLength(2)
    await rate(owner, first)
    expect(await db().memory.count({ where: { learnerId: owner.learnerId } })).toBe(1)
  })

  it('goes alone when it is deleted; the last one takes the document along', async () => {
    const [owner, stranger] = [await aLearner(), await aLearner()]
    const { deckId, factIds } = await aKnownQuiz(owner)
    const twin = copied(await copyDeck(owner, deckId, { title: null, address: anAddress() }, NOW))
    expect(await deleteDeck(stranger, twin)).toEqual(REFUSED)
    expect(await deleteDeck(owner, twin)).toEqual({ kind: 'deleted' })
    expect(await db().fact.count({ where: { id: { in: [...factIds] } } })).toBe(factIds.length)
    expect(await deleteDeck(owner, deckId)).toEqual({ kind: 'deleted' })
    expect(await db().fact.count({ where: { id: { in: [...factIds] } } })).toBe(0)
  })

  it('takes the document along when both decks are deleted at the same moment', async () => {
    const owner = await aLearner()
    const { deckId } = await aKnownQuiz(owner)
    const twin = copied(await copyDeck(owner, deckId, { title: null, address: anAddress() }, NOW))
    await Promise.all([deleteDeck(owner, deckId), deleteDeck(owner, twin)])
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
  })
})
