import type { Span } from '../document/document'
import type { AnswerSpace } from '../question-types/question-type'
import { type QuestionType, questionType, type Typed, type TypedQuestion } from '../question-types/registry'
import { countGaps } from '../shared/gap-placeholder'
import { toCard } from './card'
import { splitAtGaps } from './fill-gaps'
import { publicItem, type Question } from './item'

export const PAPERS = ['a4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]

/** Side by side, to be folded; or fronts on one side of the paper and backs on the other. */
export const CARD_LAYOUTS = ['fold', 'duplex'] as const
export type CardLayout = (typeof CARD_LAYOUTS)[number]

export type PrintedCard = { readonly front: string; readonly back: string }

export type PrintedQuestion = {
  readonly type: QuestionType
  /** What it is about, beside the title of the sheet; '' where that says it. */
  readonly about: string
  readonly stem: string
  readonly space: AnswerSpace
}

/** What is right, and the words of the document that say so. */
type PrintedKey = { readonly key: readonly string[]; readonly evidence: string }

export type PrintedFact = {
  readonly heading: string
  readonly statement: string
  readonly evidence: string
  /** What is asked of it: offsets in `evidence`. */
  readonly answers: readonly Span[]
}

/** The content of a sheet; screen and PDF draw the same. */
export type Printed = { readonly title: string; readonly language: string } & (
  | {
      readonly kind: 'cards'
      readonly layout: CardLayout
      readonly first: number
      readonly cards: readonly PrintedCard[]
    }
  | {
      readonly kind: 'quiz'
      readonly version: string
      readonly questions: readonly PrintedQuestion[]
      /** Of the questions, in their order. */
      readonly keys: readonly PrintedKey[]
    }
  /** Facts of one sentence are printed together; `count` counts each. */
  | { readonly kind: 'facts'; readonly count: number; readonly facts: readonly PrintedFact[] }
)

/** Long enough to write a word in. */
const WRITTEN_GAP = '_'.repeat(14)

/** Both sides as Study shows them, the members of a list a line each; null for what cannot be turned. */
export function printCard(item: Typed & { readonly stem: string }): PrintedCard | null {
  const card = toCard(item)
  return card && { front: withGaps(card.front), back: card.back.join('\n') }
}

/** Made of the public item, so that no key gets onto the sheet of questions. `item` comes without its label. */
export function printQuestion(item: Question, about = ''): PrintedQuestion {
  const { type, stem, content } = publicItem(item)
  const hasGaps = countGaps(stem) > 0
  return { type, about, stem: withGaps(stem), space: questionType(type).printedSpace(content, hasGaps) }
}

/** The right answers as they are marked on paper: with their letters, or with their numbers. */
export function printKey({ type, content }: TypedQuestion): readonly string[] {
  return questionType(type).printedKey(content)
}

/** Facts that differ only in what is asked are stated once. */
export function joinFacts(facts: readonly PrintedFact[]): readonly PrintedFact[] {
  const joined = new Map<string, PrintedFact>()
  for (const fact of facts) {
    const name = JSON.stringify([fact.heading, fact.statement, fact.evidence])
    const before = joined.get(name)
    joined.set(name, before ? { ...fact, answers: [...before.answers, ...fact.answers] } : fact)
  }
  return [...joined.values()]
}

/** Evidence cut where an answer begins or ends, without empty lines. */
export function evidenceParts({ evidence, answers }: Pick<PrintedFact, 'evidence' | 'answers'>) {
  const parts: { text: string; strong: boolean }[] = []
  let at = 0
  const add = (end: number, strong: boolean) => {
    if (end > at) parts.push({ text: evidence.slice(at, end).replace(/\n{2,}/g, '\n'), strong })
    at = Math.max(at, end)
  }
  for (const { start, end } of [...answers].sort((a, b) => a.start - b.start)) {
    add(start, false)
    add(end, true)
  }
  add(evidence.length, false)
  return parts
}

function withGaps(stem: string): string {
  return splitAtGaps(stem, []).parts.join(WRITTEN_GAP)
}
