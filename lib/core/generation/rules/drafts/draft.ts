import type { Evidence, Span } from '../../../document/document'
import { contentKey } from '../../../fact/content-key'
import { acceptedAnswers } from '../../../item/accepted-answers'
import type { WrittenItem } from '../../../item/item'
import { wordsOf } from '../../../language/english/content-words'
import type { ItemType } from '../../../question-types/registry'
import { type Aliases, aliasesOf } from '../claims/aliases'
import type { Claim } from '../claims/claim'

export type Draft = {
  readonly type: ItemType
  readonly claim: Claim
  readonly stem: string
  readonly key: readonly string[]
  readonly options?: readonly string[]
  readonly reasons?: Readonly<Record<string, string>>
  /** Where the document speaks of a wrong option. */
  readonly distractorEvidence?: Readonly<Record<string, Span>>
}

const NAMED = /^(?:name|place|river)$/

const kindOf = ({ fact, answerType }: Claim): 'person' | 'name' | 'term' | null =>
  answerType === 'person'
    ? 'person'
    : NAMED.test(answerType)
      ? 'name'
      : fact.kind === 'property' && fact.members.length === 0
        ? 'term'
        : null

/** An item from a draft; its id is a content key of its facts, type and stem. */
export function makeItem(draft: Draft, text: string, aliases: Aliases): WrittenItem {
  const { claim, type, stem } = draft
  const factIds = [claim.fact.id]
  return {
    id: contentKey(type, stem, ...factIds),
    type,
    tier: claim.doubts.length === 0 ? 'A' : 'B',
    factIds,
    stem,
    options: draft.options ?? [],
    key: draft.key,
    accepted: draft.key.map((key) =>
      [...acceptedAnswers(key, kindOf(claim)), ...aliasesOf(aliases, key)].filter(isUnsaid(stem)),
    ),
    explanation: claim.fact.statement,
    distractorReasons: draft.reasons ?? {},
    distractorEvidence: Object.fromEntries(
      Object.entries(draft.distractorEvidence ?? {}).map(([option, span]) => [option, quoted(span, text)]),
    ),
    evidence: claim.fact.spans.map((span) => quoted(span, text)),
  }
}

/** Of "What does “CIS” stand for?" the short form is no answer. */
const isUnsaid =
  (stem: string) =>
  (spelling: string): boolean =>
    !` ${wordsOf(stem).join(' ')} `.includes(` ${wordsOf(spelling).join(' ')} `)

function quoted({ start, end }: Span, text: string): Evidence {
  return { start, end, quote: text.slice(start, end) }
}
