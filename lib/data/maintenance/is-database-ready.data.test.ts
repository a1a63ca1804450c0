/** @module-tag engines */
import { describe, expect, it } from 'vitest'
import { closeDb, openDb } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { isDatabaseReady } from './is-database-ready'

useDatabase()

describe('health', () => {
  it('is well only while the database answers', async () => {
    expect(await isDatabaseReady()).toBe(true)
    await closeDb()
    // Port 9 (discard) answers nobody.
    openDb({ kind: 'server', url: 'postgresql://nobody@127.0.0.1:9/nothing' })
    expect(await isDatabaseReady()).toBe(false)
  })
})
