// tsx e2e/support/plant-ladder.ts: gives the documents of a stopped server's learners items that no engine decides: of two
// facts the first is asked in three ways, the second by a number.
import { closeDb, db } from '../../lib/db'

type Planted = { type: string; stem: string; key: string[]; options?: string[]; reasons?: Record<string, string> }

const LADDER: Planted[] = [
  {
    type: 'choice',
    stem: 'How many castes has a honey bee colony?',
    key: ['three'],
    options: ['two', 'three', 'four'],
    reasons: { two: 'The drones are a caste of their own.', four: 'There is no fourth.' },
  },
  { type: 'cloze', stem: 'A honey bee colony has _____ castes.', key: ['three'] },
  { type: 'flashcard', stem: 'Castes of a honey bee colony', key: ['three'] },
]
const NUMBER: Planted[] = [
  { type: 'numeric', stem: 'The honey bee, The colony: How many eggs does the queen lay?', key: ['2,000 eggs'] },
]

try {
  const owned = { document: { ownerId: { not: null } } }
  await db().item.deleteMany({ where: owned })
  const [first, second] = await db().fact.findMany({ where: owned, orderBy: { position: 'asc' }, take: 2 })
  if (!first || !second) throw new Error('There are no two facts.')
  for (const [position, row] of LADDER.entries()) await plant(first, position, row)
  for (const [position, row] of NUMBER.entries()) await plant(second, LADDER.length + position, row)
} finally {
  await closeDb()
}

async function plant(fact: { id: string; documentId: string; spans: unknown }, position: number, row: Planted) {
  const { documentId } = fact
  const [span] = fact.spans as { start: number; end: number }[]
  const { id } = await db().item.create({
    data: {
      ...{ documentId, position, contentKey: `planted-${position}`, type: row.type, tier: 'A', engine: 'planted' },
      facts: { create: { factId: fact.id, slot: 0 } },
    },
  })
  const { stem, key, options = [], reasons = {} } = row
  const evidence = span ? [{ ...span, quote: '' }] : []
  const words = {
    stem,
    key,
    options,
    accepted: key.map(() => []),
    explanation: '',
    distractorReasons: reasons,
    evidence,
  }
  await db().revision.create({ data: { itemId: id, number: 1, ...words } })
}
