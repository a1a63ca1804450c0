import 'server-only'
import { isIPv6 } from 'node:net'
import { cookies, headers } from 'next/headers'
import { isThisMachine } from './core/shared/rate-limits'
import { isTimeZone } from './data/people/account'

/** Where the request came from. The server in front of Next sets `x-bilim-address` and takes away what a client sent under it. */
export async function requestAddress(): Promise<string> {
  const given = await headers()
  return addressOf(given.get('x-bilim-address') ?? 'unknown', given.get('x-forwarded-for'))
}

/**
 * The socket's address; behind a proxy on this machine the one that the proxy put last, so that not everybody counts as
 * this machine. From anywhere else the header is only what a client says.
 */
export function addressOf(socket: string, forwarded: string | null): string {
  const last = forwarded?.split(',').at(-1)?.trim()
  return countedAs(isThisMachine(socket) && last ? last : socket)
}

/** Limits are counted by address, and who has one IPv6 address has all 2^64 of its network: those count as one. */
function countedAs(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(address) || isThisMachine(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const [before, after] = [groupsOf(head), groupsOf(tail)]
  const zeros = address.includes('::') ? Array<string>(8 - before.length - after.length).fill('0') : []
  const network = [...before, ...zeros, ...after].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** An IPv4 address at the end takes the place of two groups; its value is not part of the network. */
const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]))

export const TIME_ZONE_COOKIE = 'bilim-time-zone'

/** The browser's time zone, once its script has said it; a study day begins at the learner's morning, not the server's. */
export async function requestTimeZone(): Promise<string> {
  const jar = await cookies()
  const name = jar.get(TIME_ZONE_COOKIE)?.value
  return name && isTimeZone(name) ? name : 'UTC'
}

/** A place in this app to go back to; anything else, another site's address above all, becomes the first screen. */
export function safePath(path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/')) return '/'
  // Read as a browser reads it: /\\evil and /<tab>/evil lead away although they begin with a stroke.
  if (!URL.canParse(path, NOWHERE)) return '/'
  const url = new URL(path, NOWHERE)
  const place = `${url.pathname}${url.search}${url.hash}`
  // `URL` removes the dots of /.//evil; the rest would lead to another site when it is parsed again.
  return url.origin === NOWHERE && !place.startsWith('//') ? place : '/'
}

const NOWHERE = 'http://nowhere.invalid'
