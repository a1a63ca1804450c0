import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Fact } from '../../core/fact/fact'
import type { Tx } from '../../db'
import type { Fact as FactRow } from '../../generated/prisma/client'
import { insertRows } from '../insert-rows'
import { isSameJson } from './is-same-json'

/** How many rows are new, say something else than before, and say the same. */
export type Saved = { readonly fresh: number; readonly changed: number; readonly kept: number }

export type PlacedFact = { readonly fact: Fact; readonly position: number }

/** Lays facts of the engine over those of the document, matched by content key: rows keep their ids. */
export async function saveFacts(
  tx: Tx,
  documentId: string,
  engine: string,
  placed: readonly PlacedFact[],
): Promise<Saved> {
  const rows = await tx.fact.findMany({
    where: { documentId, contentKey: { in: placed.map(({ fact }) => fact.id) } },
  })
  const known = new Map(rows.map((row) => [row.contentKey, row]))
  const fresh: (Renewed & { documentId: string; contentKey: string })[] = []
  const renewed: Renewed[] = []
  let changed = 0
  for (const { fact, position } of placed) {
    const row = known.get(fact.id)
    const data = factData(fact, position, engine)
    if (row) renewed.push({ id: row.id, ...data })
    else fresh.push({ documentId, contentKey: fact.id, id: randomUUID(), ...data })
    if (row && !saysTheSame(row, data)) changed += 1
  }
  await insertRows(tx, { Fact: fresh })
  await renew(tx, engine, renewed)
  return { fresh: fresh.length, changed, kept: renewed.length - changed }
}

type Data = ReturnType<typeof factData>
type Renewed = Data & { readonly id: string }

export function factData({ kind, statement, heading, spans, answerSpan }: Fact, position: number, engine: string) {
  return {
    position,
    kind,
    statement,
    heading,
    spans: spans.map(({ start, end }) => ({ start, end })),
    answerSpan: answerSpan ? { start: answerSpan.start, end: answerSpan.end } : null,
    engine,
    retired: false,
  }
}

function saysTheSame(row: FactRow, data: Data): boolean {
  return (
    !row.retired &&
    row.kind === data.kind &&
    row.statement === data.statement &&
    isSameJson([row.spans, row.answerSpan], [data.spans, data.answerSpan])
  )
}

/** In one statement: a row each would hold up everybody else on the embedded database. */
async function renew(tx: Tx, engine: string, rows: readonly Renewed[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE "Fact" AS fact
    SET position = made.position, kind = made.kind, statement = made.statement, heading = made.heading,
        spans = made.spans, "answerSpan" = COALESCE(made."answerSpan", 'null'), engine = ${engine}, retired = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS made(id uuid, position int, kind text, statement text, heading text, spans jsonb, "answerSpan" jsonb)
    WHERE fact.id = made.id`
}
