import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aRevision } from '@/test/an-item-revision'
import { useDatabase } from '@/test/database'
import { aLearner, NOW, TEXT } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import { ENGINE_VERSION } from '../../core/generation/engine-version'
import { DeckId, DocumentId } from '../../core/ids'
import { db } from '../../db'
import { RECORDED_FINDER } from '../../model/recorded-replies'
import { readDocument } from '../decks/document-text'
import { findDeck, findShippedDeck } from '../decks/find-deck'
import { listShownRevisions } from '../decks/shown-items'
import { regenerateDocument } from '../documents/regenerate-document'
import { loadContent } from './load-content'

useDatabase()

let serial = 0

function folderWith(text: string, slug = `lakes-${++serial}`) {
  const dir = mkdtempSync(join(tmpdir(), 'bilim-content-'))
  const write = (changed: string) =>
    writeFileSync(join(dir, `${slug}.md`), `---\ntitle: Lakes: a text\nslug: ${slug}\nlanguage: en\n---\n\n${changed}`)
  write(text)
  return { dir, slug, write }
}

async function everything() {
  const byId = { orderBy: { id: 'asc' as const } }
  return {
    documents: await db().document.findMany(byId),
    facts: await db().fact.findMany(byId),
    items: await db().item.findMany(byId),
    revisions: await db().revision.findMany(byId),
    decks: await db().deck.findMany(byId),
  }
}

async function remember(learnerId: string, factId: string) {
  const memory = {
    state: 'review',
    stability: 5,
    difficulty: 5,
    lastReview: NOW,
    due: NOW,
    step: 0,
    reviews: 1,
    lapses: 0,
  }
  const { documentId } = await db().fact.findUniqueOrThrow({ where: { id: factId } })
  await db().memory.create({ data: { learnerId, factId, documentId, ...memory } })
}

/** As if an older engine had asked something that the present one does not ask. */
async function makeForeign(itemId: string) {
  await db().item.update({ where: { id: itemId }, data: { contentKey: 'older' } })
  await db().revision.updateMany({
    where: { itemId },
    data: aRevision({ type: 'flashcard', stem: 'What is said elsewhere?', key: ['elsewhere'] }),
  })
}

describe('the documents that ship with the app', () => {
  it('have a deck that everyone may study and nobody may change', async () => {
    const { dir, slug } = folderWith(TEXT)
    expect(await loadContent(dir)).toMatchObject([{ slug, kind: 'new' }])
    const deck = await findShippedDeck(slug)
    expect(deck).toMatchObject({ title: 'Lakes: a text', shipped: true, mayEdit: false })
    if (!deck) throw new Error('no deck')
    expect(await findDeck(await aLearner(), deck.id)).toMatchObject({ mayEdit: false })
    expect((await listShownRevisions(null, deck.id)).length).toBeGreaterThan(0)
  })

  it('are left alone when they are loaded again', async () => {
    const { dir, slug } = folderWith(TEXT)
    await loadContent(dir)
    const before = await everything()
    expect(await loadContent(dir)).toMatchObject([{ slug, kind: 'unchanged' }])
    expect(await everything()).toEqual(before)
  })

  it('are loaded once by two processes that start at once', async () => {
    const { dir, slug } = folderWith(TEXT)
    const kinds = (await Promise.all([loadContent(dir), loadContent(dir)])).flat().map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['new', 'unchanged'])
    expect(await db().document.count({ where: { slug } })).toBe(1)
  })

  it('keep deck, facts and memories when the text changes, and follow the old text', async () => {
    const { dir, slug, write } = folderWith(TEXT)
    await loadContent(dir)
    const old = await findShippedDeck(slug)
    if (!old) throw new Error('no deck')
    const before = await readDocument(null, old.id)
    const learner = await aLearner()
    for (const fact of before?.facts ?? []) await remember(learner.learnerId, fact.id)
    write(
      TEXT.replace('# The mountain lakes', 'A note that moves every span.\n\n# The mountain lakes').replace(
        '- Song-Kol\n',
        '',
      ),
    )
    expect(await loadContent(dir)).toMatchObject([{ slug, kind: 'updated' }])
    const deck = await findShippedDeck(slug)
    expect(deck?.id).toBe(old.id)
    expect(await db().document.findUnique({ where: { id: deck?.documentId ?? '' } })).toMatchObject({
      followsId: old.documentId,
    })
    const after = await readDocument(null, old.id)
    const [factsBefore, factsAfter] = [before?.facts ?? [], after?.facts ?? []]
    const among = (facts: typeof factsAfter) => (fact: { id: string }) => facts.some(({ id }) => id === fact.id)
    const kept = factsAfter.filter(among(factsBefore))
    expect(kept.length).toBeGreaterThan(3)
    const quotes = kept.flatMap(({ spans }) => spans.map(({ start, end }) => after?.text.slice(start, end).trim()))
    expect(quotes.every((quote) => quote)).toBe(true)
    expect(await db().memory.count({ where: { learnerId: learner.learnerId } })).toBe(factsBefore.length)
    const gone = factsBefore.filter((fact) => !among(factsAfter)(fact))
    expect(gone.length).toBeGreaterThan(0)
    expect(await db().fact.count({ where: { retired: true, id: { in: gone.map(({ id }) => id) } } })).toBe(gone.length)
  })

  it('have no deck while nothing reads their language', async () => {
    const { dir, slug } = folderWith('Ысык-Көл — Кыргызстандагы эң чоң көл. Көлдүн суусу кышында да тоңбойт.')
    expect(await loadContent(dir)).toMatchObject([{ slug, kind: 'unknown-language' }])
    expect(await findShippedDeck(slug)).toBeNull()
    expect(await db().document.count({ where: { slug } })).toBe(0)
  })

  it('have a deck of what a model read twice where its replies ship, in a language that the rules cannot read too', async () => {
    const loaded = await loadContent('content')
    expect(loaded.map(({ kind }) => kind)).toEqual(loaded.map(() => 'new'))
    for (const { slug } of loaded) {
      const deck = await findShippedDeck(slug)
      if (!deck) throw new Error(`${slug} has no deck.`)
      const shown = await listShownRevisions(null, deck.id)
      const ids = shown.map(({ itemId }) => itemId)
      const unread = {
        finder: 'rules',
        facts: { none: { fact: { items: { some: { item: { finder: RECORDED_FINDER } } } } } },
      }
      expect(await db().item.count({ where: { id: { in: ids }, ...unread } })).toBe(0)
      expect(ids.length).toBeGreaterThanOrEqual(15)
    }
  })

  it('must say a title and a slug', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'bilim-content-'))
    writeFileSync(join(dir, 'a.md'), 'No front matter.')
    await expect(loadContent(dir)).rejects.toThrow('a.md has no front matter')
  })
})

describe('a newer engine', () => {
  it('keeps ids and choices, and adds what it makes anew', async () => {
    const { dir, slug } = folderWith(TEXT)
    await loadContent(dir)
    const deck = await findShippedDeck(slug)
    if (!deck) throw new Error('no deck')
    const documentId = DocumentId.parse(deck.documentId)
    const shown = await listShownRevisions(null, deck.id)
    const [changed, lost, rejected, foreign] = shown
    if (!changed || !lost || !rejected || !foreign) throw new Error('Too few items.')
    // As if an older engine had said one item in other words, had not made a second, and had made one of its own.
    await db().document.update({ where: { id: documentId }, data: { engine: 'older' } })
    await db().revision.update({ where: { id: changed.revision.id }, data: { stem: 'An older stem?' } })
    await db().item.delete({ where: { id: lost.itemId } })
    await db().deckChoice.create({ data: { deckId: deck.id, itemId: rejected.itemId, choice: 'rejected' } })
    await makeForeign(foreign.itemId)
    await refreshDecks(documentId)
    expect(await regenerateDocument(documentId, () => NOW)).toMatchObject({ kind: 'regenerated' })
    const after = await listShownRevisions(null, deck.id)
    const again = after.find(({ itemId }) => itemId === changed.itemId)
    expect(again?.revision.stem).toBe(changed.revision.stem)
    expect(again?.revision.id).not.toBe(changed.revision.id)
    expect(after.length).toBe(shown.length - 1)
    expect(after.some(({ itemId }) => itemId === rejected.itemId)).toBe(false)
    expect(await db().item.count({ where: { id: foreign.itemId } })).toBe(0)
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ engine: ENGINE_VERSION })
    expect(await regenerateDocument(documentId, () => NOW)).toEqual({ kind: 'unchanged' })
  })

  it('retires what it no longer makes while a choice names it', async () => {
    const { dir, slug } = folderWith(TEXT)
    await loadContent(dir)
    const deck = await findShippedDeck(slug)
    const [item] = deck ? await listShownRevisions(null, deck.id) : []
    if (!deck || !item) throw new Error('no item')
    await db().document.update({ where: { id: deck.documentId }, data: { engine: 'older' } })
    await makeForeign(item.itemId)
    await db().deckChoice.create({ data: { deckId: DeckId.parse(deck.id), itemId: item.itemId, choice: 'accepted' } })
    await refreshDecks(deck.documentId)
    await regenerateDocument(deck.documentId, () => NOW)
    expect(await db().item.findUnique({ where: { id: item.itemId } })).toMatchObject({ retired: true })
    // Its author accepted it, so learners keep it.
    expect((await listShownRevisions(null, deck.id)).some(({ itemId }) => itemId === item.itemId)).toBe(true)
  })
})
