import type { Span } from '@/lib/core/document/document'
import type { ShownEvidence } from '@/lib/core/document/evidence'

export type EvidenceGroup<T> = {
  readonly rows: readonly T[]
  readonly evidence: ShownEvidence
  /** Where the answers of all its rows stand in the proving words. */
  readonly answers: readonly Span[]
}

type WithEvidence = { readonly evidence: ShownEvidence }

/** Answers that the same words prove stand together, so that a list is quoted once. In the order of the first of each. */
export function groupByEvidence<T extends WithEvidence>(rows: readonly T[]): readonly EvidenceGroup<T>[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.evidence.sentence, [...(groups.get(row.evidence.sentence) ?? []), row])
  return [...groups.values()].flatMap(toGroup)
}

/** The same without changing the order: only neighbours stand together. */
export function groupNeighbours<T extends WithEvidence>(rows: readonly T[]): readonly EvidenceGroup<T>[] {
  const groups: T[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.evidence.sentence === row.evidence.sentence) last.push(row)
    else groups.push([row])
  }
  return groups.flatMap(toGroup)
}

function toGroup<T extends WithEvidence>(rows: readonly T[]): EvidenceGroup<T>[] {
  const [first] = rows
  return first
    ? [{ rows, evidence: first.evidence, answers: rows.flatMap(({ evidence }) => evidence.answer ?? []) }]
    : []
}
