import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aDeckOfTwo, NOT_FOUND, rejected } from '@/test/decks'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import { DeckId, ItemId, RevisionId } from '../../core/ids'
import { db } from '../../db'
import { deleteDocument } from '../documents/delete-deck'
import { chooseItem } from './accept-items'
import { readDocument, readText } from './document-text'
import { editItem } from './edit-item'
import { findDeck } from './find-deck'
import { listDeckFacts } from './list-deck-facts'
import { listItems } from './list-items'
import { renameDeck } from './rename-deck'
import { listShownRevisions } from './shown-items'

useDatabase()

describe('a stranger', () => {
  it('finds nothing of another’s deck, by guessed id or real', async () => {
    const { deckId, itemId, documentId } = await aDeckOfTwo()
    const stranger = await aLearner()
    for (const who of [stranger, null]) {
      for (const id of [deckId, DeckId.parse(randomUUID())]) {
        expect(await findDeck(who, id)).toBeNull()
        expect(await readDocument(who, id)).toBeNull()
        expect(await readText(who, id)).toBeNull()
        expect(await listDeckFacts(who, id)).toEqual([])
        expect(await listItems(who, id)).toBeNull()
        expect(await listShownRevisions(who, id)).toEqual([])
      }
    }
    const edit = { stem: 'What?', key: ['a'], wrong: [] }
    expect(await chooseItem(stranger, deckId, itemId, rejected, NOW)).toEqual(NOT_FOUND)
    expect(await editItem(stranger, deckId, itemId, edit, { anyway: true }, NOW)).toEqual(NOT_FOUND)
    expect(await renameDeck(stranger, deckId, 'Mine')).toEqual(NOT_FOUND)
    expect(await deleteDocument(stranger, documentId)).toEqual(NOT_FOUND)
    expect(await db().deckChoice.count({ where: { deckId } })).toBe(0)
  })

  it('cannot reach an item through a deck of their own', async () => {
    const { itemId } = await aDeckOfTwo()
    const stranger = await aLearner()
    const own = await aDeck(stranger)
    expect(await chooseItem(stranger, own.deckId, itemId, rejected, NOW)).toEqual(NOT_FOUND)
    expect(await chooseItem(stranger, own.deckId, ItemId.parse(randomUUID()), rejected, NOW)).toEqual(NOT_FOUND)
  })

  it('cannot show a revision of another item', async () => {
    const { owner, deckId, itemIds } = await aDeckOfTwo()
    const [first, second] = itemIds
    const revision = await db().revision.findFirstOrThrow({ where: { itemId: second ?? '' } })
    const choice = { choice: 'accepted' as const, revisionId: RevisionId.parse(revision.id) }
    if (!first) throw new Error('no item')
    expect(await chooseItem(owner, deckId, first, choice, NOW)).toEqual(NOT_FOUND)
  })

  it('becomes a reader once the deck is assigned to their class, and never an author', async () => {
    const { owner, deckId, itemId } = await aDeckOfTwo()
    const learner = await aLearner()
    const { classId } = await aClass(owner, [learner])
    expect(await findDeck(learner, deckId)).toBeNull()
    await anAssignment(classId, deckId)
    expect(await findDeck(learner, deckId)).toMatchObject({ mayEdit: false, shipped: false })
    expect((await listShownRevisions(learner, deckId)).length).toBeGreaterThan(0)
    expect(await chooseItem(learner, deckId, itemId, rejected, NOW)).toEqual(NOT_FOUND)
  })
})
