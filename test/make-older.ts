import { db } from '../lib/db'

const OLDER = '0.0.1'

/**
 * Makes the document as if an older engine had read it. What its author decided about or somebody remembers had other keys
 * and other words then; of the rest every third item was not made at all. Returns
 * how many were not.
 */
export async function makeOlder(documentId: string): Promise<number> {
  const where = { documentId }
  await db().document.update({ where: { id: documentId }, data: { engine: OLDER } })
  await db().fact.updateMany({ where, data: { engine: OLDER } })
  await db().item.updateMany({ where, data: { engine: OLDER } })
  const remembered = await db().fact.findMany({ where: { documentId, memories: { some: {} } } })
  for (const { id } of remembered)
    await db().fact.update({ where: { id }, data: { contentKey: `older-${id}`, kind: 'event' } })
  const decided = await db().item.findMany({
    where: { documentId, choices: { some: {} } },
    include: { revisions: { where: { authorId: null } } },
  })
  for (const { id, revisions } of decided) {
    await db().item.update({ where: { id }, data: { contentKey: `older-${id}` } })
    for (const revision of revisions)
      await db().revision.update({ where: { id: revision.id }, data: { stem: `Of old: ${revision.stem}` } })
  }
  const untouched = { choices: { none: {} }, facts: { none: { fact: { memories: { some: {} } } } } }
  const rest = await db().item.findMany({ where: { documentId, ...untouched }, orderBy: { position: 'asc' } })
  const missing = rest.filter((_, place) => place % 3 === 0).map(({ id }) => id)
  await db().item.deleteMany({ where: { id: { in: missing } } })
  await db().fact.deleteMany({ where: { documentId, items: { none: {} }, memories: { none: {} } } })
  return missing.length
}
