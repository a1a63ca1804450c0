// tsx bench/use-older-engine.ts: makes the documents of a stopped server's learners as if an older engine had read them.
import { closeDb, db } from '../lib/db'
import { makeOlder } from '../test/older-engine'

try {
  for (const { id } of await db().document.findMany({ where: { ownerId: { not: null } } })) await makeOlder(id)
} finally {
  await closeDb()
}
