/** @module-tag engines */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, useDatabase } from '@/test/database'
import { aClass, aDeck, aLearner, anAssignment, NOW } from '@/test/factories'
import { closeDb, db, openDb, type Target, withConnection } from '../../db'
import { createDemo } from '../demo/create-demo'
import { search } from '../search/search'
import { listTables } from './backup'
import { restoreFile, writeBackupFile } from './backup-file'
import { loadContent } from './load-content'
import { migrate } from './migrate'
import { moveData } from './move-data'

useDatabase()

const folder = mkdtempSync(join(tmpdir(), 'bilim-backup-'))
const file = join(folder, 'all.ndjson.gz')
let counts: Readonly<Record<string, number>>
let saved: string[]

/** Everything that is in the open database, in an order of its own. */
async function dump(): Promise<string[]> {
  const lines = await withConnection(async (connection) => {
    const all: string[] = []
    for (const { name } of await listTables(connection)) {
      const rows = await connection.query(`SELECT row_to_json(t)::text AS row FROM "${name}" t`)
      all.push(...rows.map(({ row }) => `${name} ${row}`))
    }
    return all
  })
  return lines.sort()
}

beforeAll(async () => {
  await loadContent('content')
  await createDemo(NOW, 1, 'a secret of this instance')
  const teacher = await aLearner({ name: 'Учитель «Ыссык-Көл» \\ "quoted" \u{1f9f5}' })
  const deck = await aDeck(teacher)
  const { classId } = await aClass(teacher, [await aLearner()])
  await anAssignment(classId, deck.deckId)
  // A document may follow one whose row comes later.
  const [first, second] = await db().document.findMany({ orderBy: { id: 'asc' } })
  await db().document.update({ where: { id: String(first?.id) }, data: { followsId: String(second?.id) } })
  counts = await writeBackupFile(file, NOW)
  saved = await dump()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** In a second database, while the first waits. PGlite's second one starts empty each time. */
async function elsewhere(work: () => Promise<void>): Promise<void> {
  const { target, drop } = await freshDatabase()
  const before = await swap(target)
  try {
    await migrate()
    await work()
  } finally {
    await closeDb()
    before()
    await drop()
  }
}

type Held = { bilimDatabase?: unknown }

// Two databases in one process, as no app has them: the open one is put aside and taken up again.
async function swap(target: Target): Promise<() => void> {
  const held = globalThis as Held
  const aside = held.bilimDatabase
  delete held.bilimDatabase
  openDb(target)
  return () => {
    held.bilimDatabase = aside
  }
}

describe('a backup', () => {
  it('holds every table and can be read by its owner alone', async () => {
    const tables = await withConnection(listTables)
    expect(Object.keys(counts).sort()).toEqual(tables.map(({ name }) => name).sort())
    expect(counts).toMatchObject({ Class: 2, Assignment: 3 })
    expect(counts.Review).toBeGreaterThan(100)
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
    expect(lines).toHaveLength(saved.length + 2)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ bilim: 1, madeAt: NOW.toISOString() })
  })

  it('names tables after those that they refer to', async () => {
    const names = (await withConnection(listTables)).map(({ name }) => name)
    for (const [early, late] of [
      ['Learner', 'Document'],
      ['Document', 'Fact'],
      ['Quiz', 'Assignment'],
      ['Assignment', 'Attempt'],
      ['Attempt', 'Response'],
    ] as const) {
      expect(names.indexOf(early)).toBeLessThan(names.indexOf(late))
    }
  })

  it('restored into an empty database is the same to the last row', async () => {
    await elsewhere(async () => {
      expect(await restoreFile(file)).toEqual({ kind: 'restored', counts })
      expect(await dump()).toEqual(saved)
      // What is made from the rest is not in it, and is there again.
      const unindexed = 'SELECT 1 FROM "Revision" WHERE id NOT IN (SELECT "revisionId" FROM "SearchItem")'
      expect(await withConnection(({ query }) => query(unindexed))).toEqual([])
      expect((await search(null, 'sovereignty')).passages.hits).not.toEqual([])
    })
  })

  it('is refused by a database that is not empty, which stays as it was', async () => {
    expect(await restoreFile(file)).toEqual({ kind: 'rejected', reason: 'not-empty' })
    expect(await dump()).toEqual(saved)
  })

  it('that is damaged, cut off, of another version or none at all leaves nothing behind', async () => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
    const [head = '', ...rest] = lines
    const spoilt = {
      'incomplete.gz': gzipSync([head, ...rest.slice(0, 50)].join('\n')),
      'lost-row.gz': gzipSync([head, ...rest.slice(0, -2), rest.at(-1)].join('\n')),
      'other.gz': gzipSync([JSON.stringify({ ...JSON.parse(head), migrations: ['x'] }), ...rest].join('\n')),
      'none.gz': gzipSync('hello\n'),
      'empty.gz': gzipSync(''),
      'no-zip.gz': Buffer.from('hello'),
      'half.gz': readFileSync(file).subarray(0, 4000),
      'table.gz': gzipSync([head, '["Learner\\" ; DROP TABLE \\"Deck",{"id":"x"}]', ...rest].join('\n')),
    }
    await elsewhere(async () => {
      const empty = await dump()
      for (const [name, bytes] of Object.entries(spoilt)) {
        writeFileSync(join(folder, name), bytes)
        expect([name, (await restoreFile(join(folder, name))).kind]).toEqual([name, 'rejected'])
        expect(await dump()).toEqual(empty)
      }
      expect(await restoreFile(join(folder, 'other.gz'))).toMatchObject({ reason: 'other-version' })
      expect(await restoreFile(join(folder, 'incomplete.gz'))).toMatchObject({ reason: 'incomplete' })
      expect(await restoreFile(join(folder, 'lost-row.gz'))).toMatchObject({ reason: 'incomplete' })
      expect(await restoreFile(join(folder, 'none.gz'))).toMatchObject({ reason: 'not-a-backup' })
    })
  })
})

describe('moving the data', () => {
  it('copies an embedded database to another and leaves it as it was', { tags: ['long'] }, async () => {
    const dir = join(folder, 'embedded')
    const from: Target = { kind: 'embedded', dir }
    const { target: to, drop } = await freshMovable()
    const back = await swap(from)
    try {
      await migrate()
      expect((await restoreFile(file)).kind).toBe('restored')
      await closeDb()
      expect(await moveData(from, to, NOW)).toEqual({ kind: 'moved', counts })
      openDb(to)
      expect(await dump()).toEqual(saved)
      await closeDb()
      openDb(from)
      expect(await dump()).toEqual(saved)
      await closeDb()
      expect(await moveData(from, to, NOW)).toEqual({ kind: 'rejected', reason: 'not-empty' })
    } finally {
      await closeDb()
      back()
      await drop()
    }
  })

  /** Opened three times in the test, so on PGlite it needs a folder. */
  async function freshMovable(): Promise<{ target: Target; drop: () => Promise<void> }> {
    const fresh = await freshDatabase()
    if (fresh.target.kind === 'server') return fresh
    return { target: { kind: 'embedded', dir: join(folder, 'moved') }, drop: fresh.drop }
  }
})
