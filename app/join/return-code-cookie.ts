import 'server-only'
import { cookies } from 'next/headers'
import { parseReturnCode } from '@/lib/core/people/access-codes'
import { sessionCookie } from '@/lib/session-token'

// A new return code is kept in an HttpOnly cookie for a few minutes: a reload shows it again, and it is in no address or log.
// The cookie names the learner, so that the next learner on the device does not see the code.

const COOKIE = { name: 'bilim-return-code', path: '/join' }
// Long enough to look for a pen or a printer.
const SHOWN_SECONDS = 900

export async function keepReturnCode(learnerId: string, returnCode: string): Promise<void> {
  const value = `${learnerId} ${returnCode}`
  ;(await cookies()).set({ ...sessionCookie.options, ...COOKIE, value, maxAge: SHOWN_SECONDS })
}

export async function readReturnCode(learnerId: string): Promise<string | null> {
  const [keptFor, ...words] = (await cookies()).get(COOKIE.name)?.value.split(' ') ?? []
  return keptFor === learnerId ? parseReturnCode(words.join(' ')) : null
}

export async function deleteReturnCode(): Promise<void> {
  ;(await cookies()).delete(COOKIE)
}
