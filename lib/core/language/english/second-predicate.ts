import { lowerAt, tagAt } from './at'
import type { Token } from './tagger'
import { type VerbGroup, verbGroupAt } from './verbs'

/** "reduces the harm | and increases the benefit": where a second verb of the same form begins, said of the same subject; else `end`. */
export function secondPredicate(tokens: readonly Token[], group: VerbGroup, end: number): number {
  if (group.kind !== 'active' || group.auxiliary !== null) return end
  for (let at = group.to; at < end; at++) {
    if (opensClause(tokens, at)) return end
    if (lowerAt(tokens, at) === 'and' && at > group.to && continues(tokens, group, at + 1)) return at
  }
  return end
}

const opensClause = (tokens: readonly Token[], at: number): boolean =>
  /^(?:SCONJ|VERB|AUX)$/.test(tagAt(tokens, at)) ||
  /^(?:that|which|who|whom|whose|what|how|when|where|why|if|to|by|,)$/.test(lowerAt(tokens, at))

function continues(tokens: readonly Token[], group: VerbGroup, at: number): boolean {
  const next = verbGroupAt(tokens, at)
  if (!next || next.auxiliary !== null || next.kind !== 'active' || next.base === null) return false
  return next.tense === group.tense && (group.tense === 'past' || formOf(next) === formOf(group))
}

const formOf = ({ main, base }: VerbGroup): string => (main.lower === base ? 'base' : 's')
