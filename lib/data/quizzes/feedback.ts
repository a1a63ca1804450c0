import 'server-only'
import type { Block, Span } from '@/lib/core/document/document'
import { evidenceOf, type ShownEvidence } from '@/lib/core/document/evidence'
import { optionsOf } from '@/lib/core/grading/grade'
import type { Response } from '@/lib/core/grading/response'
import { FactId } from '@/lib/core/ids'
import type { Db, Tx } from '@/lib/db'
import type { AskedItem } from './sitting'

type ShownOption = {
  readonly text: string
  readonly isKey: boolean
  readonly isGiven: boolean
  /** Why it is wrong; empty for the key, and where nobody said why. */
  readonly reason: string
}

/** All that is said about a question once it may be said. */
export type Feedback = {
  readonly options: readonly ShownOption[]
  /** For typed answers what was typed and whether it counted, one a gap or member; empty where options were shown. */
  readonly typed: readonly { readonly text: string; readonly counted: boolean }[]
  readonly key: readonly string[]
  readonly explanation: string
  readonly evidence: ShownEvidence
  readonly factIds: readonly FactId[]
}

export type ProvenFact = { readonly id: string; readonly answerSpan: Span | null }

export function feedbackOf(
  item: AskedItem,
  response: Response | null,
  perKey: readonly boolean[],
  document: { text: string; blocks: unknown },
  facts: ReadonlyMap<string, ProvenFact>,
): Feedback {
  const given = givenOf(response)
  const [main = ''] = item.factIds
  return {
    options: optionsOf(item).map((text) => ({
      text,
      isKey: item.key.includes(text),
      isGiven: response?.kind !== 'text' && given.includes(text),
      reason: item.distractorReasons[text] ?? '',
    })),
    typed: response?.kind === 'text' ? given.map((text, at) => ({ text, counted: perKey[at] ?? false })) : [],
    key: item.key,
    explanation: item.explanation,
    evidence: evidenceOf(
      { text: document.text, blocks: document.blocks as Block[] },
      item.evidence,
      facts.get(main)?.answerSpan ?? null,
    ),
    factIds: [...new Set(item.factIds)].map((id) => FactId.parse(id)),
  }
}

/** Where the answers of these facts stand in the document. */
export async function loadProofs(from: Db | Tx, factIds: readonly string[]): Promise<ReadonlyMap<string, ProvenFact>> {
  const rows = await from.fact.findMany({
    where: { id: { in: [...new Set(factIds)] } },
    select: { id: true, answerSpan: true },
  })
  return new Map(rows.map((row) => [row.id, { id: row.id, answerSpan: row.answerSpan as Span | null }]))
}

function givenOf(response: Response | null): readonly string[] {
  if (!response) return []
  switch (response.kind) {
    case 'unanswered':
      return []
    case 'choice':
      return [response.option]
    case 'multiple':
      return response.options
    case 'text':
      return response.texts
    default:
      return response satisfies never
  }
}
