import { isDatabaseReady } from '@/lib/data/maintenance/is-database-ready'

export const dynamic = 'force-dynamic'

/** For monitoring: ok only if the database answers. */
export async function GET(): Promise<Response> {
  const answers = await isDatabaseReady()
  const headers = { 'Cache-Control': 'no-store' }
  return answers
    ? Response.json({ status: 'ok' }, { headers })
    : Response.json({ status: 'database-does-not-answer' }, { status: 503, headers })
}
