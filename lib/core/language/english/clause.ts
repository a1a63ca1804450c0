import { memoizeRecent } from '../../shared/memoize'
import { clauseEnd } from './clause-end'
import { isPlural } from './lexicon'
import { fullPhraseEnd, nounPhraseEnd, type Range } from './phrases'
import { type TimePhrase, timePhrases } from './times'
import { lowerAt, type Token, tagAt } from './tokens'
import { isParticiple, type VerbGroup, verbGroupAt } from './verbs'

/** The main clause of a sentence: "In 1785, | the committee | had presented | its report to the crown". Ranges are of tokens. */
export type Clause = {
  readonly tokens: readonly Token[]
  /** "In 1785" or "When the valve opens", without the comma; null when nothing leads. */
  readonly lead: Range | null
  readonly subject: Range
  readonly group: VerbGroup
  /** From after the verb group to the end of the clause; non-restrictive tails are left out. */
  readonly rest: Range
  readonly times: readonly TimePhrase[]
}

const SUBORDINATE = /^(?:when|if|once|after|before|while|although|though|because|since|as|unless|until|where|whereas)$/

/** Reads a sentence's main clause when its grammar is plain; null when anything is uncertain. */
export const readClause: (tokens: readonly Token[]) => Clause | null = memoizeRecent(read)

function read(tokens: readonly Token[]): Clause | null {
  const lead = readLead(tokens)
  if (lead === null) return null
  const from = lead.to === 0 ? 0 : lead.to + 1
  const subject = { from, to: subjectEnd(tokens, from) }
  if (subject.to === subject.from) return null
  const group = verbGroupAt(tokens, afterAside(tokens, subject.to))
  if (!group || reducedRelative(tokens, group) || !agrees(tokens, subject, group)) return null
  const to = clauseEnd(tokens, group.to)
  if (to < 0 || endsOpen(tokens, group.to, to)) return null
  const rest = { from: group.to, to }
  return {
    tokens,
    lead: lead.kept ? { from: lead.from, to: lead.to } : null,
    subject,
    group,
    rest,
    times: timePhrases(tokens),
  }
}

/** "uses" after a singular, "use" after a plural: otherwise the tagger took a noun for the verb. */
function agrees(tokens: readonly Token[], subject: Range, group: VerbGroup): boolean {
  if (group.auxiliary !== null || group.tense !== 'present' || group.kind === 'copula') return true
  const head = lowerAt(tokens, nounPhraseEnd(tokens, subject.from) - 1)
  const isOne = /^(?:an?|each|every)$/.test(lowerAt(tokens, subject.from))
  const several = (isPlural(head) && !isOne) || /^(?:majority|number|most|many|all)$/.test(head)
  const joined = tokens.slice(subject.from, subject.to).some(({ lower }) => lower === 'and')
  return group.main.lower === group.base ? several || joined : !isPlural(head)
}

/** "the overlord who had" before ", during his tenure,": the cut fell inside a clause. */
function endsOpen(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]
  if (!last || to <= from) return false
  if (/^(?:AUX|DET|CCONJ|SCONJ)$/.test(last.tag)) return true
  const relative = tokens
    .slice(from, to)
    .findLastIndex(({ lower }) => /^(?:that|which|who|whose|where|when|if|because)$/.test(lower))
  return relative >= 0 && from + relative >= to - 2
}

type Lead = Range & { readonly kept: boolean }

/** The words before the subject: kept when it restricts the claim (time, place, condition), dropped when it describes the subject. */
function readLead(tokens: readonly Token[]): Lead | null {
  const first = tokens[0]
  if (!first) return null
  const none = { from: 0, to: 0, kept: false }
  if (first.tag === 'VERB' || first.lower === 'being')
    return leadTo(tokens, /^(?:beginning|starting)$/.test(first.lower))
  if (first.tag === 'ADP' || SUBORDINATE.test(first.lower)) {
    return leadTo(tokens, true)
  }
  if (first.tag === 'ADV' && tokens[1]?.text === ',') return leadTo(tokens, true)
  const opensSubject = !/^(?:ADV|SCONJ|CCONJ)$/.test(first.tag) || tagAt(tokens, 1) === 'ADJ'
  return opensSubject ? none : null
}

/** The lead ends at the comma after which a subject and a verb follow. */
function leadTo(tokens: readonly Token[], kept: boolean): Lead | null {
  for (let at = 1; at < tokens.length; at++) {
    if (tokens[at]?.text !== ',') continue
    const end = fullPhraseEnd(tokens, at + 1, () => true)
    if (end > at + 1 && verbGroupAt(tokens, afterAside(tokens, end))) return { from: 0, to: at, kept }
  }
  return null
}

const NAMING = new Set(['call', 'name', 'term', 'give', 'award', 'elect', 'dub', 'label', 'make', 'grant'])
const INTRANSITIVE = new Set(
  'occur happen arise emerge appear exist remain come go rise fall die live begin become'.split(' '),
)

/** "The traditions associated with … are": a participle that another finite verb follows is no main verb. */
function reducedRelative(tokens: readonly Token[], group: VerbGroup): boolean {
  if (group.auxiliary !== null || group.kind === 'copula' || INTRANSITIVE.has(group.base ?? '')) return false
  if (!isParticiple(group.main) && !group.main.lower.endsWith('ing')) return false
  // A participle has no object of its own, but for the verbs that name.
  if (!NAMING.has(group.base ?? '') && nounPhraseEnd(tokens, group.to) > group.to) return false
  const next = tokens.findIndex((token, at) => at >= group.to && (closesRelative(token) || isFiniteVerb(token)))
  const found = tokens[next]
  return found !== undefined && !closesRelative(found)
}

const closesRelative = ({ tag, lower }: Token): boolean =>
  /^(?:PUNCT|CCONJ)$/.test(tag) ||
  (tag === 'SCONJ' && !/^(?:after|before|since)$/.test(lower)) ||
  /^(?:that|which|who|whom|where|when|what|how|to)$/.test(lower)

const isFiniteVerb = ({ tag, lower }: Token): boolean => tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing'))

const always = () => true

/** A noun phrase with what belongs to it. */
function subjectEnd(tokens: readonly Token[], from: number): number {
  return beforeOr(tokens, from, fullPhraseEnd(tokens, from, always))
}

/** "The early milk | , or foremilk, is": another name, no second subject. */
function beforeOr(tokens: readonly Token[], from: number, end: number): number {
  const comma = tokens.findIndex(({ text }, n) => n > from && n < end && text === ',')
  return comma > 0 && lowerAt(tokens, comma + 1) === 'or' && lowerAt(tokens, end) === ',' ? comma : end
}

/** Past ", the second son of …,", ", also called …,", ", which lies in …," or ", like other states,": an aside between subject and verb. */
function afterAside(tokens: readonly Token[], at: number): number {
  if (lowerAt(tokens, at) !== ',') return at
  if (/^(?:which|who|whose|shown)$/.test(lowerAt(tokens, at + 1))) return afterClause(tokens, at)
  const open = afterNaming(tokens, at + 1)
  const end = fullPhraseEnd(tokens, open, always)
  return end > open && lowerAt(tokens, end) === ',' ? end + 1 : at
}

const LONGEST_ASIDE = 18

function afterClause(tokens: readonly Token[], comma: number): number {
  const close = tokens.findIndex(({ text }, n) => n > comma + 1 && n < comma + LONGEST_ASIDE && text === ',')
  return close > 0 && verbGroupAt(tokens, close + 1) ? close + 1 : comma
}

/** Past "like", "also called", "formerly known as". */
function afterNaming(tokens: readonly Token[], from: number): number {
  let at = lowerAt(tokens, from + 1) !== '' && tagAt(tokens, from) === 'ADV' ? from + 1 : from
  if (NAMED.test(lowerAt(tokens, at))) at += 1
  else if (at > from) return from
  return tagAt(tokens, at) === 'ADP' || lowerAt(tokens, at) === 'as' ? at + 1 : at
}

const NAMED = /^(?:or|called|known|named|termed|dubbed|abbreviated|nicknamed)$/
