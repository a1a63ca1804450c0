import type { Span } from '../../../document/document'
import type { Fact } from '../../../fact/fact'
import type { AnswerKind } from '../../../language/english/answer-kind'

/** What an answer is, so that only its like stands beside it as a wrong option. */
type AnswerType = AnswerKind

/** A fact with the ways it can be asked in its own document's words. Item builders read only this. */
export type Claim = {
  readonly fact: Fact
  readonly answerType: AnswerType
  /** A mark of type, number and form: only answers with the same mark may stand beside each other. */
  readonly like: string
  /** False when the wh-word, the head or an antecedent is a guess: its items wait for an author's nod. */
  readonly sure: boolean
  /** A question that the answer answers; null when none can be made well. */
  readonly question: string | null
  /** The statement with `GAP` where the answer stands, to be chosen or completed. */
  readonly gapped: string | null
  /** A question whose answer is the fact's subject ("Which term means …?"). */
  readonly reverse: string | null
  /** How to ask for several right options at once; null when the answer is one. */
  readonly multiple: string | null
  /** For a member of a list: where it belongs; null for all else. */
  readonly list: Membership | null
  /** Of a dated claim what happened, without the date; null for all else. */
  readonly event: string | null
  /** What all claims of one list share; null for a sentence's. */
  readonly group: string | null
  /** Another answer in the statement's place makes it false: a date, a count, the one name of a thing. */
  readonly exact: boolean
  /** Nouns of its sentence that "the" calls known, and that nothing explains: how much that matters, readers have told. */
  readonly leaning: readonly string[]
  /** What the answer's opposite is; null where it has none. */
  readonly opposite: string | null
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
  multiple: null,
  list: null,
  event: null,
  group: null,
  exact: false,
  leaning: [],
  opposite: null,
} as const
