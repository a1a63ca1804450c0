/** @module-tag engines */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { db, withConnection } from '@/lib/db'
import { aRevision } from '@/test/an-item-revision'
import { useDatabase } from '@/test/database'
import { aKnownDeck } from '@/test/decks'
import { aLearner } from '@/test/factories'
import { ITEMS, pieces, stems, TEXT } from '@/test/searched-towns'
import { search } from './search'

useDatabase()

describe('search', () => {
  it('finds items, places in texts and decks by words in any form, with those lit', async () => {
    const owner = await aLearner()
    const { deckId, itemIds, factIds } = await aKnownDeck(owner, { title: 'My towns', text: TEXT, items: ITEMS })
    const found = await search(owner, 'leading torugart')
    expect(found.items.hits).toMatchObject([{ itemId: itemIds[0], deckId, factId: factIds[0], type: 'flashcard' }])
    expect(pieces(found.items.hits[0]?.stem ?? null)).toBe('Where does the [Torugart] [lead]?')
    const [place] = found.passages.hits
    expect(pieces(place?.text ?? null)).toContain('The [Torugart] pass [leads] to Kashgar.')
    expect(place).toMatchObject({ deckId, heading: 'Passes', at: TEXT.indexOf('The Torugart') })
    expect((await search(owner, 'town')).decks).toMatchObject([{ deckId }])
  })

  it('leads to studying a fact only where its deck shows a card of it', async () => {
    const owner = await aLearner()
    const items = [{ type: 'flashcard', stem: 'Which pass leads to Kashgar?', key: ['Torugart'], tier: 'B' }] as const
    await aKnownDeck(owner, { text: TEXT, items })
    expect((await search(owner, 'Kashgar')).items.hits).toMatchObject([{ type: 'flashcard', factId: null }])
  })

  it('counts places in UTF-16 code units, as spans do', async () => {
    const owner = await aLearner()
    await aKnownDeck(owner, { text: TEXT, items: [] })
    expect((await search(owner, 'founded')).passages.hits).toMatchObject([{ at: TEXT.indexOf('It was founded') }])
  })

  it('ranks what is about the words before what mentions one in passing', async () => {
    const owner = await aLearner()
    const long = `What is said of ${'many other things and '.repeat(12)} a glacier?`
    await aKnownDeck(owner, {
      text: 'Ice.',
      items: [
        { type: 'flashcard', stem: long, key: ['ice'] },
        { type: 'flashcard', stem: 'How does a glacier feed another glacier?', key: ['by melting'] },
      ],
    })
    expect((await stems(owner, 'glacier'))[0]).toBe('How does a [glacier] feed another [glacier]?')
  })

  it('shows what a misspelt word may have meant, only where nothing has it as it is', async () => {
    const owner = await aLearner()
    await aKnownDeck(owner, { text: TEXT, items: ITEMS })
    expect(await search(owner, 'karakul founded')).toMatchObject({ words: 'karakol founded', mended: true })
    expect(await search(owner, 'Karakol founded')).toMatchObject({ words: 'Karakol founded', mended: false })
    expect(await search(owner, 'xylophone')).toMatchObject({ words: 'xylophone', mended: false, decks: [] })
  })

  it('takes words as they are where the database has no trigrams', async () => {
    const owner = await aLearner()
    await aKnownDeck(owner, { text: TEXT, items: ITEMS })
    await withConnection(({ script }) => script('DROP EXTENSION pg_trgm CASCADE'))
    expect(await search(owner, 'karakul')).toMatchObject({ mended: false, items: { hits: [] } })
    expect(await stems(owner, 'Karakol')).toHaveLength(1)
    const { allowTypos } = await import('./correct-typos')
    expect(await withConnection(allowTypos)).toBe(true)
  })

  it('pages through all that is found, each once', async () => {
    const owner = await aLearner()
    const items = Array.from({ length: 45 }, (_, n) => ({
      type: 'flashcard' as const,
      stem: `Which yurt is number ${n}?`,
      key: [String(n)],
    }))
    await aKnownDeck(owner, { text: 'Yurts.', items })
    const pages = await Promise.all([1, 2, 3, 4].map((page) => search(owner, 'yurt', { kind: 'items', page })))
    expect(pages.map(({ items: { hits, more } }) => [hits.length, more])).toEqual([
      [20, true],
      [20, true],
      [5, false],
      [0, false],
    ])
    expect(new Set(pages.flatMap(({ items }) => items.hits.map(({ itemId }) => itemId))).size).toBe(45)
  })

  it('shows an item as its deck does: reworded, and no more once rejected', async () => {
    const owner = await aLearner()
    const { deckId, itemIds } = await aKnownDeck(owner, { text: TEXT, items: ITEMS })
    const [itemId] = itemIds
    if (!itemId) throw new Error('No item.')
    const words = aRevision({ type: 'flashcard', stem: 'Whither does it go?', key: ['Kashgar'] })
    const revision = await db().revision.create({
      data: { itemId, number: 2, authorId: owner.learnerId, ...words },
    })
    await db().deckChoice.create({ data: { deckId, itemId, choice: 'accepted', revisionId: revision.id } })
    expect(await stems(owner, 'whither')).toHaveLength(1)
    expect(await stems(owner, 'Torugart')).toHaveLength(0)
  })

  it('looks its words up in the index, however many items there are', async () => {
    const owner = await aLearner()
    const { documentId } = await aKnownDeck(owner, { text: 'Birds.', items: [] })
    const { content } = aRevision({ type: 'flashcard', stem: '', key: ['bird'] })
    await db().$executeRaw`
      WITH made AS (
        INSERT INTO "Item" (id, "documentId", "contentKey", position, type, tier, engine)
        SELECT gen_random_uuid(), ${documentId}::uuid, n::text, n, 'flashcard', 'A', 'known' FROM generate_series(1, 5000) AS n
        RETURNING id, position
      )
      INSERT INTO "Revision" (id, "itemId", number, stem, content, "keyText", explanation, evidence, "isCard")
      SELECT gen_random_uuid(), id, 1, 'Which bird has the number ' || position || '?', ${JSON.stringify(content)}::jsonb, 'bird', '', '[]', true FROM made`
    // What the database does by itself after a while.
    await db().$queryRaw`SELECT gin_clean_pending_list('"SearchItem_whole_idx"')`
    await db().$executeRaw`ANALYZE "SearchItem"`
    for (const words of ['4711', 'bird 4711']) {
      expect((await search(owner, words)).items.hits).toHaveLength(1)
      const plan = await db().$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT * FROM "SearchItem" WHERE whole @@ search_query(${words})`
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('SearchItem_whole_idx')
    }
  })

  it('answers any string', async () => {
    const owner = await aLearner()
    await aKnownDeck(owner, { text: TEXT, items: ITEMS })
    const hostile = fc.constantFrom(
      `'`,
      '"',
      '\\',
      '\0',
      '(',
      ')',
      '|',
      '&',
      '!',
      '<->',
      ':*',
      '%',
      '_',
      '--',
      ';',
      '\ud800',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.oneof(hostile, fc.constantFrom('karakol', 'lake', ' ', 'or', '-'))).map((some) => some.join('')),
      fc.constantFrom(`${'a'.repeat(10_000)}`, '\u{1f9f5}'.repeat(5_000), 'karakul '.repeat(1_250), '"'.repeat(10_000)),
    )
    await fc.assert(
      fc.asyncProperty(typed, fc.constantFrom(null, 'items' as const), async (words, kind) => {
        const found = await search(owner, words, { kind, page: 1 })
        expect(found.words.length).toBeLessThanOrEqual(200)
      }),
      { numRuns: 60 },
    )
  })
})
