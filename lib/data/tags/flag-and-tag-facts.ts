import 'server-only'
import { type DeckId, FactId, type ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import { Prisma } from '../../generated/prisma/client'
import { decksVisibleTo } from '../decks/deck-access'
import { dropEmptyFlags } from '../memories/flag-facts'
import { spellingOf } from './tags'

/** What a learner adds to many facts at once, or removes (`on: false`). */
export type Annotation =
  | { readonly kind: 'tag'; readonly name: string; readonly on: boolean }
  | { readonly kind: 'star' | 'suspend'; readonly on: boolean }

/** Facts themselves, or those that items ask. */
export type FactSelection = { readonly itemIds: readonly ItemId[] } | { readonly factIds: readonly FactId[] }

export type Annotated =
  | {
      readonly kind: 'annotated'
      /** As it was done: a tag in the spelling that was used before. */
      readonly annotation: Annotation
      /** Those that it changed. Undo is the opposite of it on them. */
      readonly factIds: readonly FactId[]
      readonly facts: number
    }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** In one transaction; on facts of a deck that the viewer may see. The flags and tags of others stay. */
export async function annotateFacts(
  viewer: Viewer,
  deckId: DeckId,
  selection: FactSelection,
  annotation: Annotation,
): Promise<Annotated> {
  const asked =
    'factIds' in selection
      ? { id: { in: [...selection.factIds] } }
      : { items: { some: { itemId: { in: [...selection.itemIds] } } } }
  return db().$transaction(async (tx) => {
    const facts = await tx.fact.findMany({
      where: { ...asked, document: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } } },
      select: { id: true },
    })
    if (facts.length === 0) return { kind: 'rejected', reason: 'not-found' }
    const spelt =
      annotation.kind === 'tag' && annotation.on
        ? { ...annotation, name: await spellingOf(tx, viewer, annotation.name) }
        : annotation
    const ids = facts.map(({ id }) => id)
    const changed = spelt.kind === 'tag' ? await tag(tx, viewer, ids, spelt) : await flag(tx, viewer, ids, spelt)
    const factIds = changed.map(({ factId }) => FactId.parse(factId))
    return { kind: 'annotated', annotation: spelt, factIds, facts: ids.length }
  })
}

type Changed = readonly { factId: string }[]

function tag(
  tx: Tx,
  { learnerId }: Viewer,
  ids: string[],
  { name, on }: Extract<Annotation, { kind: 'tag' }>,
): Promise<Changed> {
  if (!on) {
    return tx.$queryRaw<Changed>`
      DELETE FROM "FactTag" WHERE "learnerId" = ${learnerId}::uuid AND name = ${name} AND "factId" = ANY(${ids}::uuid[])
      RETURNING "factId"`
  }
  return tx.$queryRaw<Changed>`
    INSERT INTO "FactTag" ("learnerId", "factId", name)
    SELECT ${learnerId}::uuid, id, ${name} FROM unnest(${ids}::uuid[]) AS id
    ON CONFLICT DO NOTHING RETURNING "factId"`
}

async function flag(
  tx: Tx,
  { learnerId }: Viewer,
  ids: string[],
  annotation: Exclude<Annotation, { kind: 'tag' }>,
): Promise<Changed> {
  const column = Prisma.raw(annotation.kind === 'star' ? 'starred' : 'suspended')
  if (annotation.on) {
    return tx.$queryRaw<Changed>`
      INSERT INTO "FactFlag" AS flag ("learnerId", "factId", ${column})
      SELECT ${learnerId}::uuid, id, true FROM unnest(${ids}::uuid[]) AS id
      ON CONFLICT ("learnerId", "factId") DO UPDATE SET ${column} = true WHERE NOT flag.${column} RETURNING "factId"`
  }
  const changed = await tx.$queryRaw<Changed>`
    UPDATE "FactFlag" SET ${column} = false
    WHERE "learnerId" = ${learnerId}::uuid AND "factId" = ANY(${ids}::uuid[]) AND ${column} RETURNING "factId"`
  await dropEmptyFlags(tx, learnerId, ids)
  return changed
}

/** A learner's tags and flags of a fact. */
export type Annotations = { readonly tags: readonly string[]; readonly starred: boolean; readonly suspended: boolean }

/** The viewer's own tags and flags, of those of the facts that have any. */
export async function listAnnotations(
  viewer: Viewer | null,
  factIds: readonly string[],
): Promise<Readonly<Record<string, Annotations>>> {
  if (!viewer) return {}
  const where = { learnerId: viewer.learnerId, factId: { in: [...factIds] } }
  const [tags, flags] = await Promise.all([
    db().factTag.findMany({ where, orderBy: { name: 'asc' } }),
    db().factFlag.findMany({ where: { ...where, OR: [{ starred: true }, { suspended: true }] } }),
  ])
  const annotations: Record<string, Annotations> = {}
  for (const { factId, starred, suspended } of flags) annotations[factId] = { tags: [], starred, suspended }
  for (const { factId, name } of tags) {
    const before = annotations[factId] ?? { tags: [], starred: false, suspended: false }
    annotations[factId] = { ...before, tags: [...before.tags, name] }
  }
  return annotations
}
