import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment } from '@/test/factories'
import { anOlderDeck, clock, OLDER_ENGINE, regenerate, worded } from '@/test/older-engine'
import { ENGINE_VERSION } from '../../core/generation/engine-version'
import { DeckId } from '../../core/ids'
import { db } from '../../db'
import { findDeck } from '../decks/find-deck'
import { regenerateDeck } from './regenerate-document'

useDatabase()

const NOT_FOUND = { kind: 'rejected', reason: 'not-found' }

describe('a better engine', () => {
  it('is offered to the author of a deck that an older one made, and to nobody else', async () => {
    const { viewer, deckId, documentId } = await anOlderDeck()
    expect(await findDeck(viewer, deckId)).toMatchObject({ canRegenerate: true })
    const learner = await aLearner()
    await anAssignment((await aClass(viewer, [learner])).classId, deckId)
    expect(await findDeck(learner, deckId)).toMatchObject({ canRegenerate: false })
    await regenerate(viewer, deckId)
    expect(await findDeck(viewer, deckId)).toMatchObject({ canRegenerate: false })
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: ENGINE_VERSION })
    const own = await aDeck(viewer)
    expect(await findDeck(viewer, own.deckId)).toMatchObject({ canRegenerate: false })
  })

  it('is refused to whoever may not edit the deck, and the deck stays as it was', async () => {
    const { viewer, deckId, documentId } = await anOlderDeck()
    const [stranger, learner] = [await aLearner(), await aLearner()]
    await anAssignment((await aClass(viewer, [learner])).classId, deckId)
    for (const who of [stranger, learner]) expect(await regenerateDeck(who, deckId, clock)).toEqual(NOT_FOUND)
    expect(await regenerateDeck(viewer, DeckId.parse(randomUUID()), clock)).toEqual(NOT_FOUND)
    await db().document.update({ where: { id: documentId }, data: { ownerId: null } })
    expect(await regenerateDeck(viewer, deckId, clock)).toEqual(NOT_FOUND)
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: OLDER_ENGINE })
  })

  it('adds what the older one had not made, and says how much', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck({
      facts: ({ facts }) => facts.slice(0, 3),
      items: ({ facts, items }) => {
        const few = new Set(facts.slice(0, 3).map(({ id }) => id))
        return items.filter(({ factIds }) => factIds.every((id) => few.has(id)))
      },
    })
    const before = await db().item.count({ where: { documentId } })
    const { facts, items } = await regenerate(viewer, deckId)
    expect(facts).toEqual({ fresh: made.facts.length - 3, changed: 0, kept: 3, gone: 0, held: 0 })
    expect(items).toEqual({ fresh: made.items.length - before, changed: 0, kept: before, gone: 0, held: 0 })
    const rows = await db().item.findMany({ where: { documentId }, orderBy: { position: 'asc' } })
    expect(rows.map(({ contentKey }) => contentKey)).toEqual(made.items.map(({ id }) => id))
  })

  it('reads a text that was accepted before, though it would be refused today', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck()
    const text = `${made.document.text}\n\n{=Osh ~Naryn} is a town. {=Naryn ~Osh} is one too.`
    await db().document.update({ where: { id: documentId }, data: { text } })
    await regenerate(viewer, deckId)
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ text })
  })

  it('changes nothing but its own name where it makes the same', async () => {
    const { viewer, deckId, documentId } = await anOlderDeck()
    const everything = async () => ({
      facts: await db().fact.findMany({ where: { documentId }, orderBy: { id: 'asc' }, omit: { engine: true } }),
      items: await db().item.findMany({ where: { documentId }, orderBy: { id: 'asc' }, omit: { engine: true } }),
      revisions: await db().revision.findMany({ where: { item: { documentId } }, orderBy: { id: 'asc' } }),
      links: await db().itemFact.findMany({
        where: { item: { documentId } },
        orderBy: [{ itemId: 'asc' }, { slot: 'asc' }],
      }),
    })
    const before = await everything()
    expect((await regenerate(viewer, deckId)).items).toMatchObject({ fresh: 0, changed: 0, gone: 0 })
    expect(await everything()).toEqual(before)
    expect(await regenerateDeck(viewer, deckId, clock)).toEqual({ kind: 'unchanged' })
  })

  it('is let in once when it is asked for twice at a time', async () => {
    const { viewer, deckId, documentId, made } = await anOlderDeck({ items: ({ items }) => items.map(worded) })
    const kinds = (
      await Promise.all([regenerateDeck(viewer, deckId, clock), regenerateDeck(viewer, deckId, clock)])
    ).map(({ kind }) => kind)
    expect(kinds).toContain('regenerated')
    expect(await db().item.count({ where: { documentId } })).toBe(made.items.length)
    expect(await db().fact.count({ where: { documentId } })).toBe(made.facts.length)
  })

  it('tells how far it is, and leaves the deck alone when it is cancelled', async () => {
    const { viewer, deckId, documentId } = await anOlderDeck()
    const phases = new Set<string>()
    const cancel = new AbortController()
    const options = {
      signal: cancel.signal,
      onProgress: ({ phase }: { phase: string }) => {
        phases.add(phase)
        if (phase === 'generating') cancel.abort()
      },
    }
    expect(await regenerateDeck(viewer, deckId, clock, options)).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect([...phases]).toEqual(['queued', 'reading', 'generating'])
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: OLDER_ENGINE })
  })
})
