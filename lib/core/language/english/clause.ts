import { rememberedOf } from '../../shared/memoize'
import { lowerAt, tagAt } from './at'
import { clauseEnd } from './clause-end'
import { isPlural } from './lexicon'
import { fullPhraseEnd, nounPhraseEnd, type Range } from './phrases'
import { secondPredicate } from './second-predicate'
import { afterAside, subjectEnd } from './subject'
import type { Token } from './tagger'
import { type TimePhrase, timePhrases } from './times'
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

/** Reads a sentence's main clause when its grammar is plain; null when anything is doubtful. */
export const readClause: (tokens: readonly Token[]) => Clause | null = rememberedOf(read)

function read(tokens: readonly Token[]): Clause | null {
  const lead = readLead(tokens)
  if (lead === null) return null
  const from = lead.to === 0 ? 0 : lead.to + 1
  const subject = { from, to: subjectEnd(tokens, from) }
  if (subject.to === subject.from) return null
  const group = verbGroupAt(tokens, afterAside(tokens, subject.to))
  if (!group || reducedRelative(tokens, group) || !agrees(tokens, subject, group)) return null
  const to = secondPredicate(tokens, group, clauseEnd(tokens, group.to))
  if (to < 0 || isMisread(tokens, group.to, to)) return null
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

const isMisread = (tokens: readonly Token[], from: number, to: number): boolean =>
  strayVerb(tokens, from, to) ||
  joinedNoun(tokens, from, to) ||
  endsOpen(tokens, from, to) ||
  cutsExamples(tokens, to) ||
  elides(tokens, from, to)

/** "uses" after a singular, "use" after a plural: otherwise the tagger took a noun for the verb. */
function agrees(tokens: readonly Token[], subject: Range, group: VerbGroup): boolean {
  if (group.auxiliary !== null || group.tense !== 'present' || group.kind === 'copula') return true
  const head = lowerAt(tokens, nounPhraseEnd(tokens, subject.from) - 1)
  const several = isPlural(head) || /^(?:majority|number|most|many|all)$/.test(head)
  const joined = tokens.slice(subject.from, subject.to).some(({ lower }) => lower === 'and')
  return group.main.lower === group.base ? several || joined : !isPlural(head)
}

/** A second finite verb that nothing introduces: the clause was misread. */
function strayVerb(tokens: readonly Token[], from: number, to: number): boolean {
  let introduced = false
  for (const token of tokens.slice(from, to)) {
    if (
      /^(?:SCONJ|CCONJ|PUNCT|PART)$/.test(token.tag) ||
      /^(?:that|which|who|whom|whose|what|how|when|where|why|if|because|as|than|to|after|before|until|since|whether)$/.test(
        token.lower,
      )
    )
      introduced = true
    else if (!introduced && (token.tag === 'AUX' || (token.tag === 'VERB' && /[^s]s$/.test(token.lower)))) return true
  }
  return false
}

/** "consumed through food or water | can cause": a noun joined, and the verb of what stands before. */
const joinedNoun = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ tag }, n, all) => tag === 'AUX' && tagAt(all, n - 2) === 'CCONJ' && /^(?:NOUN|PROPN)$/.test(tagAt(all, n - 1)),
    )

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

/** "thirty were lost in May, and another ten in June": the second half has lost its verb. */
const elides = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ text }, n, rest) =>
        text === ',' && /^(?:and|or) (?:an )?(?:another|additional|further)$/.test(nextWords(rest, n)),
    )

const nextWords = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at + 1, lowerAt(tokens, at + 2) === 'an' ? at + 4 : at + 3)
    .map(({ lower }) => lower)
    .join(' ')

/** "such as A, including B, and C": the aside stands inside a list, and the list would be cut. */
const cutsExamples = (tokens: readonly Token[], to: number): boolean =>
  tokens[to + 1]?.lower === 'including' &&
  tokens.slice(0, to).some(({ lower }, n) => lower === 'such' && tokens[n + 1]?.lower === 'as')

type Lead = Range & { readonly kept: boolean }

/** What stands before the subject: kept when it restricts the claim (time, place, condition), dropped when it describes the subject. */
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
  return first.tag === 'ADV' || first.tag === 'SCONJ' || first.tag === 'CCONJ' ? null : none
}

/** The lead ends at the comma after which a subject and a verb follow. */
function leadTo(tokens: readonly Token[], kept: boolean): Lead | null {
  for (let at = 1; at < tokens.length; at++) {
    if (tokens[at]?.text !== ',') continue
    const end = fullPhraseEnd(tokens, at + 1, () => true)
    if (end > at + 1 && verbGroupAt(tokens, afterAside(tokens, end)) && noOpenList(tokens, at))
      return { from: 0, to: at, kept }
  }
  return null
}

/** A comma inside "A, B, and C" does not end the lead. */
const noOpenList = (tokens: readonly Token[], comma: number): boolean => {
  const end = nounPhraseEnd(tokens, comma + 1)
  return tokens[end]?.text !== ',' && !/^(?:and|or)$/.test(tokens[comma + 1]?.lower ?? '')
}

const NAMING = new Set(['call', 'name', 'term', 'give', 'award', 'elect', 'dub', 'label', 'make', 'grant'])
const INTRANSITIVE = new Set([
  'occur',
  'happen',
  'arise',
  'emerge',
  'appear',
  'exist',
  'remain',
  'come',
  'go',
  'rise',
  'fall',
  'die',
  'live',
  'begin',
  'become',
])

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
