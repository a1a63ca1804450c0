import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aDocument, aLearner } from '@/test/factories'
import { longText } from '@/test/long-text'
import { rankGenerated } from '../../core/generation/depth'
import { generate } from '../../core/generation/rules/generate'
import { db } from '../../db'

useDatabase()

it('gives the items of one text the same places in every document, and those that a program prints', async () => {
  const text = longText(1_500)
  const { documentId: first } = await aDocument(await aLearner(), text)
  const { documentId: second } = await aDocument(await aLearner(), text)
  const placesIn = async (documentId: string) => {
    const rows = await db().item.findMany({ where: { documentId }, orderBy: { rank: 'asc' } })
    return rows.map(({ contentKey, rank, depth }) => [contentKey, { rank, depth }])
  }
  const { title } = await db().document.findUniqueOrThrow({ where: { id: first } })
  const printed = rankGenerated(generate({ title, text, format: 'txt' }))
  expect(await placesIn(first)).toEqual([...printed].sort(([, a], [, b]) => a.rank - b.rank))
  expect(await placesIn(second)).toEqual(await placesIn(first))
})
