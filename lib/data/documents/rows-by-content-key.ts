import 'server-only'
import type { Tx } from '../../db'
import type { Batch } from '../../workers/generate-in-worker'

/** The document that batches go into. */
export type BatchTarget = {
  readonly documentId: string
  readonly engine: string
  /** Rows of facts by content key, as far as they are known; filled by each batch. */
  readonly factIds: Map<string, string>
  /** Content keys that may have rows already; null if any may. Others are inserted without looking. */
  readonly existing: ReadonlySet<string> | null
}

/** Rows of a document with the content keys of these facts, by content key. */
export async function findFacts(tx: Tx, target: BatchTarget, placed: Batch['facts']) {
  const contentKeys = placed.map(({ fact }) => fact.id).filter((contentKey) => mayExist(target, contentKey))
  const rows =
    contentKeys.length > 0
      ? await tx.fact.findMany({ where: { documentId: target.documentId, contentKey: { in: contentKeys } } })
      : []
  return new Map(rows.map((row) => [row.contentKey, row]))
}

/** Adds the rows of earlier batches' facts that these items ask to `factIds`. */
export async function findFactIds(tx: Tx, { documentId, factIds }: BatchTarget, placed: Batch['items']): Promise<void> {
  const missing = new Set(placed.flatMap(({ item }) => item.factIds).filter((contentKey) => !factIds.has(contentKey)))
  if (missing.size === 0) return
  const rows = await tx.fact.findMany({
    where: { documentId, contentKey: { in: [...missing] } },
    select: { id: true, contentKey: true },
  })
  for (const { id, contentKey } of rows) factIds.set(contentKey, id)
}

/** Rows of a document with the content keys of these items, by content key; revisions from the newest. */
export async function findItems(tx: Tx, target: BatchTarget, placed: Batch['items']) {
  const contentKeys = placed.map(({ item }) => item.id).filter((contentKey) => mayExist(target, contentKey))
  const rows =
    contentKeys.length > 0
      ? await tx.item.findMany({
          where: { documentId: target.documentId, contentKey: { in: contentKeys } },
          include: { revisions: { orderBy: { number: 'desc' } }, facts: { orderBy: { slot: 'asc' } } },
        })
      : []
  return new Map(rows.map((row) => [row.contentKey, row]))
}

export type KnownItem = NonNullable<ReturnType<Awaited<ReturnType<typeof findItems>>['get']>>

const mayExist = ({ existing }: BatchTarget, contentKey: string) => existing === null || existing.has(contentKey)
