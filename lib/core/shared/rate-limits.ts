import { MINUTE_MS } from './time'

/** How much of something may be done in a time: `points` in `seconds`. `name` tells its counts from those of other limits. */
export type Limit = { readonly name: string; readonly points: number; readonly seconds: number }

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * What strangers may make from one address. A school is one address: a thousand learners who all begin in the first lesson
 * of the year get in. A row of a person takes about a kilobyte, so a script that never stops takes some megabytes a day.
 */
export const GUESTS_PER_ADDRESS: readonly Limit[] = [
  { name: 'guests-hour', points: 1_000, seconds: HOUR },
  { name: 'guests-day', points: 3_000, seconds: DAY },
]
export const JOINED_PER_ADDRESS: readonly Limit[] = [
  { name: 'joined-hour', points: 1_000, seconds: HOUR },
  { name: 'joined-day', points: 3_000, seconds: DAY },
]
/** Fewer: each costs a password's hash, and most learners of a school join by a code instead. */
export const ACCOUNTS_PER_ADDRESS: readonly Limit[] = [
  { name: 'accounts-hour', points: 300, seconds: HOUR },
  { name: 'accounts-day', points: 1_000, seconds: DAY },
]

/**
 * Tries of a password; a right one is not counted. Enough for typing errors and far too few for guessing. A whole school may
 * share an address, so that limit is higher.
 */
export const TRIES_PER_EMAIL: Limit = { name: 'sign-in-email', points: 6, seconds: 15 * MINUTE }
export const TRIES_PER_ADDRESS: Limit = { name: 'sign-in-address', points: 60, seconds: 15 * MINUTE }

type DocumentLimits = { readonly documents: Limit; readonly characters: Limit }

/**
 * Documents that may be sent to be made, and how long they may be together. What is saved takes about 16 bytes for each
 * character of a document: 15 and 40 million characters a day are together less than a gigabyte from one address.
 * Guests have counts of their own, so that a script without an account does not use up what a school's teachers need.
 */
export const DOCUMENT_LIMITS: Readonly<
  Record<'guest' | 'known', { readonly person: DocumentLimits; readonly address: DocumentLimits }>
> = {
  guest: {
    // A guest tries Bilim on a few texts; three of them may be as long as a document can be.
    person: {
      documents: { name: 'documents-guest', points: 20, seconds: HOUR },
      characters: { name: 'characters-guest', points: 3_000_000, seconds: DAY },
    },
    address: {
      documents: { name: 'documents-guests-address', points: 300, seconds: HOUR },
      characters: { name: 'characters-guests-address', points: 15_000_000, seconds: DAY },
    },
  },
  known: {
    // A teacher who brings a year's lessons in one evening sends one a minute.
    person: {
      documents: { name: 'documents-person', points: 60, seconds: HOUR },
      characters: { name: 'characters-person', points: 15_000_000, seconds: DAY },
    },
    // A thousand learners with ten pages each are 25 million characters.
    address: {
      documents: { name: 'documents-address', points: 1_000, seconds: HOUR },
      characters: { name: 'characters-address', points: 40_000_000, seconds: DAY },
    },
  },
}

/**
 * What a known person may send in a day although their address has used up its share: a few new accounts must not keep the
 * teachers of a school from their next lesson. Fewer than 40 pages, because a script may make 1,000 accounts a day, and
 * together they save 1.6 gigabytes by it.
 */
export const OWN_DOCUMENT_LIMITS: DocumentLimits = {
  documents: { name: 'documents-own', points: 10, seconds: DAY },
  characters: { name: 'characters-own', points: 100_000, seconds: DAY },
}

/** How long a message says to wait: whole minutes, at least one. */
export const minutesUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / MINUTE_MS))

/** The same as a message says it: minutes while `hours` is 0, else hours. */
export const waitOf = (minutes: number): { readonly hours: number; readonly minutes: number } => ({
  hours: minutes < 60 ? 0 : Math.ceil(minutes / 60),
  minutes,
})

/** Whether a request's address is this very machine: the loopback of IPv4, of IPv6, or the one inside the other. */
export function isThisMachine(address: string): boolean {
  const bare = address.replace(/^::ffff:/, '')
  return bare === '::1' || /^127\.\d+\.\d+\.\d+$/.test(bare)
}
