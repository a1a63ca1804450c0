'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { DeckId, FactId } from '@/lib/core/ids'
import { MARKS } from '@/lib/core/memory/session/mark'
import { markFacts } from '@/lib/data/study/mark-facts'
import { requireViewer } from '@/lib/session'

const Taken = z.object({ deckId: DeckId, factId: FactId, kind: z.enum(MARKS) })

/** Takes a mark off a fact: a suspended one comes again when it is due. */
export async function takeOff(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const { deckId, factId, kind } = Taken.parse(Object.fromEntries(form))
  await markFacts(viewer, [{ factId, kind, on: false, at: new Date() }])
  revalidatePath(`/decks/${deckId}`)
}
