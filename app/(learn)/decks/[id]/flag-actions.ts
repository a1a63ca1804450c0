'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { DeckId, FactId } from '@/lib/core/ids'
import { FLAGS } from '@/lib/core/memory/session/flag'
import { flagFacts } from '@/lib/data/study/flag-facts'
import { requireViewer } from '@/lib/session'

const Taken = z.object({ deckId: DeckId, factId: FactId, kind: z.enum(FLAGS) })

/** Takes a flag off a fact: a suspended one comes again when it is due. */
export async function takeOff(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const { deckId, factId, kind } = Taken.parse(Object.fromEntries(form))
  await flagFacts(viewer, [{ factId, kind, on: false, at: new Date() }])
  revalidatePath(`/decks/${deckId}`)
}
