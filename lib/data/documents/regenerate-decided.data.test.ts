import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { useDatabase } from '@/test/database'
import { NOW } from '@/test/factories'
import { anOlderDeck, first, isCard, OLDER_ENGINE, regenerate, rejected, shownAs, worded } from '@/test/older-engine'
import { type Item, writeItem } from '../../core/item/item'
import { db } from '../../db'
import { chooseItem } from '../decks/accept-items'
import { editItem } from '../decks/edit-item'
import { listItems } from '../decks/list-items'

useDatabase()

const accepted = { choice: 'accepted' as const, revisionId: null }

const replaced = (all: readonly Item[], ...changed: Item[]) =>
  all.map((item) => changed.find(({ id }) => id === item.id || id === `older-${item.id}`) ?? item)

describe('what the author decided', () => {
  it('keeps the author’s words where the engine’s words are others now', async () => {
    const { viewer, deckId, made, itemId } = await anOlderDeck({
      items: ({ items }) => replaced(items, worded(first(items, isCard))),
    })
    const card = first(made.items, isCard)
    const id = await itemId(`older-${card.id}`)
    const edit = { stem: 'What do I call it, in my own words?', key: ['as I say'], wrong: [] }
    const edited = await editItem(viewer, deckId, id, edit, { anyway: true }, NOW)
    if (edited.kind !== 'edited') throw new Error('not edited')
    await regenerate(viewer, deckId)
    expect((await shownAs(viewer, deckId, id))?.revision).toMatchObject({ id: edited.revisionId, stem: edit.stem })
    expect(await db().item.findUnique({ where: { id } })).toMatchObject({ contentKey: card.id, retired: false })
    // Taking the word back shows what the engine says now.
    await chooseItem(viewer, deckId, id, null, NOW)
    expect((await shownAs(viewer, deckId, id))?.revision.stem).toBe(card.stem)
  })

  it('keeps a rejection, whatever the item is called and however it is worded now', async () => {
    const same = (items: readonly Item[]) => first(items, ({ type }) => type === 'choice')
    const { viewer, deckId, made, itemId } = await anOlderDeck({
      items: ({ items }) =>
        replaced(items, worded(first(items, isCard)), { ...same(items), explanation: 'In other words.' }),
    })
    const ids = [await itemId(`older-${first(made.items, isCard).id}`), await itemId(same(made.items).id)]
    for (const id of ids) await chooseItem(viewer, deckId, id, rejected, NOW)
    const { items } = await regenerate(viewer, deckId)
    expect(items).toMatchObject({ fresh: 0, changed: 1, gone: 0 })
    for (const id of ids) expect(await shownAs(viewer, deckId, id)).toBeUndefined()
    const listed = (await listItems(viewer, deckId))?.groups.flatMap((fact) => fact.items) ?? []
    for (const id of ids) expect(listed.find((item) => item.id === id)?.status).toBe('rejected')
  })

  it('keeps a nod to what the engine doubts, and to the very words that were nodded at', async () => {
    const { viewer, deckId, made, itemId } = await anOlderDeck({
      items: ({ items }) => replaced(items, { ...worded(first(items, isCard)), tier: 'B' }),
    })
    const id = await itemId(`older-${first(made.items, isCard).id}`)
    const listed = (await listItems(viewer, deckId))?.groups.flatMap((fact) => fact.items) ?? []
    const { revisionId, stem } = first(listed, (item) => item.id === id)
    await chooseItem(viewer, deckId, id, { choice: 'accepted', revisionId }, NOW)
    await regenerate(viewer, deckId)
    expect((await shownAs(viewer, deckId, id))?.revision).toMatchObject({ id: revisionId, stem })
  })

  it('keeps what was accepted though it is no longer made, and a rejection should it be made again', async () => {
    const foreign = (item: Item, name: string): Item =>
      anItem({ ...writeItem(item), id: name, stem: `${name}?`, key: [name] })
    const { viewer, deckId, documentId, made, itemId } = await anOlderDeck({
      items: ({ items }) => {
        const card = first(items, isCard)
        return [...items, foreign(card, 'nodded'), foreign(card, 'refused'), foreign(card, 'unseen')]
      },
    })
    const [nodded, refused, unseen] = [await itemId('nodded'), await itemId('refused'), await itemId('unseen')]
    await chooseItem(viewer, deckId, nodded, accepted, NOW)
    await chooseItem(viewer, deckId, refused, rejected, NOW)
    const { items } = await regenerate(viewer, deckId)
    expect(items).toMatchObject({ kept: made.items.length, gone: 2, held: 1 })
    expect((await shownAs(viewer, deckId, nodded))?.revision.stem).toBe('nodded?')
    expect(await db().item.findUnique({ where: { id: refused } })).toMatchObject({ retired: true })
    expect(await db().item.count({ where: { id: unseen } })).toBe(0)
    const listed = (await listItems(viewer, deckId))?.groups.flatMap((fact) => fact.items) ?? []
    expect(listed.map(({ id }) => id)).not.toContain(refused)
    await db().document.update({ where: { id: documentId }, data: { engine: OLDER_ENGINE } })
    await regenerate(viewer, deckId)
    expect(await db().deckChoice.count({ where: { deckId, itemId: refused, choice: 'rejected' } })).toBe(1)
  })
})
