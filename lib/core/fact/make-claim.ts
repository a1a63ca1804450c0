import type { AnswerKind } from '../language/english/answer-kind'
import type { Clause } from '../language/english/clause'
import type { Range } from '../language/english/phrases'
import { capital, inner } from '../language/english/surface'
import { type Claim, GAP } from './claim'
import { contentKey } from './content-key'
import type { FactKind } from './fact'
import type { Known } from './known'
import { type Sentence, spanOf } from './sentence'

export type ClaimParts = {
  readonly kind: FactKind
  readonly sentence: Sentence
  readonly statement: string
  readonly subject: string
  readonly relation: string
  readonly answer: string
  /** Where the answer stands among the sentence's tokens; null when it is derived. */
  readonly at: Range | null
  readonly answerType: AnswerKind
  readonly like: string
  readonly members?: readonly string[]
  readonly open?: boolean
  readonly sure?: boolean
  readonly question?: string | null
  readonly reverse?: string | null
  readonly gapped?: string | null
  readonly gaps?: readonly string[]
  readonly exact?: boolean
  readonly multiple?: string | null
}

/** A claim of one sentence, with its content key. */
export function makeClaim(parts: ClaimParts): Claim {
  const { sentence, at } = parts
  const first = at ? sentence.tokens[at.from] : undefined
  const last = at ? sentence.tokens[at.to - 1] : undefined
  return {
    fact: {
      id: contentKey(parts.kind, sentence.raw, parts.answer, parts.relation),
      kind: parts.kind,
      statement: parts.statement,
      spans: [sentence.span],
      subject: parts.subject,
      relation: parts.relation,
      answer: parts.answer,
      answerSpan: first && last ? spanOf(sentence, first.start, last.end) : null,
      members: parts.members ?? [],
      open: parts.open ?? false,
      heading: sentence.heading,
    },
    answerType: parts.answerType,
    like: parts.like,
    sure: parts.sure ?? true,
    question: parts.question ?? null,
    gapped: parts.gapped ?? null,
    gaps: parts.gaps ?? [parts.answer],
    reverse: parts.reverse ?? null,
    multiple: parts.multiple ?? null,
    list: null,
    exact: parts.exact ?? false,
  }
}

/** The main clause as a sentence that stands alone. */
export function statementOf(sentence: Sentence, clause: Clause, known: Known): string {
  const lead = clause.lead ? `${inner(sentence.text, sentence.tokens, clause.lead, known.words)}, ` : ''
  const main = inner(sentence.text, sentence.tokens, { from: clause.subject.from, to: clause.rest.to }, known.words)
  return close(capital(lead + main))
}

/** The same with a gap where the answer stands. */
export function gappedOf(sentence: Sentence, clause: Clause, answer: Range): string {
  const from = sentence.tokens[clause.lead ? 0 : clause.subject.from]?.start ?? 0
  const to = sentence.tokens[clause.rest.to - 1]?.end ?? 0
  const start = sentence.tokens[answer.from]?.start ?? 0
  const end = sentence.tokens[answer.to - 1]?.end ?? 0
  return close(capital(sentence.text.slice(from, start) + GAP + sentence.text.slice(end, to)))
}

/** One final full stop; a quotation mark left open is not closed here: the lint refuses it. */
export function close(text: string): string {
  const bare = text.trim()
  if (/[.!?]["”’]$/.test(bare)) return bare
  return `${bare.replace(/[,;:.]+$/, '')}.`
}
