import 'server-only'
import { RevisionId } from '../../core/ids'
import { asCard } from '../../core/item/as-card'
import { inPlainWords } from '../../core/item/computed-reason'
import type { Evidence, Item, ItemType, Tier } from '../../core/item/item'
import type { Prisma, Revision as Row } from '../../generated/prisma/client'

/** An item's words as they were at one time; key and reasons are inside. */
export type Revision = Pick<
  Item,
  'stem' | 'options' | 'key' | 'accepted' | 'explanation' | 'distractorReasons' | 'distractorProofs' | 'evidence'
> & { readonly id: RevisionId }

export function revisionOf(row: Row): Revision {
  return {
    id: RevisionId.parse(row.id),
    stem: row.stem,
    options: row.options,
    key: row.key,
    // Written by `revisionData` below and by nothing else.
    accepted: row.accepted as string[][],
    explanation: row.explanation,
    distractorReasons: Object.fromEntries(
      Object.entries(row.distractorReasons as Record<string, string>).map(([option, reason]) => [
        option,
        inPlainWords(reason),
      ]),
    ),
    distractorProofs: row.distractorProofs as Record<string, Evidence>,
    evidence: row.evidence as Evidence[],
  }
}

export function revisionData(item: Omit<Revision, 'id'> & Pick<Item, 'type'>) {
  return {
    stem: item.stem,
    options: [...item.options],
    key: [...item.key],
    accepted: item.accepted.map((spellings) => [...spellings]),
    explanation: item.explanation,
    distractorReasons: { ...item.distractorReasons },
    distractorProofs: Object.fromEntries(
      Object.entries(item.distractorProofs).map(([option, proof]) => [option, evidenceData(proof)]),
    ),
    evidence: item.evidence.map(evidenceData),
    isCard: asCard(item) !== null,
  } satisfies Prisma.RevisionCreateManyInput | Record<string, unknown>
}

function evidenceData({ start, end, quote }: Evidence) {
  return { start, end, quote }
}

/** The item as the engine's own functions (lint, publicItem, grade) take it. */
export function itemOf(row: { id: string; type: string; tier: string }, revision: Revision, factIds: string[]): Item {
  return { ...revision, id: row.id, type: row.type as ItemType, tier: row.tier as Tier, factIds }
}
