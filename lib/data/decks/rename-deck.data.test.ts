import { describe, expect, it } from 'vitest'
import { useDatabase, waitUntilBlocked } from '@/test/database'
import { aDeckOfTwo } from '@/test/decks'
import { anOlderDeck, worded } from '@/test/older-engine'
import { db } from '../../db'
import { inOneTransaction, mergeGenerated } from '../documents/merge-generated'
import { renameDeck } from './rename-deck'

useDatabase()

const OLD = 'The mountain lakes'
const NEW = 'Waters of the north'

const titleOf = async (id: string) => (await db().document.findUniqueOrThrow({ where: { id } })).title
const stemsOf = async (documentId: string) => {
  const rows = await db().revision.findMany({ where: { item: { documentId } }, orderBy: { id: 'asc' } })
  return rows.map(({ stem }) => stem)
}
const withLabel = (stems: readonly string[], title: string) => stems.filter((stem) => stem.startsWith(title))

describe('a deck that is renamed', () => {
  it('while a newer engine reads its document keeps its new name, also before the stems that are new', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck({ items: ({ items }) => items.map(worded) })
    expect(await renameDeck(viewer, deckId, NEW)).toEqual({ kind: 'renamed' })
    const document = { id: documentId, ownerId: viewer.learnerId }
    await db().$transaction((tx) => mergeGenerated(document, made, inOneTransaction(tx)))
    expect(await titleOf(documentId)).toBe(NEW)
    const stems = await stemsOf(documentId)
    expect(withLabel(stems, OLD)).toEqual([])
    expect(withLabel(stems, NEW)).not.toEqual([])
  })

  it('waits for a step of a newer engine that counts what the deck asks', async () => {
    const { owner, deckId, documentId } = await aDeckOfTwo()
    let renaming: Promise<unknown> = Promise.resolve()
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${documentId}::uuid FOR UPDATE`
      renaming = renameDeck(owner, deckId, NEW)
      await waitUntilBlocked(tx, renaming)
      await tx.deck.update({ where: { id: deckId }, data: { facts: { increment: 0 } } })
    })
    expect(await renaming).toEqual({ kind: 'renamed' })
  })

  it('to what can be no label, and back, has its label again', async () => {
    const { owner, deckId, documentId } = await aDeckOfTwo()
    const before = await stemsOf(documentId)
    expect(withLabel(before, OLD)).not.toEqual([])
    await renameDeck(owner, deckId, 'Introduction')
    expect(await titleOf(documentId)).toBe('Introduction')
    expect(withLabel(await stemsOf(documentId), 'Introduction')).toEqual([])
    await renameDeck(owner, deckId, OLD)
    expect(await titleOf(documentId)).toBe(OLD)
    expect(await stemsOf(documentId)).toEqual(before)
  })
})
