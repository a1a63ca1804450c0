import 'server-only'
import { env } from './env'

/**
 * Whether a request that writes came from a page of this app. A browser says where it comes from with every POST; a
 * program that does not has no cookies of another person.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'cross-site'
  const hosts = [request.headers.get('host'), env.NEXTAUTH_URL ? new URL(env.NEXTAUTH_URL).host : null]
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}

/** A form of another site can post text, but not this type without being asked first. */
export function isJson(request: Request): boolean {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/json'
}
