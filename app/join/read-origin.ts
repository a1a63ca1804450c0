import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/lib/env'

/** The address under which people reach this Bilim: the configured one, else the one that the request came to. */
export async function readOrigin(): Promise<string> {
  const asked = await headers()
  const host = asked.get('x-forwarded-host') ?? asked.get('host')
  if (env.NEXTAUTH_URL && !isLocal(env.NEXTAUTH_URL)) return new URL(env.NEXTAUTH_URL).origin
  if (!host) return new URL(env.NEXTAUTH_URL ?? 'http://localhost:3000').origin
  return `${asked.get('x-forwarded-proto')?.split(',')[0] ?? 'http'}://${host}`
}

// `npm start` sets a local address; on a school's network the one that the teacher's browser used is of more use.
function isLocal(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
}
