import { fullPhraseEnd, nounPhraseEnd } from './phrases'
import { lowerAt, type Token, tagAt } from './tokens'
import { verbGroupAt } from './verbs'

const CUTTING =
  /^(?:which|who|whom|whose|where|but|while|whereas|although|though|so|yet|leaving|making|including|aligning|thus|thereby|unlike|not|rather|suggesting)$/

/** Where the main clause ends: before a semicolon, a dash, a relative or participial tail, or a second predicate; -1 when a cut would tear a list or a clause. */
export function clauseEnd(tokens: readonly Token[], from: number): number {
  const last = tokens.length - 2
  const found = tokens.findIndex(({ text }, at) => at >= from && ends(tokens, at, text, last))
  const end = found < 0 ? tokens.length : found
  return tokens[end]?.text === ',' && (tears(tokens, from, end) || losesTail(tokens, end)) ? -1 : end
}

/** ", causing two deaths", ", with a tower of stone": manner and result are no aside. */
const losesTail = (tokens: readonly Token[], comma: number): boolean =>
  /^(?:leaving|making|including|aligning|thus|thereby|unlike|not|rather|suggesting|with)$/.test(
    lowerAt(tokens, comma + 1),
  ) ||
  (tagAt(tokens, comma + 1) === 'VERB' && !RESULT.test(lowerAt(tokens, comma + 1)))

// ", enabling messages to pass": a result, without which the clause is true as well.
const RESULT =
  /^(?:enabling|allowing|causing|resulting|creating|giving|producing|marking|ending|becoming|forcing|leading|prompting|helping|providing|bringing|opening|establishing|killing|destroying|adding|reaching)$/

function ends(tokens: readonly Token[], at: number, text: string, last: number): boolean {
  if (text === ',') return cutsAt(tokens, at)
  if (text === 'rather' && tokens[at + 1]?.lower === 'than') return true
  return /^(?:[;:—–]|--)$/.test(text) || (at >= last && /^[.!?]$/.test(text))
}

/** A cut that would lose a member of a list, the other half of a contrast, or the verb of an open clause. */
function tears(tokens: readonly Token[], from: number, comma: number): boolean {
  const next = tokens[comma + 1]
  if (next?.lower === 'but') return !startsClause(tokens, comma + 2)
  if (next?.tag === 'VERB' && !next.lower.endsWith('ing'))
    return tokens.slice(from, comma).some(({ text }) => text === ',')
  return insideList(tokens, from, comma)
}

/** "A, B, C, and D were": the comma before "and" belongs to a list, not between two clauses. */
function insideList(tokens: readonly Token[], from: number, comma: number): boolean {
  if (!/^(?:and|or)$/.test(tokens[comma + 1]?.lower ?? '')) return false
  if (/^(?:VERB|AUX|ADV)$/.test(tokens[comma + 2]?.tag ?? '')) return false
  const before = tokens.findLastIndex(({ text }, n) => n > from && n < comma && text === ',')
  return before > from && nounPhraseEnd(tokens, before + 1) === comma
}

function cutsAt(tokens: readonly Token[], comma: number): boolean {
  const next = tokens[comma + 1]
  if (!next) return false
  if (CUTTING.test(next.lower) || next.tag === 'VERB') return true
  if (/^(?:un)?able$/.test(next.lower)) return tokens[comma + 2]?.lower === 'to'
  if (next.tag === 'ADV') return tagAt(tokens, comma + 2) === 'VERB'
  if (next.tag === 'ADP') return leadsToRelative(tokens, comma + 2)
  return /^(?:and|or)$/.test(next.lower) && startsClause(tokens, comma + 2)
}

/** ", for the sake of which …". */
const leadsToRelative = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from, from + 5).some(({ lower }) => /^(?:which|whom)$/.test(lower))

/** After ", and": a verb, or a subject with its verb. */
function startsClause(tokens: readonly Token[], at: number): boolean {
  let from = at
  while (tokens[from]?.tag === 'ADV') from += tokens[from + 1]?.text === ',' ? 2 : 1
  if (/^(?:VERB|AUX|ADP|SCONJ|PRON)$/.test(tagAt(tokens, from))) return true
  const start = lowerAt(tokens, from + 1) === 'of' && PART.test(lowerAt(tokens, from)) ? from + 2 : from
  const end = fullPhraseEnd(tokens, start, () => true)
  return end > start && verbGroupAt(tokens, end) !== null
}

const PART = /^(?:many|some|most|all|each|both|one)$/
