'use server'

import { z } from 'zod'
import type { ChosenSession } from '@/components/study/study-session'
import { findDeck } from '@/lib/data/decks/find-deck'
import { getViewer } from '@/lib/session'
import { StudyQuery } from './place'
import { sessionOf } from './session-of'

const LONGEST = 25_000
const Search = z.string().max(LONGEST)

/** The session of an address once more, for a page that stayed open into a new study day; null: it is not to be seen any more. */
export async function chooseAnew(search: string): Promise<ChosenSession | null> {
  const query = StudyQuery.parse(Object.fromEntries(new URLSearchParams(Search.parse(search))))
  const viewer = await getViewer()
  const isThere = query.deck ? (await findDeck(viewer, query.deck)) !== null : viewer !== null
  return isThere ? sessionOf(viewer, query, new Date()) : null
}
