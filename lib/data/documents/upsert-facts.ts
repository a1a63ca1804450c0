import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Fact } from '../../core/fact/fact'
import type { Tx } from '../../db'
import type { Fact as FactRow } from '../../generated/prisma/client'
import type { Batch } from '../../workers/generate-in-worker'
import { isSameJson } from './is-same-json'
import { type BatchTarget, findFacts } from './rows-by-content-key'

/** The rows that facts become: new ones, and known ones with what they say now. Puts the ids of all into `factIds`. */
export async function factRows(tx: Tx, target: BatchTarget, placed: Batch['facts']) {
  const { documentId, engine, factIds } = target
  const known = await findFacts(tx, target, placed)
  const inserted: (UpdatedFact & { documentId: string; contentKey: string })[] = []
  const updated: UpdatedFact[] = []
  let changed = 0
  for (const { fact, position } of placed) {
    const row = known.get(fact.id)
    const id = row?.id ?? randomUUID()
    const data = factData(fact, position, engine)
    factIds.set(fact.id, id)
    if (row) updated.push({ id, ...data })
    else inserted.push({ documentId, contentKey: fact.id, id, ...data })
    if (row && !isSameFact(row, data)) changed += 1
  }
  return { inserted, updated, changed }
}

type FactData = ReturnType<typeof factData>
type UpdatedFact = FactData & { readonly id: string }

function factData({ kind, statement, heading, spans, answerSpan }: Fact, position: number, engine: string) {
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

function isSameFact(row: FactRow, data: FactData): boolean {
  return (
    !row.retired &&
    row.kind === data.kind &&
    row.statement === data.statement &&
    isSameJson([row.spans, row.answerSpan], [data.spans, data.answerSpan])
  )
}

/** In one statement: one for each row would block everybody else on the embedded database. */
export async function updateFacts(tx: Tx, engine: string, rows: readonly UpdatedFact[]): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE "Fact" AS fact
    SET position = made.position, kind = made.kind, statement = made.statement, heading = made.heading,
        spans = made.spans, "answerSpan" = COALESCE(made."answerSpan", 'null'), engine = ${engine}, retired = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS made(id uuid, position int, kind text, statement text, heading text, spans jsonb, "answerSpan" jsonb)
    WHERE fact.id = made.id`
}
