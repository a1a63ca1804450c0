import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { db } from '../../db'
import type { Begun, Rest } from '../../work/job'
import { dropFacts, dropItems } from './drop-withdrawn'
import { type Run, type Sign, whileHeld } from './hold-run'

export type MadeKeys = { readonly facts: ReadonlySet<string>; readonly items: ReadonlySet<string> }

const ROWS_AT_ONCE = 500

/**
 * The last steps of a run, each short: what an earlier run or an earlier part left and the whole does not hold goes, or is
 * retired where somebody's work names it. Then the document is whole.
 */
export async function finishMaking(
  run: Run,
  sign: Sign,
  { begun, refused, keys }: { begun: Begun; refused: Rest['refused']; keys: MadeKeys },
): Promise<void> {
  const { documentId } = run
  for await (const ids of leftOf('item', documentId, keys.items)) await whileHeld(run, sign, (tx) => dropItems(tx, ids))
  for await (const ids of leftOf('fact', documentId, keys.facts)) await whileHeld(run, sign, (tx) => dropFacts(tx, ids))
  await whileHeld(run, sign, async (tx) => {
    await tx.document.update({
      where: { id: documentId },
      data: { engine: begun.engine, refused: { ...refused } },
      select: { id: true },
    })
    await tx.making.delete({ where: { documentId } })
  })
}

/** Ids of rows that were not made, page by page: others get their turn in between. */
async function* leftOf(kind: 'fact' | 'item', documentId: string, made: ReadonlySet<string>) {
  for (let after = ''; ; await breathe()) {
    const rows = await readKeys(kind, documentId, after)
    const ids = rows.filter(({ contentKey }) => !made.has(contentKey)).map(({ id }) => id)
    if (ids.length > 0) yield ids
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    after = last.contentKey
  }
}

function readKeys(kind: 'fact' | 'item', documentId: string, after: string) {
  const page = {
    where: { documentId, contentKey: { gt: after } },
    orderBy: { contentKey: 'asc' as const },
    select: { id: true, contentKey: true },
    take: ROWS_AT_ONCE,
  }
  return kind === 'fact' ? db().fact.findMany(page) : db().item.findMany(page)
}
