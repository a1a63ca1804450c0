import { aDeck, aLearner } from '@/test/factories'

export const accepted = { choice: 'accepted' as const, revisionId: null }

export const rejected = { choice: 'rejected' as const, revisionId: null }

export const NOT_FOUND = { kind: 'rejected', reason: 'not-found' }

export async function aDeckOfTwo() {
  const owner = await aLearner()
  const deck = await aDeck(owner)
  const [itemId] = deck.itemIds
  if (!itemId) throw new Error('The engine made no item of the text.')
  return { owner, itemId, ...deck }
}
