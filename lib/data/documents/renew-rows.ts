import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { DocumentFormat } from '../../core/document/document'
import type { Generated } from '../../core/item/item'
import { db, type Tx } from '../../db'
import { givingWay } from '../giving-way'
import { forgetText } from '../search/index-text'
import { adoptKeys } from './adopt-keys'
import { documentData } from './document-data'
import { isHeld, type Run } from './hold-run'
import { type Counts, dropSteps, planRenewal, type Renewal, type Step, saveSteps } from './renewal-steps'

export type Renewed =
  | ({ readonly kind: 'regenerated' } & Renewal)
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'lost' }

type OldDocument = { readonly id: string; readonly ownerId: string | null; readonly engine: string }

/**
 * Lays what the present engine made of a document over what an older one had made, in short steps with a pause for others
 * after each. Every step may be done again: whoever is interrupted begins anew, and the engine's name is written last.
 * A document in the making is renewed by the run that holds it, as long as it does.
 */
export async function renewRows(
  document: OldDocument,
  generated: Generated,
  format: DocumentFormat,
  run?: Run,
): Promise<Renewed> {
  // The whole of a long document has just arrived.
  await breathe()
  await adoptKeys(db(), document.id, generated)
  const plan = await planRenewal(document, generated)
  const finish: Step = async (tx) => {
    await tx.document.update({ where: { id: document.id }, data: documentData(generated, format) })
    await forgetText(tx, document.id)
    // One that had been stopped half-way is whole now.
    await tx.making.deleteMany({ where: { documentId: document.id } })
    return {}
  }
  const total = { facts: { ...NOTHING }, items: { ...NOTHING } }
  for (const step of [...saveSteps(plan), ...dropSteps(plan), finish]) {
    const stands = await givingWay(() =>
      db().$transaction(async (tx) => {
        const found = await lockDocument(tx, document)
        if (found.kind !== 'older') return found.kind
        if (run && !(await isHeld(tx, run))) return 'lost'
        const { facts, items } = await step(tx, found.title)
        add(total.facts, facts)
        add(total.items, items)
        return found.kind
      }),
    )
    if (stands !== 'older') return { kind: stands }
  }
  return { kind: 'regenerated', ...total }
}

const NOTHING: Counts = { fresh: 0, changed: 0, kept: 0, gone: 0, held: 0 }

function add(total: { -readonly [name in keyof Counts]: number }, more: Partial<Counts> = {}): void {
  for (const name of Object.keys(NOTHING) as (keyof Counts)[]) total[name] += more[name] ?? 0
}

/** `title` as it is now: its author may have renamed it since it was read. */
type Locked = { readonly kind: 'older'; readonly title: string } | { readonly kind: 'unchanged' | 'not-found' }

/** Of two who renew at once the second waits here, does the step over, and after the last finds nothing left to do. */
async function lockDocument(tx: Tx, { id, engine }: OldDocument): Promise<Locked> {
  await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.document.findUnique({ where: { id }, select: { engine: true, title: true } })
  if (!row) return { kind: 'not-found' }
  return row.engine === engine ? { kind: 'older', title: row.title } : { kind: 'unchanged' }
}
