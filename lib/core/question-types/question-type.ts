import { z } from 'zod'
import type { Evidence } from '../document/document'
import type { ShownEvidence } from '../document/evidence'
import type { Response, Score } from '../grading/response'

/** A right answer, and the other spellings of it that count (aliases, number words). */
export const Answer = z.object({ text: z.string(), accepted: z.array(z.string()).readonly() }).readonly()
export type Answer = z.infer<typeof Answer>

/** A content as texts: how files write it, search finds it, checks read it and an author's form shows it. */
export type Written = {
  /** Everything that is offered, right or wrong, in the order shown; empty for answers that are typed or recalled. */
  readonly options: readonly string[]
  /** One entry per right option, list member, gap or pair. */
  readonly key: readonly string[]
  /** For each key entry the other spellings that count. */
  readonly accepted: readonly (readonly string[])[]
  /** Why each wrong option is wrong. */
  readonly distractorReasons: Readonly<Record<string, string>>
  /** Where the document speaks of a wrong option; no entry where it never does. */
  readonly distractorEvidence: Readonly<Record<string, Evidence>>
}

/** What an author writes: the stem, and a line for each right answer and each wrong option. */
export type Edit = {
  readonly stem: string
  readonly key: readonly string[]
  readonly wrong: readonly string[]
  /** By the place of a key entry before the edit: the other spellings that count from now on. Absent: those from before. */
  readonly accepted?: Readonly<Record<number, readonly string[]>>
  /** Why wrong options are wrong, by option. Without an entry, and absent: as before, while the key is the same. */
  readonly reasons?: Readonly<Record<string, string>>
}

export type EditFault =
  | 'incomplete'
  | 'no-wrong-options'
  | 'several-answers'
  | 'other-number-of-gaps'
  | 'not-a-number'
  | 'too-few-lines'
export type Edited<C> =
  | { readonly kind: 'edited'; readonly content: C }
  | { readonly kind: 'rejected'; readonly reason: EditFault }

export function rejected(reason: EditFault) {
  return { kind: 'rejected', reason } as const
}

/** All that the app needs to know of one type of item. `Content` is what an item of this type has besides its stem. */
export interface ItemTypeModule<Content> {
  readonly schema: z.ZodType<Content>
  /** How it is answered; null where nothing is entered. */
  readonly responseKind: Exclude<Response['kind'], 'unanswered'> | null
  /** Its place among the types that Study can turn as cards, the most like a card first; null for those it cannot. */
  readonly cardRank: number | null
  /** Its stem is a statement to judge; the key, True or False, is no word of the document. */
  readonly isStatement: boolean
  /** Whether a stem makes sense on a card, without the options. Absent: always. */
  isCardStem?(stem: string): boolean
  write(content: Content): Written
  /** Content in an author's words. What was kept of `before` keeps its place, its spellings and its reasons. */
  edit(before: Written, edit: Edit): Edited<Content>
}

/** A type that a quiz asks. `Public` is what of its content may leave the server before the answer. */
export interface QuestionTypeModule<Content, Public> extends ItemTypeModule<Content> {
  readonly responseKind: Exclude<Response['kind'], 'unanswered'>
  /** No fact is the main one: each counts alike. */
  readonly asksEqualFacts: boolean
  /** Picks, never spreads: a new private field stays private. */
  publicContent(content: Content): Public
  /** `documentText`: a word that it uses is not taken for a typo of another (see `matchText`). */
  grade(content: Content, response: Response, documentText: string): Score
  /** The answer that earns all points. */
  rightResponse(content: Content): Response
  /** For each answer the words that reveal it when another question has them together. */
  leakingWords(content: Content): readonly (readonly string[])[]
  reveal(content: Content, response: Response, context: RevealContext): RevealedAnswer
  /** How it is answered with a pencil. `hasGaps`: whether its stem has gaps to write in. */
  printedSpace(content: Public, hasGaps: boolean): AnswerSpace
  /** The right answers as they are marked on paper: with their letters, or with their numbers. */
  printedKey(content: Content): readonly string[]
}

/** What a settled answer is made of, beside the content and the response. */
export type RevealContext = {
  /** As it was graded; empty for a question that was left. */
  readonly perKey: readonly boolean[]
  readonly documentText: string
  /** The evidence of one key entry. */
  readonly evidenceAt: (slot: number) => ShownEvidence
  readonly quote: (evidence: Evidence) => ShownEvidence
}

export type ShownOption = {
  readonly text: string
  readonly isKey: boolean
  readonly isGiven: boolean
  /** Why it is wrong; empty for the key, and without a reason. */
  readonly reason: string
  /** Where the document speaks of a wrong option; null where it does not. */
  readonly evidence: ShownEvidence | null
}

export type ShownPair = {
  readonly prompt: string
  /** Empty where nothing was chosen. */
  readonly given: string
  readonly right: string
  readonly counted: boolean
  readonly evidence: ShownEvidence
}

export type ShownPlace = {
  readonly entry: string
  /** The place it was given, from 1; null where the question was left. */
  readonly given: number | null
  readonly counted: boolean
  readonly evidence: ShownEvidence
}

/** What was answered, and what was right. */
export type RevealedAnswer =
  | { readonly kind: 'options'; readonly options: readonly ShownOption[] }
  /** What was typed and whether it counted, one a gap or member. */
  | { readonly kind: 'typed'; readonly typed: readonly { readonly text: string; readonly counted: boolean }[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly ShownPair[] }
  /** The entries in the right order. */
  | { readonly kind: 'order'; readonly places: readonly ShownPlace[] }

/** How an answer is given with a pencil. */
export type AnswerSpace =
  | { readonly kind: 'tick' | 'tick-all'; readonly options: readonly string[] }
  /** In the gaps of the stem. */
  | { readonly kind: 'gaps' }
  | { readonly kind: 'line' }
  /** A letter of `options` beside each prompt. */
  | { readonly kind: 'letters'; readonly prompts: readonly string[]; readonly options: readonly string[] }
  /** A number before each. */
  | { readonly kind: 'order'; readonly options: readonly string[] }

export const NOTHING_WRITTEN: Written = {
  options: [],
  key: [],
  accepted: [],
  distractorReasons: {},
  distractorEvidence: {},
}

/** The lines that say something, without the spaces around them. */
export function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
