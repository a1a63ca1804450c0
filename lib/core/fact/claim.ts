import type { AnswerKind } from '../language/english/answer-kind'
import type { Fact } from './fact'

/** What an answer is, so that only its like stands beside it as a wrong option. */
export type AnswerType = AnswerKind

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
  /** The statement with `GAP` for each gap, and what fills them in order. */
  readonly gapped: string | null
  readonly gaps: readonly string[]
  /** A question whose answer is the fact's subject ("Which term means …?"). */
  readonly reverse: string | null
  /** How to ask for several right options at once; null when the answer is one. */
  readonly multiple: string | null
  /** For a member of a list: the list's fact, and how a choice among members is asked. */
  readonly list: { readonly factId: string; readonly ask: string; readonly open: boolean } | null
  /** Another answer in the statement's place makes it false: a date, a count, the one name of a thing. */
  readonly exact: boolean
}

export const GAP = '_____'
