import type { Page } from '@playwright/test'
import type { ClassId, DeckId, DocumentId, FactId } from '../../lib/core/ids'
import { OWN_TEXT, OWN_TITLE } from './own-text'
import type { PastRating, Settings, SignedIn } from './seeds'
import type { SeededServer } from './start-server'

export type Seeder = ReturnType<typeof seederOf>

type Assigned = {
  readonly classId: ClassId
  readonly deckId: DeckId
  readonly kind: 'study' | 'practice' | 'test'
}

/** What a test asks of seeds.ts. Whoever is made is signed in with the browser of the page. */
export function seederOf({ ask, url }: SeededServer) {
  const signIn = async (page: Page, person: SignedIn): Promise<SignedIn> => {
    await page.context().addCookies([{ ...person.cookie, url, httpOnly: true, sameSite: 'Lax' }])
    return person
  }
  const account = async (page: Page, name = 'Aizada', timeZone = 'UTC') =>
    signIn(page, await ask('account', { name, timeZone }))
  const deck = ({ sessionId }: SignedIn, title = OWN_TITLE, text = OWN_TEXT) => ask('deck', sessionId, { title, text })
  return {
    account,
    guest: async (page: Page) => signIn(page, await ask('guest')),
    /** The same learner on another device. */
    device: async (page: Page, { learnerId }: SignedIn) => signIn(page, await ask('session', learnerId)),
    classmate: async (page: Page, code: string, name: string) => signIn(page, await ask('classmate', { code, name })),
    /** Somebody who is known already joins a class. */
    join: ({ sessionId }: SignedIn, code: string, name: string) => ask('join', sessionId, { code, name }),
    settings: ({ learnerId }: SignedIn, chosen: Settings) => ask('settings', learnerId, chosen),
    deck,
    /** An account with a deck made of the text about bees. */
    accountWithDeck: async (page: Page, name?: string) => {
      const owner = await account(page, name)
      return { owner, ...(await deck(owner)) }
    },
    /** Sets the clock of the server until the test ends; a page has its own (`page.clock`). */
    clock: (now: string | Date) => ask('clock', new Date(now).toISOString()),
    /** The deck that comes with Bilim. */
    shippedDeck: () => ask('shippedDeck'),
    /** The path of a link to the deck. */
    share: ({ sessionId }: SignedIn, deckId: DeckId) => ask('share', sessionId, deckId),
    schoolClass: ({ sessionId }: SignedIn, name: string) => ask('schoolClass', sessionId, name),
    assignment: ({ sessionId }: SignedIn, assigned: Assigned) => ask('assignment', sessionId, assigned),
    reviews: ({ sessionId }: SignedIn, factIds: readonly FactId[], ratings: readonly PastRating[]) =>
      ask('reviews', sessionId, factIds, ratings),
    reviewsOfDeck: async ({ sessionId }: SignedIn, deckId: DeckId, ratings: readonly PastRating[]) =>
      ask('reviews', sessionId, await ask('factsOfDeck', deckId), ratings),
    /** The items of a deck with their keys. */
    items: (deckId: DeckId) => ask('items', deckId),
    /** An attempt at a quiz on the deck, which is not over. */
    attempt: ({ sessionId }: SignedIn, deckId: DeckId) => ask('attempt', sessionId, deckId),
    /** The author rejects every item of another type. */
    keepOnly: ({ sessionId }: SignedIn, deckId: DeckId, types: readonly string[]) =>
      ask('keepOnly', sessionId, deckId, types),
    forgetfulHistory: ({ learnerId }: SignedIn, documentId: DocumentId) =>
      ask('forgetfulHistory', learnerId, documentId),
    /** Lets an older engine have made the document. */
    olderEngine: (documentId: DocumentId) => ask('olderEngine', documentId),
    /** An account's deck whose items no engine decides. */
    knownDeck: ({ sessionId }: SignedIn) => ask('knownDeck', sessionId),
    deckWithGaps: ({ sessionId }: SignedIn) => ask('deckWithGaps', sessionId),
  }
}
