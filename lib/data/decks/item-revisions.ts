import 'server-only'
import type { Evidence } from '../../core/document/document'
import { RevisionId } from '../../core/ids'
import { isCard } from '../../core/item/card'
import type { Item, Tier } from '../../core/item/item'
import { contentData, parseContent, type Typed, write } from '../../core/question-types/registry'
import type { Prisma, Revision as Row } from '../../generated/prisma/client'

/** An item's words as they were at one time; key and reasons are inside. */
export type Revision = Typed & Pick<Item, 'stem' | 'explanation' | 'evidence'> & { readonly id: RevisionId }

export function revisionOf(row: Pick<Row, 'id' | 'stem' | 'content' | 'explanation' | 'evidence'>): Revision {
  const { stem, explanation } = row
  // Written by `revisionData` below and by nothing else.
  const evidence = row.evidence as Evidence[]
  return { ...parseContent(row.content), id: RevisionId.parse(row.id), stem, explanation, evidence }
}

export function revisionData(item: Typed & Pick<Item, 'stem' | 'explanation' | 'evidence'>) {
  return {
    stem: item.stem,
    content: contentData(item) as Prisma.InputJsonObject,
    keyText: write(item).key.join(', '),
    explanation: item.explanation,
    evidence: item.evidence.map(({ start, end, quote }) => ({ start, end, quote })),
    isCard: isCard(item),
  } satisfies Prisma.RevisionCreateManyInput | Record<string, unknown>
}

/** The item as the rules of core take it. */
export function itemOf(row: { id: string; tier: string }, revision: Revision, factIds: string[]): Item {
  return { ...revision, id: row.id, tier: row.tier as Tier, factIds }
}
