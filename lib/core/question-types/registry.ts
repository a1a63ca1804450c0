import { z } from 'zod'
import { isEmpty, type Response, type Score, valuesOf } from '../grading/response'
import { type ChoiceContent, choice, type PublicChoice } from './choice/choice'
import { type ClozeContent, cloze, type PublicCloze } from './cloze/cloze'
import { type FlashcardContent, flashcard } from './flashcard/flashcard'
import { type GapsContent, gaps, type PublicGaps } from './gaps/gaps'
import { type MatchingContent, matching, type PublicMatching } from './matching/matching'
import { type MultipleContent, multiple, type PublicMultiple } from './multiple/multiple'
import { type NumericContent, numeric, type PublicNumeric } from './numeric/numeric'
import { type OrderingContent, ordering, type PublicOrdering } from './ordering/ordering'
import type { ItemTypeModule, QuestionTypeModule, Written } from './question-type'
import { type PublicShortAnswer, type ShortAnswerContent, shortAnswer } from './short-answer/short-answer'
import { type PublicTrueFalse, type TrueFalseContent, trueFalse } from './true-false/true-false'

/** What a question of each type holds beside its stem. */
type QuestionContents = {
  choice: ChoiceContent
  multiple: MultipleContent
  'true-false': TrueFalseContent
  cloze: ClozeContent
  gaps: GapsContent
  'short-answer': ShortAnswerContent
  numeric: NumericContent
  matching: MatchingContent
  ordering: OrderingContent
}

/** What of it may reach a browser before the answer. */
export type PublicContents = {
  choice: PublicChoice
  multiple: PublicMultiple
  'true-false': PublicTrueFalse
  cloze: PublicCloze
  gaps: PublicGaps
  'short-answer': PublicShortAnswer
  numeric: PublicNumeric
  matching: PublicMatching
  ordering: PublicOrdering
}

type Contents = { flashcard: FlashcardContent } & QuestionContents

export type QuestionType = keyof QuestionContents
export type ItemType = keyof Contents

const questionTypes = {
  choice,
  multiple,
  'true-false': trueFalse,
  cloze,
  gaps,
  'short-answer': shortAnswer,
  numeric,
  matching,
  ordering,
} satisfies { [T in QuestionType]: QuestionTypeModule<QuestionContents[T], PublicContents[T]> }

const itemTypes = { flashcard, ...questionTypes } satisfies { [T in ItemType]: ItemTypeModule<Contents[T]> }

export const ITEM_TYPES = Object.keys(itemTypes) as readonly ItemType[]
/** The types that a quiz asks. */
export const QUESTION_TYPES = Object.keys(questionTypes) as readonly QuestionType[]

/** A type together with its content. */
export type Typed<T extends ItemType = ItemType> = { [K in T]: { readonly type: K; readonly content: Contents[K] } }[T]
export type TypedQuestion = Typed<QuestionType>
/** A type together with what may be seen of its content before the answer. */
export type PublicTyped<T extends QuestionType = QuestionType> = {
  [K in T]: { readonly type: K; readonly content: PublicContents[K] }
}[T]

// The compiler cannot follow that a type and its content belong together; `Typed` says so.
type AnyContent = Contents[ItemType]
type AnyPublic = PublicContents[QuestionType]

export function itemType(type: ItemType): ItemTypeModule<AnyContent> {
  return itemTypes[type] as ItemTypeModule<AnyContent>
}

export function questionType(type: QuestionType): QuestionTypeModule<AnyContent, AnyPublic> {
  return questionTypes[type] as QuestionTypeModule<AnyContent, AnyPublic>
}

export function isItemType(type: string): type is ItemType {
  return type in itemTypes
}

export function isQuestion<T extends { readonly type: ItemType }>(item: T): item is T & TypedQuestion {
  return item.type in questionTypes
}

/** The answer is written, not chosen from what is shown. */
export function isTyped(type: ItemType): boolean {
  return itemType(type).responseKind === 'text'
}

/** A matching or an ordering: every option belongs somewhere, and none is wrong by itself. */
export function isArrangement(type: ItemType): boolean {
  const { responseKind } = itemType(type)
  return responseKind === 'pairs' || responseKind === 'order'
}

/** Its stem is a statement to judge; the key, True or False, is no word of the document. */
export function isStatement(type: ItemType): boolean {
  return itemType(type).isStatement
}

/** The right answer is among what is shown; it has to be recognised, not recalled. */
export function isRecognition(type: QuestionType): boolean {
  return !isTyped(type)
}

export function write({ type, content }: Typed): Written {
  return itemType(type).write(content)
}

/** Grades one answer. Unanswered is not wrong; an answer that the question did not offer is invalid and neither. */
export function grade({ type, content }: TypedQuestion, response: Response, documentText = ''): Score {
  if (isEmpty(response)) return { kind: 'unanswered' }
  return questionType(type).grade(content, response, documentText)
}

export function rightResponse({ type, content }: TypedQuestion): Response {
  return questionType(type).rightResponse(content)
}

/** What is offered and in no right answer. */
export function wrongOptions(item: Typed): readonly string[] {
  const right = isQuestion(item) ? valuesOf(rightResponse(item)) : []
  return write(item).options.filter((option) => !right.includes(option))
}

const TypeName = z.object({ type: z.custom<ItemType>((type) => typeof type === 'string' && isItemType(type)) })

/** A content as it was saved with its type. Throws where it is none. */
export function parseContent(saved: unknown): Typed {
  const { type } = TypeName.parse(saved)
  return { type, content: itemType(type).schema.parse(saved) } as Typed
}

/** A content as it is saved. */
export function contentData({ type, content }: Typed) {
  return { type, ...content }
}
