import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { NOW } from '@/test/factories'
import { finding } from '../../core/check/check-result'
import { type DeckId, DocumentId } from '../../core/ids'
import { db } from '../../db'
import { RECORDED_FINDER } from '../../model/recorded-replies'
import { findShippedDeck } from '../decks/find-deck'
import { listShownRevisions } from '../decks/shown-items'
import { regenerateDocument } from '../documents/regenerate-document'
import { loadContent } from './load-content'

useDatabase()

let serial = 0

/** A shipped text with the recorded replies about it, loaded. */
async function loadBees() {
  const dir = mkdtempSync(join(tmpdir(), 'bilim-content-'))
  const slug = `bees-${++serial}`
  const path = join(dir, `${slug}.md`)
  cpSync('content/recordings', join(dir, 'recordings'), { recursive: true })
  writeFileSync(path, readFileSync('content/honey-bees.md', 'utf8').replace('slug: honey-bees', `slug: ${slug}`))
  expect(await loadContent(dir)).toEqual([{ slug, kind: 'new', missingReplies: 0 }])
  const deck = await findShippedDeck(slug)
  if (!deck) throw new Error('no deck')
  const change = (from: string, to: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  return { dir, slug, deckId: deck.id, change }
}

type Quoting = { start: number; end: number; quote: string }[]

/** Shown items of the model, and what of the shown items and their facts does not stand where they say. */
async function shownIn(deckId: DeckId) {
  const { documentId, document } = await db().deck.findUniqueOrThrow({
    where: { id: deckId },
    include: { document: true },
  })
  const shown = await listShownRevisions(null, deckId)
  const itemIds = shown.map(({ itemId }) => itemId)
  const holds = ({ start, end, quote }: Quoting[number]) => document.text.slice(start, end) === quote
  const evidence = shown.map(({ revision }) => revision.evidence as Quoting)
  const facts = await db().fact.findMany({ where: { items: { some: { slot: 0, itemId: { in: itemIds } } } } })
  const firstQuotes = new Set(evidence.map(([first]) => first?.start))
  return {
    documentId,
    shown: shown.length,
    ofModel: await db().item.count({ where: { id: { in: itemIds }, finder: RECORDED_FINDER } }),
    misquoted: evidence.filter((quotes) => !quotes.every(holds)).length,
    misplaced: facts.filter(({ spans }) => !firstQuotes.has((spans as { start: number }[])[0]?.start)).length,
  }
}

const FIRST_SENTENCE = 'The western honey bee is an insect'

describe('what a model found in a text that changes', () => {
  it('is not shown where its replies are about the old text', async () => {
    const { dir, deckId, change } = await loadBees()
    expect((await shownIn(deckId)).ofModel).toBeGreaterThan(20)
    change(FIRST_SENTENCE, `Bees were here before people were. ${FIRST_SENTENCE}`)
    const [loaded] = await loadContent(dir)
    expect(loaded).toMatchObject({ kind: 'updated' })
    expect(loaded?.missingReplies).toBeGreaterThan(0)
    const after = await shownIn(deckId)
    expect(after).toMatchObject({ ofModel: 0, misquoted: 0, misplaced: 0 })
    expect(after.shown).toBeGreaterThan(0)
    expect(await db().deck.findUnique({ where: { id: deckId } })).toMatchObject({ depth: 'balanced' })
  })

  it('keeps its items and facts in their new places where its replies fit the new text', async () => {
    const { dir, slug, deckId, change } = await loadBees()
    const before = await shownIn(deckId)
    const facts = await db().fact.findMany({ where: { retired: false }, select: { id: true } })
    change(FIRST_SENTENCE, `\`\`\`\nA block that nobody asks about.\n\`\`\`\n\n${FIRST_SENTENCE}`)
    expect(await loadContent(dir)).toEqual([{ slug, kind: 'updated', missingReplies: 0 }])
    const after = await shownIn(deckId)
    expect(after.documentId).not.toBe(before.documentId)
    expect(after).toEqual({ ...before, documentId: after.documentId })
    expect(after).toMatchObject({ misquoted: 0, misplaced: 0 })
    expect(await db().fact.findMany({ where: { retired: false }, select: { id: true } })).toEqual(
      expect.arrayContaining(facts),
    )
  })

  it('is added at the next start if the process ended after the engine had read the text again', async () => {
    const { dir, slug, deckId } = await loadBees()
    const before = await shownIn(deckId)
    const documentId = DocumentId.parse(before.documentId)
    await db().document.update({ where: { id: documentId }, data: { engine: 'older' } })
    await db().item.updateMany({ where: { documentId }, data: { engine: 'older' } })
    await regenerateDocument(documentId, () => NOW)
    const between = await shownIn(deckId)
    expect(between.shown).toBeGreaterThan(before.shown)
    expect(await loadContent(dir)).toEqual([{ slug, kind: 'unchanged', missingReplies: 0 }])
    expect(await shownIn(deckId)).toEqual(before)
  })
})

it('says of what the shipped deck keeps back why it does, beside what the rules doubt themselves', async () => {
  const { dir, deckId } = await loadBees()
  const { documentId } = await shownIn(deckId)
  const ofRules = { documentId, finder: 'rules', retired: false }
  const waiting = await db().item.findMany({ where: { ...ofRules, tier: 'B' }, select: { id: true, doubts: true } })
  expect(waiting.length).toBeGreaterThan(20)
  for (const { doubts } of waiting) expect(doubts).toEqual([finding('rules-alone')])
  expect(await db().item.count({ where: { ...ofRules, tier: 'A', doubts: { equals: [] } } })).toBeGreaterThan(3)

  // The engine reads the text again and has a doubt of its own.
  const [{ id } = { id: '' }] = waiting
  await db().item.update({ where: { id }, data: { doubts: [finding('key-longer')] } })
  await db().item.deleteMany({ where: { documentId, finder: RECORDED_FINDER } })
  for (const _ of ['added', 'there already']) await loadContent(dir)
  expect((await db().item.findUniqueOrThrow({ where: { id } })).doubts).toMatchObject([
    { values: {}, code: 'key-longer' },
    { values: {}, code: 'rules-alone' },
  ])
})
