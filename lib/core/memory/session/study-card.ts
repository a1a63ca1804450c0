import type { Caption } from '../../document/evidence'
import type { Label } from '../../item/item-label'
import type { Mastery, Rating } from '../scheduling/memory'
import { type Rung, rungToShow } from './difficulty-ladder'
import type { DueStatus } from './due-rule'
import type { Interval } from './interval'

export type Intervals = Readonly<Record<Rating, Interval>>

/** One item on a fact as Study turns it over, both sides: studying works on a train. */
export type Face = {
  readonly rung: Rung
  readonly itemId: string
  readonly revisionId: string
  /** What the question is about, where its words alone do not say so; it stands above them. */
  readonly label: Label | null
  /** A flashcard's question, or that of another item that is studied as a card (`core/item/card.ts`): it may have gaps. */
  readonly front: string
  /** One entry, the members of a list, or one a gap. */
  readonly back: readonly string[]
  /** Other spellings of each entry, for the comparison with what was typed. */
  readonly accepted: readonly (readonly string[])[]
  /** How an answer that is typed is graded, so that it counts as right where a quiz would say so. */
  readonly grading: {
    /** A number may be given without its unit. */
    readonly asNumber: boolean
    /** Words of the document that are near to the answer: they are other words, not typos. */
    readonly elsewhere: string
  }
  /** What there is to choose from, in the order shown, the answer among it; null: it is recalled. */
  readonly options: readonly FaceOption[] | null
  readonly evidence: CardEvidence | null
  /** As its author edits it; null for whoever may not. */
  readonly words: FaceWords | null
}

export type FaceOption = {
  readonly text: string
  readonly isRight: boolean
  /** Why it is wrong; empty for the right one, and where nobody said why. */
  readonly reason: string
}

type FaceWords = { readonly stem: string; readonly key: readonly string[]; readonly wrong: readonly string[] }

/** A card as it goes to the browser. */
export type StudyCard = Face & {
  readonly deckId: string
  readonly factId: string
  /** The same for facts of one sentence or one list: they do not follow each other. */
  readonly siblings: string
  /** Of its document: ISO 639-3. */
  readonly language: string
  /** The count of the session that it is in. */
  readonly dueStatus: DueStatus
  readonly mastery: Mastery
  readonly starred: boolean
  readonly lapses: number
  /** Study days since it was last seen; null when never. */
  readonly lastSeenDays: number | null
  /** What each rating would lead to, had it been given when the page was made. */
  readonly intervals: Intervals
  /** What each rating would lead to when the card comes round again on its steps, for a device that cannot ask. */
  readonly stepped: Readonly<Partial<Record<Rating, Intervals>>>
  /** False: it was scheduled on this study day already, a rating is only logged. */
  readonly counts: boolean
  /** Where its memory stands on the ladder; what is shown is this rung or the next above that it has. */
  readonly wanted: Rung
  /** The fact in the ways that it can be asked, for the ladder and for a leech; empty where there is one way only. */
  readonly faces: Readonly<Partial<Record<Rung, Face>>>
}

export type CardEvidence = Caption & {
  readonly text: string
  /** Where the sentence begins in the document, in UTF-16 code units. */
  readonly at: number
  /** Offsets in `text`. */
  readonly answer: { readonly start: number; readonly end: number } | null
}

/** What a review changes on a card that is shown again today, here or in another tab. */
export type ReviewedAnew = Pick<StudyCard, 'intervals' | 'counts' | 'lastSeenDays'>

/** What a saved review tells the browser about its fact. */
export type ReviewOutcome =
  | ({
      readonly id: string
      readonly kind: 'saved'
      readonly factId: string
      readonly mastery: Mastery
      /** Milliseconds since 1970; null after an undo that leaves the fact new. */
      readonly dueAt: number | null
      /** False: no deck of the learner asks the rated item any more. */
      readonly isAsked: boolean
    } & ReviewedAnew)
  | { readonly id: string; readonly kind: 'duplicate' }
  | { readonly id: string; readonly kind: 'rejected'; readonly reason: RejectedReview }

export type RejectedReview = 'no-such-fact' | 'no-such-review' | 'already-reversed'

/** What studying changed for one fact; the first rating decides its fate, what came after was practice, as was a step. */
export type Change = {
  readonly factId: string
  readonly label: string
  readonly before: Mastery
  readonly after: Mastery
  readonly fate: 'kept' | 'lapsed' | 'met' | 'practised'
}

/** A fact in the ways that it can be asked; the card is always there. */
export type Faces = Readonly<Partial<Record<Rung, Face>>> & { readonly card: Face }

/** How a fact is asked that stands on this rung. */
export function faceOn(faces: Faces, wanted: Rung): Face {
  return faces[rungToShow(wanted, (rung) => faces[rung] !== undefined)] ?? faces.card
}

/** What a card shows, without what hangs on the fact and its memory. */
export function faceOf(card: StudyCard): Face {
  const { rung, itemId, revisionId, label, front, back, accepted, grading, options, evidence, words } = card
  return { rung, itemId, revisionId, label, front, back, accepted, grading, options, evidence, words }
}

/** Another item on the same fact, the most like a card first; null where there is none. */
export function otherFace(faces: Partial<Faces>, itemId: string): Face | null {
  return [faces.cloze, faces.choice, faces.card].find((face) => face && face.itemId !== itemId) ?? null
}
