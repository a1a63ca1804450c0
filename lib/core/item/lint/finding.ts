import type { Item } from '../item'

export const CHECKS = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
] as const
/** A check of the rubric by which items are judged. */
export type Check = (typeof CHECKS)[number]

/** Why an item is not good enough, in words for a teacher. */
export type LintFinding = { readonly check: Check; readonly message: string }

/** What an item is judged against. */
export type LintContext = {
  /** The document's text, into which the evidence points. */
  readonly text: string
  readonly title: string
  readonly headings: readonly string[]
  /** The document's sentences, where they were read already: spares a search through the text. */
  readonly sentences?: ReadonlySet<string>
  /** Stems of the other items that it would stand beside; empty when judged alone. */
  readonly stems: readonly string[]
}

/** One check: the messages of what it found. */
export type Judge = (item: Item, context: LintContext) => readonly string[]
