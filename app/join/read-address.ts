import 'server-only'
import { headers } from 'next/headers'

/** Where the request came from, as the server saw it. */
export async function readAddress(): Promise<string> {
  const asked = await headers()
  return asked.get('x-forwarded-for')?.split(',')[0]?.trim() || 'unknown'
}
