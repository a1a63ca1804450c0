import 'server-only'
import { db } from '@/lib/db'

const PATIENCE_MS = 3000

/** Whether the database answers a question soon enough to be of use. */
export async function isDatabaseReady(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  // Awaited inside, so that a database that cannot be opened is an answer too.
  const answer = (async () => (await db().$queryRaw`SELECT 1`) !== undefined)().catch(() => false)
  try {
    return await Promise.race([answer, patience])
  } finally {
    clearTimeout(timer)
  }
}
