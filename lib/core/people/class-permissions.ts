export type ClassRole = 'teacher' | 'learner'

/** What the rules need to know of a viewer's place in a class; null: no place at all. */
export type ClassPlace = { readonly role: ClassRole; readonly ended: boolean } | null

export function mayTeach(place: ClassPlace): boolean {
  return place?.role === 'teacher'
}

/** An ended class is a record: it can be read, and its learners managed, but nothing new begins in it. */
export function mayAssign(place: ClassPlace): boolean {
  return mayTeach(place) && place?.ended === false
}

export function maySeeClass(place: ClassPlace): boolean {
  return place !== null
}

export type EntryWay = { readonly kind: 'guest' | 'code' | 'account' | 'oidc'; readonly classId: string | null }

/**
 * Whether a teacher of `classId` may hand out a new return code for a learner with these identities. A new code opens
 * everything that the learner owns, so it is for learners who came in by this class's code and have no account.
 */
export function mayResetEntry(identities: readonly EntryWay[], classId: string): boolean {
  const codes = identities.filter((identity) => identity.kind === 'code')
  return (
    codes.length > 0 &&
    codes.every((identity) => identity.classId === classId) &&
    identities.every((identity) => identity.kind === 'code' || identity.kind === 'guest')
  )
}
