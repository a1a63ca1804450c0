import 'server-only'
import { cookies, headers } from 'next/headers'
import { isTimeZone } from './data/people/update-account'

/** Where the request came from. The server in front of Next sets the header and takes away what a client sent under it. */
export async function requestAddress(): Promise<string> {
  const given = await headers()
  return given.get('x-bilim-address') ?? 'unknown'
}

export const TIME_ZONE_COOKIE = 'bilim-time-zone'

/** The browser's time zone, once its script has said it; a study day begins at the learner's morning, not the server's. */
export async function requestTimeZone(): Promise<string> {
  const jar = await cookies()
  const name = jar.get(TIME_ZONE_COOKIE)?.value
  return name && name.length <= 64 && isTimeZone(name) ? name : 'UTC'
}

/** A place in this app to go back to; anything else, another site's address above all, becomes the first screen. */
export function safePath(path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/')) return '/'
  // Read as a browser reads it: /\\evil and /<tab>/evil lead away although they begin with a stroke.
  if (!URL.canParse(path, NOWHERE)) return '/'
  const url = new URL(path, NOWHERE)
  return url.origin === NOWHERE ? `${url.pathname}${url.search}${url.hash}` : '/'
}

const NOWHERE = 'http://nowhere.invalid'
