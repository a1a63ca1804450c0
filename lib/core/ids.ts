import { z } from 'zod'

// One brand per noun, so that a class id cannot be passed as a learner id. Parse each once, where it arrives.
export const LearnerId = z.uuid().brand<'LearnerId'>()
export const DocumentId = z.uuid().brand<'DocumentId'>()
export const DeckId = z.uuid().brand<'DeckId'>()
export const FactId = z.uuid().brand<'FactId'>()
export const ItemId = z.uuid().brand<'ItemId'>()
export const RevisionId = z.uuid().brand<'RevisionId'>()
export const ReviewId = z.uuid().brand<'ReviewId'>()
export const QuizId = z.uuid().brand<'QuizId'>()
export const AttemptId = z.uuid().brand<'AttemptId'>()
export const ClassId = z.uuid().brand<'ClassId'>()
export const AssignmentId = z.uuid().brand<'AssignmentId'>()
export const SessionId = z.uuid().brand<'SessionId'>()

export type LearnerId = z.infer<typeof LearnerId>
export type DocumentId = z.infer<typeof DocumentId>
export type DeckId = z.infer<typeof DeckId>
export type FactId = z.infer<typeof FactId>
export type ItemId = z.infer<typeof ItemId>
export type RevisionId = z.infer<typeof RevisionId>
export type ReviewId = z.infer<typeof ReviewId>
export type QuizId = z.infer<typeof QuizId>
export type AttemptId = z.infer<typeof AttemptId>
export type ClassId = z.infer<typeof ClassId>
export type AssignmentId = z.infer<typeof AssignmentId>
export type SessionId = z.infer<typeof SessionId>

/** The last part of a link that opens a deck: 128 bits as base64url. */
export const ShareSecret = z
  .string()
  .regex(/^[\w-]{22}$/)
  .brand<'ShareSecret'>()

export type ShareSecret = z.infer<typeof ShareSecret>
