import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, TEXT } from '@/test/factories'
import { aNewDocument } from '@/test/long-document'
import { ENGINE_VERSION } from '../../core/generation/engine-version'
import type { GeneratedItem } from '../../core/generation/generated'
import { generate } from '../../core/generation/rules/generate'
import { toCard } from '../../core/item/card'
import { db } from '../../db'
import type { Batch, Remainder } from '../../workers/generate-in-worker'
import { PartSaver } from './save-parts'

useDatabase()

/** A document of the learner's own that comes batch by batch, each with the position until which the text is read. */
async function saved(batches: readonly Batch[], remainder: Remainder) {
  const owner = await aLearner()
  const generated = generate({ title: 'The lakes', text: `${TEXT}\nNote ${randomUUID()}.\n`, format: 'txt' })
  const { lease, destination } = await aNewDocument(owner)
  const saver = new PartSaver(lease, destination)
  saver.begin({ document: generated.document, engine: ENGINE_VERSION, format: 'txt' })
  for (const [at, batch] of batches.entries()) saver.take({ ...batch, readTo: at + 1 })
  await saver.settle()
  await saver.finish(remainder)
  saver.close()
  expect(saver.ended).toBeUndefined()
  const documentId = saver.document?.documentId ?? ''
  return {
    facts: await db().fact.findMany({ where: { documentId }, orderBy: { position: 'asc' } }),
    items: await db().item.findMany({
      where: { documentId },
      orderBy: { position: 'asc' },
      include: { revisions: true, facts: { include: { fact: true } } },
    }),
    job: await db().generationJob.findUnique({ where: { documentId } }),
  }
}

const made = generate({ title: 'The lakes', text: TEXT, format: 'txt' })
const facts = made.facts.map((fact, position) => ({ fact, position }))
const card = made.items.find((item) => item.tier === 'A' && toCard(item) !== null)
const [aFact] = made.facts
if (!card || !aFact) throw new Error('The engine made no card.')
const place = (item: GeneratedItem, position = 0) => ({ item, position })
const NOTHING_MORE: Remainder = { facts: [], items: [], withdrawn: { facts: [], items: [] }, refused: {}, refusals: [] }

describe('an item that comes twice before there is a card to study', () => {
  it('is saved as the later part has it', async () => {
    const unreviewed: GeneratedItem = { ...card, tier: 'B', stem: 'What was first thought of?' }
    const { items, job } = await saved(
      [
        { facts, items: [place(unreviewed)] },
        { facts: [], items: [place(card)] },
      ],
      NOTHING_MORE,
    )
    expect(items).toMatchObject([{ contentKey: card.id, tier: 'A', revisions: [{ stem: card.stem, number: 1 }] }])
    expect(job).toBeNull()
  })

  it('is saved as the remainder has it if no part had a card', async () => {
    const unreviewed: GeneratedItem = { ...card, tier: 'B', stem: 'What was first thought of?' }
    const worded: GeneratedItem = { ...unreviewed, stem: 'What was thought of in the end?' }
    const { items } = await saved([{ facts, items: [place(unreviewed)] }], {
      ...NOTHING_MORE,
      items: [place(worded, 7)],
    })
    expect(items).toMatchObject([{ position: 7, tier: 'B', revisions: [{ stem: worded.stem }] }])
  })
})

describe('a document of many batches', () => {
  it('has every fact once, asked or not, and every item with the facts that it asks', async () => {
    // More facts and items than go into one statement, most of the facts asked by no item.
    const many = Array.from({ length: 250 }, (_, at) => ({ fact: { ...aFact, id: `fact-${at}` }, position: at }))
    const asking = Array.from({ length: 90 }, (_, at) => ({
      item: { ...card, id: `item-${at}`, factIds: [`fact-${at * 2}`] },
      position: at,
    }))
    const { facts: rows, items } = await saved(
      [
        { facts: many.slice(0, 200), items: asking.slice(0, 1) },
        { facts: many.slice(200), items: asking.slice(1) },
      ],
      { ...NOTHING_MORE, withdrawn: { facts: ['fact-249'], items: ['item-3'] } },
    )
    expect(rows.map(({ contentKey }) => contentKey)).toEqual(many.slice(0, 249).map(({ fact }) => fact.id))
    expect(items).toHaveLength(89)
    for (const { contentKey, facts: asked } of items)
      expect(asked.map(({ fact }) => fact.contentKey)).toEqual([`fact-${Number(contentKey.slice(5)) * 2}`])
  })
})
