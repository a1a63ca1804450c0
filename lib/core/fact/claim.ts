import type { Span } from '../document/document'
import type { AnswerKind } from '../language/english/answer-kind'
import type { Fact } from './fact'

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
  /** The statement to be typed into: with this fact's gap, or with another fact's as well. Told once, by the first of them. */
  readonly cloze: Cloze | null
  /** A question whose answer is the fact's subject ("Which term means …?"). */
  readonly reverse: string | null
  /** How to ask for several right options at once; null when the answer is one. */
  readonly multiple: string | null
  /** For a member of a list: where it belongs; null for all else. */
  readonly list: Membership | null
  /** Another answer in the statement's place makes it false: a date, a count, the one name of a thing. */
  readonly exact: boolean
}

/** The list's fact, how a choice among members is asked, where the whole list stands, and what kind of thing the member is. */
type Membership = {
  readonly factId: string
  readonly ask: string
  readonly open: boolean
  readonly whole: Span
  readonly kind: string
}

/** A sentence with gaps, what fills them in order, and the fact of each gap. */
type Cloze = { readonly gapped: string; readonly gaps: readonly string[]; readonly factIds: readonly string[] }

export const GAP = '_____'
