import { expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner } from '@/test/factories'
import { requesterFor, requesterOf } from './requester'

useDatabase()

it.each(['guest', 'code', 'account'] as const)(
  'a document of a %s is queued as its owner, who may be away',
  async (identityKind) => {
    const owner = await aLearner({ identityKind })
    const requester = await requesterFor(owner.learnerId)
    expect(requester).toEqual(requesterOf(owner))
    expect(requester?.rank).toBe(identityKind === 'guest' ? 'guest' : 'known')
  },
)

it('a document that ships with the app has no requester', async () => {
  expect(await requesterFor(null)).toBeUndefined()
})
