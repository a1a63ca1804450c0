import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { db } from '../../db'
import type { DocumentRead, Remainder } from '../../jobs/generate-task'
import { dropFacts, dropItems } from './drop-withdrawn'
import { type Run, type Sign, whileHeld } from './hold-run'
import type { Keys } from './save-lot'

const ROWS_AT_ONCE = 200

type End = {
  readonly begun: DocumentRead
  readonly rest: Remainder
  /** All that the run made, where an earlier run may have left more; null where the document is the run's own. */
  readonly made: Keys | null
}

/**
 * The last steps of a run, each short: what was told in parts and the whole does not hold, and what an earlier run left, goes,
 * or is retired where somebody's work names it. Then the document is whole.
 */
export async function finishMaking(run: Run, sign: Sign, { begun, rest, made }: End): Promise<void> {
  const { documentId } = run
  const items = made ? leftOf('item', documentId, made.items) : rowsOf('item', documentId, rest.withdrawn.items)
  for await (const ids of items) await whileHeld(run, sign, (tx) => dropItems(tx, ids))
  const facts = made ? leftOf('fact', documentId, made.facts) : rowsOf('fact', documentId, rest.withdrawn.facts)
  for await (const ids of facts) await whileHeld(run, sign, (tx) => dropFacts(tx, ids))
  await whileHeld(run, sign, async (tx) => {
    const data = { engine: begun.engine, refused: { ...rest.refused } }
    await tx.document.update({ where: { id: documentId }, data, select: { id: true } })
    await tx.making.delete({ where: { documentId } })
  })
}

type Kind = 'fact' | 'item'

/** Ids of rows with these keys, a few at a time. */
async function* rowsOf(kind: Kind, documentId: string, keys: readonly string[]) {
  for (let from = 0; from < keys.length; from += ROWS_AT_ONCE) {
    const some = keys.slice(from, from + ROWS_AT_ONCE)
    const rows = await read(kind, { documentId, contentKey: { in: some } })
    if (rows.length > 0) yield rows.map(({ id }) => id)
  }
}

/** Ids of rows that were not made, page by page: others get their turn in between. */
async function* leftOf(kind: Kind, documentId: string, made: ReadonlySet<string>) {
  for (let after = ''; ; await breathe()) {
    const rows = await read(kind, { documentId, contentKey: { gt: after } })
    const ids = rows.filter(({ contentKey }) => !made.has(contentKey)).map(({ id }) => id)
    if (ids.length > 0) yield ids
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    after = last.contentKey
  }
}

function read(kind: Kind, where: { documentId: string; contentKey: { in: string[] } | { gt: string } }) {
  const page = {
    where,
    orderBy: { contentKey: 'asc' as const },
    select: { id: true, contentKey: true },
    take: ROWS_AT_ONCE,
  }
  return kind === 'fact' ? db().fact.findMany(page) : db().item.findMany(page)
}
