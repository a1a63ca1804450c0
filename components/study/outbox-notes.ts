import type { Kept } from './sent-review'

// Written before anything else happens, in the same turn of the page as the key: should the tab die in the next
// millisecond, the browser has the rating. From here it goes into the device's database, and then the note goes.

const PREFIX = 'bilim.review.'
/** Where pages of an earlier version kept their whole queue. */
const FORMER_KEY = 'bilim.reviews'

// Where storage is closed or full the queue lives as long as the page.
const inPage = new Map<string, Kept>()

export function writeNote(kept: Kept): void {
  try {
    localStorage.setItem(PREFIX + kept.review.id, JSON.stringify(kept))
  } catch {
    inPage.set(kept.review.id, kept)
  }
}

export function hasNotes(): boolean {
  if (inPage.size > 0) return true
  return Object.keys(localStorage).some((key) => key.startsWith(PREFIX) || key === FORMER_KEY)
}

export function readNotes(): readonly Kept[] {
  const notes = [...readFormer(), ...readWritten(), ...inPage.values()]
  return [...new Map(notes.map((kept) => [kept.review.id, kept])).values()]
}

export function dropNotes(ids: readonly string[]): void {
  for (const id of ids) inPage.delete(id)
  try {
    for (const id of ids) localStorage.removeItem(PREFIX + id)
    const left = readFormer().filter(({ review }) => !ids.includes(review.id))
    if (left.length === 0) localStorage.removeItem(FORMER_KEY)
    else localStorage.setItem(FORMER_KEY, JSON.stringify(left))
  } catch {
    // Closed: nothing was written there.
  }
}

function readWritten(): readonly Kept[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
    return keys.flatMap((key) => parse<Kept>(localStorage.getItem(key)) ?? [])
  } catch {
    return []
  }
}

/** They were in order, and are older than what has a place of its own. */
function readFormer(): readonly Kept[] {
  try {
    const former = parse<Omit<Kept, 'order'>[]>(localStorage.getItem(FORMER_KEY)) ?? []
    return former.map((kept, order) => ({ ...kept, order }))
  } catch {
    return []
  }
}

function parse<T>(written: string | null): T | null {
  try {
    return written === null ? null : (JSON.parse(written) as T)
  } catch {
    return null
  }
}
