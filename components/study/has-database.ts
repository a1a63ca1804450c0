/** As device-database.ts opens it. */
export const DATABASE = 'bilim'

/** Whether this device has a database of ours; in doubt it has. Tells without fetching what would open it, which makes one. */
export async function hasDatabase(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE)
  } catch {
    return true
  }
}
