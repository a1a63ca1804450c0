'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { ReplyOutcome } from '@/components/assistant/assistant-types'
import { DeckId, ItemId } from '@/lib/core/ids'
import { ITEMS_AT_ONCE } from '@/lib/core/shared/input-limits'
import { admitReply } from '@/lib/data/authoring/pasted-replies'
import { removeItems } from '@/lib/data/authoring/write-item'
import { requireViewer } from '@/lib/session'
import { refusalSentences } from '../../../../../decks/[id]/refusal-sentence'

const Fields = z.object({ deckId: DeckId, reply: z.string().catch(''), undo: z.string().nullable() })
const ItemIds = z.array(ItemId).max(ITEMS_AT_ONCE)

/** Checks a pasted reply; with the field `undo`, takes the items of the last one back. */
export async function checkReply(_before: ReplyOutcome, form: FormData): Promise<ReplyOutcome> {
  const viewer = await requireViewer()
  const { deckId, reply, undo } = Fields.parse({
    deckId: form.get('deckId'),
    reply: form.get('reply'),
    undo: form.get('undo'),
  })
  if (undo !== null) {
    const itemIds = ItemIds.parse(undo.split(' '))
    const outcome = await removeItems(viewer, deckId, itemIds, new Date())
    const { removed, kept } = outcome.kind === 'removed' ? outcome : { removed: 0, kept: 0 }
    revalidatePath(`/decks/${deckId}`, 'layout')
    return { kind: 'undone', removed, kept, gone: itemIds.length - removed - kept, reply }
  }
  if (reply.trim() === '') return { kind: 'rejected', reason: 'empty', reply }
  const admitted = await admitReply(viewer, deckId, reply)
  if (admitted.kind === 'rejected')
    return { kind: 'rejected', reason: admitted.reason === 'not-found' ? 'gone' : admitted.reason, reply }
  const { itemIds, beyond, refused, leftOut } = admitted
  const isUnread = refused.every(({ code, stem }) => code === 'unreadable' && stem === '')
  if (itemIds.length === 0 && isUnread) return { kind: 'rejected', reason: 'unreadable', reply }
  const sentenceOf = await refusalSentences()
  revalidatePath(`/decks/${deckId}`, 'layout')
  return {
    kind: 'checked',
    kept: itemIds.length,
    beyond,
    itemIds,
    reply,
    leftOut,
    refused: refused.map((refusal) => ({ question: refusal.stem, why: sentenceOf(refusal) })),
  }
}
