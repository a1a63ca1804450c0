import { type Finding, finding } from '../../../check/check-result'
import { type Clause, readClause } from '../../../language/english/clause'
import { isPlural, singularOf } from '../../../language/english/lexicon'
import { numberValue, numberWord } from '../../../language/english/numbers'
import { fullPhraseEnd, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { askAround, leadOf, type QuestionSource } from '../../../language/english/questions'
import { tagSentence } from '../../../language/english/tagger'
import { lowerAt, type Token } from '../../../language/english/tokens'
import { capital, inner, textOf } from '../../../language/english/word-case'
import type { ReaderContext } from '../sentences/document-context'
import { unresolvedReference } from '../sentences/unresolved-reference'

/** What a list's intro says its members are. */
export type ListLabel = {
  /** "the main tasks of the policy" */
  readonly definite: string
  /** "main tasks of the policy" */
  readonly bare: string
  readonly bePlural: 'are' | 'were'
  readonly beSingular: 'is' | 'was'
  readonly open: boolean
  readonly doubts: readonly Finding[]
  /** Where the intro's own sentence begins in the passage. */
  readonly from: number
  /** How many the intro says there are; null when it does not say. */
  readonly count: number | null
  /** A question read from an intro that is a clause; null where the label itself is asked. */
  readonly question: string | null
}

// The time of the whole text means nothing in a question alone.
const ITS_OWN_PERIOD =
  /\s+(?:during|in|of|for|over)\s+(?:(?:this|that)\s+(?:period|time|era)|the\s+period\s+(?:described|under \p{L}+|in question))\b/iu
const SPOKEN = /\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|[Mm]y|I|us|section|chapter|lesson|unit|module)\b/
const VERB =
  /^(.+?)\s+(is|are|was|were|include|includes|included)(?:\s+(?:structured|as follows|the following|listed|given|shown|below))*\s*:$/i

/** Reads "The tasks of X were:", "Tasks of X:" or "X had three tasks:"; null when it does not name what its members are. */
export function readLabel(text: string, members: number, context: ReaderContext): ListLabel | null {
  const from = /^[\s\S]*[.!?]\s+(?=\p{Lu})/u.exec(text)?.[0].length ?? 0
  const intro = text.slice(from).trim().replace(ITS_OWN_PERIOD, '')
  if (!intro.endsWith(':') || SPOKEN.test(intro)) return null
  return readClauseLabel(intro, from, members, context) ?? readPhraseLabel(intro, from)
}

/** "rating" of "ratings", "strength of a memory" of "strengths of a memory": what one member is called. */
export function singularLabel(bare: string): string | null {
  const tokens = tagSentence(bare)
  const end = nounPhraseEnd(tokens, 0)
  const head = tokens[end - 1]
  if (!head || !isPlural(head.lower)) return null
  const tail = lowerAt(tokens, end) === 'of' ? bare.slice(head.end) : ''
  return `${bare.slice(0, head.start)}${singularOf(head.lower)}${tail}`
}

function readPhraseLabel(intro: string, from: number): ListLabel | null {
  const withVerb = VERB.exec(intro)
  const verb = withVerb?.[2]?.toLowerCase() ?? 'are'
  const bare = bareLabel((withVerb?.[1] ?? intro.slice(0, -1)).trim())
  if (bare === null || /\b(?:is|are|was|were|has|have|had|can|will|may)\b/.test(bare)) return null
  const past = /^(?:was|were|included)$/.test(verb)
  const owned = /^(?:its|their|his|her)\b/i.test(bare)
  const definite = owned ? bare : `the ${bare}`
  const [pointer] = /\b(?:these|this|such|it|they|its|their|his|her)\b/i.exec(definite) ?? []
  return {
    definite,
    bare,
    bePlural: past ? 'were' : 'are',
    beSingular: past ? 'was' : 'is',
    open: OPEN.test(intro),
    doubts: pointer ? [finding('unresolved-reference', { word: pointer })] : [],
    from,
    count: numberValue(bare.split(' ')[0] ?? ''),
    question: null,
  }
}

/** The label without its article, in lower case where it is not a name; null unless a plural noun heads it. */
function bareLabel(phrase: string): string | null {
  const tokens = tagSentence(phrase)
  if (/^(?:in|on|at|by|to|when|if|for|there|as)$/.test(lowerAt(tokens, 0))) return null
  const verb = tokens.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX')
  const relative = tokens.findIndex(({ lower }) =>
    /^(?:that|which|who|of|for|in|during|to|on|by|with|from)$/.test(lower),
  )
  const head = tokens[(relative < 0 ? tokens.length : relative) - 1]
  if ((verb >= 0 && (relative < 0 || verb < relative)) || !head || !isPlural(head.lower)) return null
  const bare = phrase.replace(/^(?:the|some|some of the)\s+/i, '')
  const first = tokens.find(({ text }) => bare.startsWith(text))?.text ?? ''
  // A capital at the start decides nothing; a name has one elsewhere too, or is all in capitals.
  const isName = tokens.slice(1).some(({ text }) => text === first) || /^\p{Lu}{2,}$/u.test(first)
  return isName ? bare : bare.charAt(0).toLowerCase() + bare.slice(1)
}

const OPEN = /\b(?:includ(?:e|es|ed|ing)|such as|for example|e\.g\.|some|among|like)\b/i

/** What announces a list and says nothing. */
const ANNOUNCES = /,?\s*(?:namely|as follows|which (?:are|were)|that is|listed below|shown below)$/i
const FOLLOWING = /\b(?:the|these) following\s+/i

/**
 * Reads an intro that is a clause about things as many as its members: "Four layers meet in X:", "X rests on three
 * foundations:", "X performs the following duties:". Null when its grammar, its count or a reference is uncertain.
 */
export function readClauseLabel(
  intro: string,
  from: number,
  members: number,
  { words }: ReaderContext,
): ListLabel | null {
  const text = `${withCount(intro.replace(/\s*:$/, '').replace(ANNOUNCES, ''), members)}.`
  const tokens = tagSentence(text)
  const clause = unresolvedReference(tokens, { from: 0, to: tokens.length }) === null ? readClause(tokens) : null
  if (clause === null || clause.group.negative || clause.group.kind === 'copula') return null
  // What the clause leaves out may restrict what it says.
  if (clause.rest.to < tokens.length - 1 || refersToLead(clause)) return null
  const source = { text, clause, words }
  const found = ofSubject(source, members) ?? ofRest(source, members)
  return found && { ...found, from, open: OPEN.test(intro) }
}

/** "the following duties" of seven members are seven duties. */
const withCount = (intro: string, members: number): string => {
  const counts = numberValue(/\b(?:the|these) following (\S+)/i.exec(intro)?.[1] ?? '') !== null
  return capital(intro.replace(FOLLOWING, counts ? '' : `${numberWord(members)} `))
}

/** "Before a ship leaves, its captain …": what leads cannot be moved behind. */
const refersToLead = ({ tokens, lead, subject }: Clause): boolean =>
  lead !== null &&
  tokens.slice(subject.from, subject.to).some(({ lower }) => /^(?:its|their|his|her|it|they|he|she)$/.test(lower))

type ClauseLabel = Omit<ListLabel, 'from' | 'open'>
type CountedThings = { readonly name: string; readonly bare: string; readonly range: Range }

/** "three groups of partners" at a place, when three is the number of members. */
function countedAt({ text, clause: { tokens } }: QuestionSource, at: number, members: number): CountedThings | null {
  const head = tokens[nounPhraseEnd(tokens, at) - 1]
  if (
    members < 2 ||
    numberValue(lowerAt(tokens, at)) !== members ||
    head?.tag !== 'NOUN' ||
    head === tokens[at] ||
    /^(?:years?|days?|months?|weeks?|hours?|minutes?|decades?|centur(?:y|ies))$/.test(head.lower)
  )
    return null
  const range = { from: at, to: fullPhraseEnd(tokens, at, (word) => word === 'of') }
  const name = textOf(text, tokens, range)
  return {
    name: name.charAt(0).toLowerCase() + name.slice(1),
    bare: textOf(text, tokens, { from: at + 1, to: range.to }),
    range,
  }
}

function ofSubject(source: QuestionSource, members: number): ClauseLabel | null {
  const { text, clause } = source
  const { tokens, subject, group, rest } = clause
  const counted = countedAt(source, subject.from, members)
  if (counted === null || clause.lead !== null || counted.range.to !== subject.to) return null
  const predicate = textOf(text, tokens, { from: group.from, to: rest.to })
  return {
    ...labelOf(clause, counted, `the ${counted.name} that ${predicate}`, members),
    question: `Which ${counted.name} ${predicate}?`,
  }
}

// "more than four": then four is not how many there are.
const BOUND = /^(?:than|about|around|over|under|least|most|up|nearly|almost|approximately|roughly)$/

/** The things as object ("had six tasks") or after a preposition ("rested on four foundations"). */
function ofRest(source: QuestionSource, members: number): ClauseLabel | null {
  const { tokens, rest } = source.clause
  for (let at = rest.from; at < rest.to; at++) {
    const counted = countedAt(source, at, members)
    if (counted && leadsTo(tokens, { from: rest.from, to: at })) return labelOfRest(source, counted, members)
  }
  return null
}

/** Between the verb and the things: nothing, or phrases that end in a preposition. */
function leadsTo(tokens: readonly Token[], before: Range): boolean {
  if (before.from === before.to) return true
  const between = tokens.slice(before.from, before.to)
  const last = between.at(-1)
  if (last?.tag !== 'ADP' || BOUND.test(last.lower)) return false
  return between.every(
    ({ tag, lower }) => !/^(?:VERB|AUX|SCONJ|PUNCT|PART)$/.test(tag) && !/^(?:that|which|who)$/.test(lower),
  )
}

function labelOfRest(source: QuestionSource, counted: CountedThings, members: number): ClauseLabel {
  const { text, clause, words } = source
  const { tokens, rest } = clause
  const { range, name } = counted
  const preposition = range.from > rest.from ? textOf(text, tokens, { from: range.from - 1, to: range.from }) : ''
  const before = preposition === '' ? '' : textOf(text, tokens, { from: rest.from, to: range.from - 1 })
  const after = textOf(text, tokens, { from: range.to, to: rest.to })
  const subject = inner(text, tokens, clause.subject, words)
  const relative = preposition === '' ? 'that' : `${preposition} which`
  const parts = ['the', name, relative, subject, textOf(text, tokens, clause.group), before, after, leadOf(source)]
  // "A learner chooses one of which four ratings?": one of the members is meant, not all.
  const question = /(?:^| )one$/.test(before)
    ? text.replace(textOf(text, tokens, range), (things) => `which ${things}`).replace(/\.$/, '?')
    : askAround(source, joined(preposition, 'which', name), joined(before, after))
  return { ...labelOf(clause, counted, joined(...parts), members), question }
}

const joined = (...parts: string[]): string => parts.filter(Boolean).join(' ')

function labelOf({ group }: Clause, { bare }: CountedThings, definite: string, count: number) {
  const isPast = group.tense === 'past' && !/^(?:has|have)$/.test(group.auxiliary ?? '')
  return {
    definite,
    bare,
    bePlural: isPast ? ('were' as const) : ('are' as const),
    beSingular: isPast ? ('was' as const) : ('is' as const),
    doubts: [],
    count,
  }
}
