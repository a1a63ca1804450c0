import type { CheckFinding, Finding } from '@/lib/core/check/check-result'
import type { Evidence, Span } from '@/lib/core/document/document'
import type { Depth } from '@/lib/core/generation/depth'
import type { FinderName } from '@/lib/core/generation/draft'
import type { Refusal, RefusalCode } from '@/lib/core/generation/refusal'
import type { Composition } from '@/lib/core/item/compose'
import type { ItemCounts, ItemStatus, Shown } from '@/lib/core/item/filter-items'
import type { ReadingBlock } from '@/lib/core/language/sentences-of-blocks'
import type { Edit, EditFault } from '@/lib/core/question-types/question-type'
import type { ItemType, Typed } from '@/lib/core/question-types/registry'
import type { Doubts } from '@/lib/data/decks/accept-all'
import type { DepthCounts } from '@/lib/data/decks/deck-depth'
import type { ItemsSection } from '@/lib/data/decks/list-items'
import type { Annotation, Annotations } from '@/lib/data/tags/flag-and-tag-facts'
import type { ItemsView } from './items-query'

/** Why the viewer cannot change the items, as a key of messages/…/items.json. */
export type ReadOnlyReason = 'readOnly' | 'assignedOnly' | 'sharedOnly'

/** A decision on an item; null if there is none yet. */
export type Choice = { readonly choice: 'accepted' | 'rejected'; readonly revisionId: string | null } | null

export type Decision = 'accepted' | 'rejected'

type ItemAnswer = Typed & { readonly evidence: readonly Evidence[] }

export type ListedItem = {
  readonly id: string
  /** Its position in the deck, from 1. */
  readonly number: number
  readonly revisionId: string
  readonly type: ItemType
  readonly finder: FinderName
  /** Its author wrote it in the place of another one. */
  readonly replaces: boolean
  /** What its author should look at. */
  readonly doubts: readonly Finding[]
  readonly status: ItemStatus
  readonly edited: boolean
  /** An older engine made it, and the present one no longer does. */
  readonly held: boolean
  /** Known to authors only. */
  readonly factIds: readonly string[]
  readonly stem: string
  readonly options: readonly string[]
  readonly answer: ItemAnswer | null
  readonly choice: Choice
}

export type ListedFact = {
  readonly id: string
  readonly statement: string
  readonly heading: string
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
  readonly items: readonly ListedItem[]
}

/** A stretch of the document that the page's items are about. All spans count from the beginning of the document. */
export type DocumentPart = { readonly start: number; readonly text: string; readonly blocks: readonly ReadingBlock[] }

export type ListedDocument = {
  readonly title: string
  /** ISO 639-3. */
  readonly language: string
  readonly headings: readonly string[]
  /** Without a document: its cards are written by hand. */
  readonly isByHand: boolean
  /** In the order of the text; what lies between two of them is not sent. */
  readonly parts: readonly DocumentPart[]
  /** The spans of all facts that the deck asks. */
  readonly stated: readonly Span[]
}

/** A sentence of the document about which the deck asks nothing: with the first reason, or the depth that asks about it. */
export type UnaskedSentence = {
  readonly span: Span
  readonly quote: string
  readonly reason: (Reason & { readonly isOfDraft: boolean }) | null
  readonly depth: Depth | null
}

/** Why a sentence is not asked, or an item needs a check: a code with what fills in its sentence. */
export type Reason = { readonly code: RefusalCode; readonly values: Refusal['values'] }

/** An item as an author writes it, with the sentences that prove it. */
export type ComposedItem = Composition & { readonly evidence: readonly Span[] }

/** What is written in the editor so far; `itemId` is null for a new item. */
export type EditedItem = Pick<Edit, 'stem' | 'key' | 'wrong'> & {
  readonly itemId: string | null
  readonly evidence: readonly Span[]
}

/** A page of the deck's items, from 1. */
export type ItemsPage = {
  readonly groups: readonly ListedFact[]
  readonly counts: ItemCounts
  readonly sections: readonly ItemsSection[]
  readonly page: number
  readonly pages: number
  /** The last item of the page before, and the first of the page after. */
  readonly before: string | null
  readonly after: string | null
}

/** Facts by their ids, or those that the items ask. */
export type FactSelection = { readonly itemIds: readonly string[] } | { readonly factIds: readonly string[] }

export type ItemChoice = { readonly itemId: string; readonly choice: Choice }

export type ChooseOutcome =
  /** `depths`: how many items each depth has now; null for a deck that has none. */
  | { readonly kind: 'chosen'; readonly previous: Choice; readonly depths: DepthCounts | null }
  | { readonly kind: 'rejected'; readonly reason: string }

export type ChooseManyOutcome =
  | { readonly kind: 'chosen'; readonly previous: readonly ItemChoice[] }
  | { readonly kind: 'rejected'; readonly reason: string }

export type AcceptAllOutcome =
  | { readonly kind: 'accepted'; readonly previous: readonly ItemChoice[] }
  /** Nothing is accepted yet: what speaks against the items. */
  | ({ readonly kind: 'unconfirmed' } & Doubts)
  | { readonly kind: 'rejected'; readonly reason: string }

export type ReplaceOutcome =
  | { readonly kind: 'replaced'; readonly itemIds: readonly string[]; readonly previous: readonly ItemChoice[] }
  | { readonly kind: 'rejected'; readonly reason: string }

/** A draft that was refused, and why: the checks in the browser cannot tell what the second reading found. */
export type RefusedDraft = Reason & {
  readonly kind: 'draft'
  readonly refusalId: string
  readonly draft: Composition
}

/** What the server answers to the wish for another item on a sentence. */
export type AnotherOutcome =
  | {
      readonly kind: 'item'
      readonly itemId: string
      /** Those that were made for it. */
      readonly added: readonly string[]
      readonly previous: readonly ItemChoice[]
    }
  | RefusedDraft
  /** The reason is one of lib/model, or `limit`. */
  | { readonly kind: 'model-failed'; readonly reason: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'rejected'; readonly reason: string }

export type SaveState =
  | { readonly kind: 'unsent' }
  | {
      readonly kind: 'saved'
      readonly itemId: string
      readonly stem: string
      /** What undo goes back to. */
      readonly previous: readonly ItemChoice[]
      /** What undo removes: a new item, or one that took the place of another. */
      readonly added: readonly string[]
      /** What the checks find in it, with the whole document and the other items. */
      readonly findings: readonly CheckFinding[]
    }
  | {
      readonly kind: 'refused'
      readonly reason: 'checks' | 'not-found' | 'too-long' | EditFault
      readonly findings: readonly CheckFinding[]
      /** What was sent. */
      readonly type: ItemType
      readonly edit: Edit
    }
  /** Nothing is saved: sentences of the document, as another proof. */
  | { readonly kind: 'found'; readonly sentences: readonly Evidence[]; readonly type: ItemType; readonly edit: Edit }

/** Names of fields: the words of another proof, and the button that looks for it. */
export const PROOF_WORDS = 'proofWords'
export const FIND_PROOF = 'findProof'

export type AnnotateOutcome =
  | {
      readonly kind: 'annotated'
      readonly annotation: Annotation
      /** Those that were changed. */
      readonly factIds: readonly string[]
      readonly facts: number
    }
  | { readonly kind: 'rejected'; readonly reason: string }

export type ItemsActions = {
  /** For scripts: returns the choice before. */
  readonly choose: (deckId: string, itemId: string, choice: Choice) => Promise<ChooseOutcome>
  /** Many decisions as one step. */
  readonly chooseMany: (deckId: string, choices: readonly ItemChoice[]) => Promise<ChooseManyOutcome>
  readonly acceptAll: (deckId: string, confirmed: boolean) => Promise<AcceptAllOutcome>
  readonly changeDepth: (deckId: string, depth: Depth) => Promise<{ readonly kind: 'changed' | 'rejected' }>
  /** Writes the parts of an item in its place. */
  readonly split: (deckId: string, itemId: string, parts: readonly ComposedItem[]) => Promise<ReplaceOutcome>
  /** Saves the item that was made of several, in their place. */
  readonly merge: (before: SaveState, form: FormData) => Promise<SaveState>
  /** Returns the order before. */
  readonly reorder: (deckId: string, itemIds: readonly string[]) => Promise<readonly string[] | null>
  /** Undo of items that were written: removes them, and goes back to what was decided about those that they replaced. */
  readonly takeBack: (deckId: string, added: readonly string[], previous: readonly ItemChoice[]) => Promise<boolean>
  readonly offerWrong: (deckId: string, edited: EditedItem) => Promise<readonly string[]>
  readonly save: (before: SaveState, form: FormData) => Promise<SaveState>
  readonly write: (before: SaveState, form: FormData) => Promise<SaveState>
  readonly annotate: (deckId: string, selection: FactSelection, annotation: Annotation) => Promise<AnnotateOutcome>
  /** For forms without scripts: they return to the item, and offer to undo. */
  readonly chooseByForm: (form: FormData) => Promise<void>
  readonly acceptAllByForm: (form: FormData) => Promise<void>
  readonly changeDepthByForm: (form: FormData) => Promise<void>
  readonly annotateByForm: (form: FormData) => Promise<void>
}

/** The decision that a form without scripts has just made, from the address. */
export type JustDecided = { readonly itemId: string; readonly was: string; readonly wasRevision: string }

export type ItemsScreenProps = {
  deckId: string
  document: ListedDocument
  page: ItemsPage
  /** With the tab that is shown. */
  view: ItemsView & { readonly show: Shown }
  /** What each depth shows; null for readers and for cards that are written by hand. */
  depths: DepthCounts | null
  unasked: { readonly total: number; readonly sentences: readonly UnaskedSentence[] }
  mayEdit: boolean
  readOnlyReason: ReadOnlyReason | null
  actions: ItemsActions
  /** The learner's own annotations by fact, and all of their tags; null for a stranger, who has none. */
  own: {
    readonly learnerId: string
    readonly annotations: Readonly<Record<string, Annotations>>
    readonly tags: readonly string[]
  } | null
  /** From the address: the item in focus, the one being edited, and the sentence that an item is written on. */
  item: string | null
  editing: string | null
  writing: Span | null
  done: JustDecided | null
  /** What a form without scripts asks before it accepts all. */
  confirming: Doubts | null
}
