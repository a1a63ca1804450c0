/** Whose ratings and marks a page sends. Null: a stranger's. */
export type QueueOwner = { readonly owner: string | null; readonly isGuest: boolean }

/** A guest may have rated and marked as a stranger a moment ago. */
export function isTheirs(of: string | null, { owner, isGuest }: QueueOwner): boolean {
  return of === owner || (of === null && isGuest)
}
