import { type Finding, finding } from '../../../check/check-result'
import type { Span } from '../../../document/document'
import { contentKey } from '../../../fact/content-key'
import type { Fact, FactKind } from '../../../fact/fact'
import type { Clause } from '../../../language/english/clause'
import type { AnswerKind } from '../../../language/english/names'
import type { Range } from '../../../language/english/phrases'
import { capital, inner } from '../../../language/english/word-case'
import { type Reading, wordsIn } from '../sentences/clause-reading'
import type { ReaderContext } from '../sentences/document-context'
import { type Sentence, spanOf } from '../sentences/sentence'

/** A fact with the ways in which it can be asked in the document's words. Drafts are made from this alone. */
export type Claim = {
  readonly fact: Fact
  readonly answerType: AnswerKind
  /** Type, number and form: only answers of the same class may be options of one question. */
  readonly answerClass: string
  /** What only the author can tell: its items need review. */
  readonly doubts: readonly Finding[]
  /** A question that the answer answers; null when none can be made well. */
  readonly question: string | null
  /** The statement with `GAP` where the answer stands, to be chosen or completed. */
  readonly gapped: string | null
  /** A question whose answer is the fact's subject ("Which term means …?"). */
  readonly reverse: string | null
  /** For a member of a list: where it belongs; null for all else. */
  readonly list: Membership | null
  /** What all claims of one list share; null for a sentence's. */
  readonly group: string | null
  /** Another answer in the statement's place makes it false: a date, a count, the one name of a thing. */
  readonly exact: boolean
  /** Nouns of its statement with a "the" that nothing explains. */
  readonly unresolved: readonly string[]
}

/** The list's fact, how a choice among members is asked, where the whole list stands, and what kind of thing the member is. */
type Membership = {
  readonly factId: string
  readonly ask: string
  readonly open: boolean
  readonly whole: Span
  readonly kind: string
}

/** A claim that is asked in no way yet. */
export const UNASKED = {
  question: null,
  gapped: null,
  reverse: null,
  list: null,
  group: null,
  exact: false,
  unresolved: [],
  doubts: [],
} as const

type ClaimParts = {
  readonly kind: FactKind
  readonly sentence: Sentence
  readonly statement: string
  readonly subject: string
  readonly relation: string
  readonly answer: string
  /** Where the answer stands among the sentence's tokens; null when it is derived. */
  readonly at: Range | null
  readonly answerType: AnswerKind
  readonly answerClass: string
  readonly members?: readonly string[]
  readonly open?: boolean
  readonly question?: string | null
  readonly reverse?: string | null
  readonly gapped?: string | null
  readonly exact?: boolean
}

/** A claim of one sentence, with its content key. */
export function makeClaim(parts: ClaimParts): Claim {
  const { sentence, kind, statement, subject, relation, answer, answerType, answerClass } = parts
  const { members = [], open = false, exact = false } = parts
  const { question = null, gapped = null, reverse = null } = parts
  const id = contentKey(kind, sentence.raw, answer, relation)
  const { heading } = sentence
  return {
    ...UNASKED,
    fact: {
      id,
      kind,
      statement,
      spans: [sentence.span],
      subject,
      relation,
      answer,
      answerSpan: answerSpanOf(parts),
      members,
      open,
      heading,
    },
    answerType,
    answerClass,
    doubts: doubtsOf(parts),
    question,
    gapped,
    reverse,
    exact,
  }
}

type ClauseClaimParts = Omit<ClaimParts, 'sentence' | 'statement' | 'subject' | 'answer' | 'at' | 'gapped'> & {
  readonly at: Range
  /** The clause's own unless told. */
  readonly subject?: string
  /** The words at `at` unless told. */
  readonly answer?: string
}

/** A claim that a clause states: its statement is the whole clause. */
export function clauseClaim(reading: Reading, parts: ClauseClaimParts): Claim {
  const { clause, sentence, context } = reading
  return makeClaim({
    sentence,
    statement: statementOf(sentence, clause, context),
    subject: wordsIn(reading, clause.subject),
    answer: wordsIn(reading, parts.at),
    ...parts,
  })
}

/** "by the shape of the cortex, and …": the sentence goes on with what the statement leaves out. */
function doubtsOf({ sentence: { tokens, text }, at, statement }: ClaimParts): Finding[] {
  const [first, last] = at ? [tokens[at.from], tokens[at.to - 1]] : []
  const [, word] = GOES_ON.exec(text.slice(last?.end)) ?? []
  const isCut = word !== undefined && statement.replace(/[.!?]$/, '').endsWith(text.slice(first?.start, last?.end))
  return isCut ? [finding('qualifier-missing', { word })] : []
}
const GOES_ON = /^, (and|or|as well as|along with|at least|one of|provided|unless|if|when|where)\b/

function answerSpanOf({ sentence, at }: ClaimParts): Span | null {
  const first = at ? sentence.tokens[at.from] : undefined
  const last = at ? sentence.tokens[at.to - 1] : undefined
  return first && last ? spanOf(sentence, first.start, last.end) : null
}

/** The main clause as a sentence of its own. */
function statementOf(sentence: Sentence, clause: Clause, context: ReaderContext): string {
  const lead = clause.lead ? `${inner(sentence.text, sentence.tokens, clause.lead, context.words)}, ` : ''
  const main = inner(sentence.text, sentence.tokens, { from: clause.subject.from, to: clause.rest.to }, context.words)
  return close(capital(lead + main))
}

/** Ends with one full stop. An open quotation mark stays: a check refuses it. */
export function close(text: string): string {
  const bare = text.trim()
  if (/[.!?]["”’]$/.test(bare)) return bare
  return `${bare.replace(/[,;:.]+$/, '').replace(/,(["”])$/, '$1')}.`
}
