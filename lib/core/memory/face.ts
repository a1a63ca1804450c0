import { type Rung, rungToShow } from './ladder'
import type { Face, StudyCard } from './study-card'

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
