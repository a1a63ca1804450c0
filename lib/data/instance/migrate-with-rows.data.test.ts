import { cpSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { withConnection } from '../../db'
import { migrate } from './migrate'

useDatabase()

const MIGRATIONS = 'prisma/migrations'
const NAMES = readdirSync(MIGRATIONS).filter((name) => !name.includes('.'))
// Long enough to be kept outside of its row, and well squeezed there by the first migrations.
const TEXT = 'The harbour of Oslo was opened in 1891. '.repeat(5_000)
const BLOCKS = JSON.stringify([{ kind: 'paragraph', span: { start: 0, end: TEXT.length } }])
function id(at: number): string {
  return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
}
const [LEARNER, DOCUMENT, FACT, ITEM, REVISION, DECK] = [0, 1, 2, 3, 4, 5].map(id)

const ROWS: readonly [string, unknown[]][] = [
  ['INSERT INTO "Learner" (id, name) VALUES ($1, $2)', [LEARNER, 'Aizada']],
  [
    `INSERT INTO "Document" (id, "ownerId", title, text, hash, language, blocks, refused, engine)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [DOCUMENT, LEARNER, 'The harbour', TEXT, 'a hash', 'eng', BLOCKS, '{}', '0.0.1'],
  ],
  [
    `INSERT INTO "Fact" (id, "documentId", "contentKey", position, kind, statement, heading, spans, engine)
     VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8)`,
    [FACT, DOCUMENT, 'a fact', 'date', 'It was opened in 1891.', '', '[{"start":0,"end":39}]', '0.0.1'],
  ],
  [
    `INSERT INTO "Item" (id, "documentId", "contentKey", position, type, tier, engine)
     VALUES ($1, $2, $3, 0, $4, $5, $6)`,
    [ITEM, DOCUMENT, 'an item', 'choice', 'A', '0.0.1'],
  ],
  ['INSERT INTO "ItemFact" ("itemId", "factId", slot) VALUES ($1, $2, 0)', [ITEM, FACT]],
  [
    `INSERT INTO "Revision" (id, "itemId", number, stem, options, key, accepted, explanation, "distractorReasons", evidence)
     VALUES ($1, $2, 1, $3, $4, $5, '[]', '', '{}', '[]')`,
    [REVISION, ITEM, 'When was it opened?', '{1891,1903}', '{1891}'],
  ],
  [
    'INSERT INTO "Deck" (id, "ownerId", "documentId", title) VALUES ($1, $2, $3, $4)',
    [DECK, LEARNER, DOCUMENT, 'Mine'],
  ],
  [
    `INSERT INTO "Memory" VALUES ($1, $2, 'review', 3, 5, '2026-11-24 09:00', '2026-11-27 04:00', 0, 1, 0)`,
    [LEARNER, FACT],
  ],
  // The last answer that stands, only logged, was wrong.
  ...[
    [1, 'good', '09:00', true, null],
    [2, 'again', '09:05', false, null],
    [3, 'good', '09:10', false, null],
    [4, 'good', '09:11', false, id(13)],
  ].map(([at, rating, time, scheduled, reverses]): [string, unknown[]] => [
    `INSERT INTO "Review" ("learnerId", id, "factId", source, rating, at, scheduled, parameters, "reversesId")
     VALUES ($1, $2, $3, 'card', $4, $5, $6, '', $7)`,
    [LEARNER, id(10 + Number(at)), FACT, rating, `2026-11-24 ${time}`, scheduled, reverses],
  ]),
]

/** Migrations as an earlier Bilim had them. */
function firstOf(count: number): string {
  const dir = mkdtempSync(join(tmpdir(), 'bilim-migrations-'))
  for (const name of NAMES.slice(0, count)) cpSync(join(MIGRATIONS, name), join(dir, name), { recursive: true })
  return dir
}

const ask = (sql: string, parameters?: unknown[]) => withConnection(({ query }) => query(sql, parameters))

/** As JSON, whatever columns there are. */
async function allRows() {
  const tables = ['Learner', 'Document', 'Fact', 'Item', 'ItemFact', 'Revision', 'Deck', 'Memory']
  const rows = tables.map(async (table) => [
    table,
    (await ask(`SELECT to_jsonb(t) AS row FROM "${table}" AS t`))[0]?.row,
  ])
  return Object.fromEntries(await Promise.all(rows))
}

beforeAll(() => withConnection(({ script }) => script('DROP SCHEMA public CASCADE; CREATE SCHEMA public')))

describe('a database that an earlier Bilim had filled', () => {
  it('is brought up to date by every later migration, and keeps every row as it was', async () => {
    expect(await migrate(firstOf(1))).toEqual(NAMES.slice(0, 1))
    for (const [sql, parameters] of ROWS) await ask(sql, parameters)
    const before = await allRows()
    for (let count = 2; count <= NAMES.length; count += 1)
      expect(await migrate(firstOf(count))).toEqual(NAMES.slice(count - 1, count))
    const after = await allRows()
    for (const [table, row] of Object.entries(before)) expect(after[table]).toMatchObject(row as object)
    expect(after.Document.text).toBe(TEXT)
    expect(after.Revision.distractorProofs).toEqual({})
    expect(after.Memory.failed).toBe(true)
    expect(await migrate()).toEqual([])
  })

  it('saves new texts as they are beside those that were squeezed, and reads both', async () => {
    const size = async () => Number((await ask('SELECT pg_column_size(text) AS size FROM "Document"'))[0]?.size)
    expect(await size()).toBeLessThan(TEXT.length / 5)
    await ask('UPDATE "Document" SET text = text || $1', ['It was widened in 1903.'])
    expect(await size()).toBeGreaterThan(TEXT.length)
    const [row] = await ask('SELECT right(text, 63) AS end, length(text) AS length FROM "Document"')
    expect(row).toMatchObject({
      end: 'The harbour of Oslo was opened in 1891. It was widened in 1903.',
      length: TEXT.length + 23,
    })
  })
})
