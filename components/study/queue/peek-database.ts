// Looks into the device's database without loading device-database.ts, which is heavy for finding nothing. The database
// itself is asked, not a sign beside it: local storage reaches the disk seconds later, so after a kill the sign could lie.

/** As device-database.ts opens it. */
export const DATABASE = 'bilim-study'

/** In doubt there is one. Asking does not create it. */
export async function hasDatabase(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE)
  } catch {
    return true
  }
}

/** Whether events wait in the database, whoever owns them. */
export async function hasWaitingRows(): Promise<boolean> {
  const database = (await hasDatabase()) ? await openExisting() : null
  if (!database) return false
  try {
    const events = database.transaction('events').objectStore('events')
    return (await resultOf(events.index('state').count('waiting'))) > 0
  } finally {
    database.close()
  }
}

/** Null where there is none: creating one here would leave it without its stores. */
function openExisting(): Promise<IDBDatabase | null> {
  const opening = indexedDB.open(DATABASE)
  let isMissing = false
  opening.onupgradeneeded = () => {
    isMissing = true
    opening.transaction?.abort()
  }
  return resultOf(opening).catch((error) => {
    if (isMissing) return null
    throw error
  })
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
}
