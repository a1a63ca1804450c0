// tsx e2e/support/make-older.ts: makes the documents of a stopped server's learners as if an older engine had read them.
// What an author decided about or somebody remembers had other keys and other words then; some items were not made at all.
import { closeDb, db } from '../../lib/db'

const OLDER = '0.0.1'

try {
  const owned = { document: { ownerId: { not: null } } }
  const documents = await db().document.updateMany({ where: { ownerId: { not: null } }, data: { engine: OLDER } })
  await db().fact.updateMany({ where: owned, data: { engine: OLDER } })
  await db().item.updateMany({ where: owned, data: { engine: OLDER } })
  const remembered = await db().fact.findMany({ where: { ...owned, memories: { some: {} } } })
  for (const { id } of remembered)
    await db().fact.update({ where: { id }, data: { contentKey: `older-${id}`, kind: 'event' } })
  const decided = await db().item.findMany({ where: { ...owned, choices: { some: {} } }, include: { revisions: true } })
  for (const { id, revisions } of decided) {
    await db().item.update({ where: { id }, data: { contentKey: `older-${id}` } })
    for (const { id: revisionId, authorId, stem } of revisions)
      if (authorId === null)
        await db().revision.update({ where: { id: revisionId }, data: { stem: `Of old: ${stem}` } })
  }
  const untouched = { choices: { none: {} }, facts: { none: { fact: { memories: { some: {} } } } } }
  const rest = await db().item.findMany({ where: { ...owned, ...untouched }, orderBy: { position: 'asc' } })
  const unmade = rest.filter((_, at) => at % 3 === 0)
  await db().item.deleteMany({ where: { id: { in: unmade.map(({ id }) => id) } } })
  await db().fact.deleteMany({ where: { ...owned, items: { none: {} }, memories: { none: {} } } })
  const made = {
    documents: documents.count,
    remembered: remembered.length,
    decided: decided.length,
    unmade: unmade.length,
  }
  console.log(JSON.stringify(made))
} finally {
  await closeDb()
}
