import type { Fact } from './fact'

/** What an answer is, so that only its like stands beside it as a wrong option. */
export type AnswerType =
  | 'year'
  | 'date'
  | 'period'
  | 'number'
  | 'percent'
  | 'person'
  | 'country'
  | 'place'
  | 'organization'
  | 'name'
  | 'term'
  | 'phrase'
  | 'gerund'
  | 'list'
  | 'definition'

/** A fact with the ways it can be asked in its own document's words. Item builders read only this. */
export type Claim = {
  readonly fact: Fact
  readonly answerType: AnswerType
  /** False when the wh-word, the head or an antecedent is a guess: its items wait for an author's nod. */
  readonly sure: boolean
  /** A question that the answer answers; null when none can be made well. */
  readonly question: string | null
  /** The statement with `GAP` for each gap; the answer (or the members, in order) fills it. */
  readonly gapped: string | null
  /** A question whose answer is the fact's subject ("Which term means …?"). */
  readonly reverse: string | null
  /** For a member of a list: the list's fact, and how a choice among members is asked. */
  readonly list: { readonly factId: string; readonly ask: string; readonly open: boolean } | null
  /** The statement is asserted word for word in the document: a sure change makes it false. */
  readonly verbatim: boolean
}

export const GAP = '_____'
