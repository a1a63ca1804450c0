import 'server-only'
import { randomUUID } from 'node:crypto'
import type { FinderName } from '../../core/generation/draft'
import type { Refusal } from '../../core/generation/refusal'
import type { Tx } from '../../db'
import { bulkInsert } from './bulk-insert'
import { chunksOf } from './remove-outdated'

const REFUSALS_A_STEP = 500

/** Why drafts and sentences of a document gave no item, in the place of what this finder said before. */
export async function replaceRefusals(
  documentId: string,
  finder: FinderName,
  refusals: readonly Refusal[],
  run: (step: (tx: Tx) => Promise<void>) => Promise<void>,
): Promise<void> {
  await run(async (tx) => {
    await tx.refusal.deleteMany({ where: { documentId, finder } })
  })
  for (const step of chunksOf(refusals, REFUSALS_A_STEP)) await run((tx) => addRefusals(tx, documentId, step))
}

/** Adds to what is there, in the place of what the same finder was refused for the same question before. */
export async function addOwnRefusals(tx: Tx, documentId: string, refusals: readonly Refusal[]): Promise<void> {
  for (const finder of new Set(refusals.map((refusal) => refusal.finder))) {
    const stems = refusals.flatMap((refusal) => (refusal.finder === finder ? [refusal.stem] : []))
    await tx.refusal.deleteMany({ where: { documentId, finder, stem: { in: stems } } })
  }
  await addRefusals(tx, documentId, refusals)
}

/** Adds to what is there, of a finder that reads part after part. */
export async function addRefusals(tx: Tx, documentId: string, refusals: readonly Refusal[]): Promise<void> {
  const rows = refusals.map(({ span, finder, code, values, stem, key }) => {
    return {
      id: randomUUID(),
      documentId,
      finder,
      code,
      values,
      start: span?.start ?? null,
      end: span?.end ?? null,
      stem,
      key,
    }
  })
  await bulkInsert(tx, { Refusal: rows })
}
