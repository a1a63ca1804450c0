import type { StructuredDocument } from '../document/document'
import type { Draft, FinderName } from './draft'
import type { Refusal } from './refusal'

/** What is asked of a language model, and the JSON schema of its answer. */
export type ModelRequest = {
  readonly stage: ModelStage
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[]
  readonly schema: Readonly<Record<string, unknown>>
  readonly mostTokens: number
}

export type ModelStage = 'propose' | SecondReadingStage

/** The stages in which a model doubts what was proposed; an operator may leave out any of them. */
export const SECOND_READING_STAGES = ['answer-with-text', 'answer-without-text', 'elsewhere', 'refute'] as const
export type SecondReadingStage = (typeof SECOND_READING_STAGES)[number]

/** What a model wrote; null where the request failed for good, or no reply to it can be read, and its stage is skipped. */
export type ModelReply = string | null

/** What a finder found in a part of a document: drafts that passed its own reading, in the order of the text. */
export type Found = {
  readonly drafts: readonly Draft[]
  readonly refusals: readonly Refusal[]
  /** No reply proposed anything that could be read. */
  readonly isUnread?: boolean
}

/**
 * What finds facts in a document and drafts items about them. Does no I/O: `find` yields requests and is given one reply
 * each. The same replies give the same drafts. What it finds is admitted by the gate (gate.ts), part after part.
 */
export interface Finder<Part> {
  readonly name: FinderName
  parts(document: StructuredDocument): readonly Part[]
  find(part: Part, document: StructuredDocument): Generator<readonly ModelRequest[], Found, readonly ModelReply[]>
}
