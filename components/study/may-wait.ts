import { DATABASE, hasDatabase } from './has-database'
import { hasNotes } from './outbox-notes'

// Whether something waits on this device to be sent, told without device-database.ts, which is a heavy thing to fetch only
// to find nothing. The database itself is asked, and no sign beside it: local storage reaches the disk some seconds later,
// so a browser that is killed in between would keep a rating and, from long before, the word that nothing waits.

/** Where marks-box.ts keeps what waits. */
export const MARKS = 'bilim.marks'

/** Ratings or marks, whosever they are; in doubt something waits. */
export async function mayWait(): Promise<boolean> {
  try {
    if (hasNotes() || localStorage.getItem(MARKS) !== null) return true
    return (await hasDatabase()) && (await holdsWaiting())
  } catch {
    return true
  }
}

/** As device-reviews.ts finds them. */
async function holdsWaiting(): Promise<boolean> {
  const database = await openAsItIs()
  if (!database) return false
  try {
    const reviews = database.transaction('reviews').objectStore('reviews')
    return (await answerOf(reviews.index('savedAt').count(0))) > 0
  } finally {
    database.close()
  }
}

/** Null where there is none: who only looks must not make one, which would be without its stores. */
function openAsItIs(): Promise<IDBDatabase | null> {
  const opening = indexedDB.open(DATABASE)
  let isMissing = false
  opening.onupgradeneeded = () => {
    isMissing = true
    opening.transaction?.abort()
  }
  return answerOf(opening).catch((error) => {
    if (isMissing) return null
    throw error
  })
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
}
